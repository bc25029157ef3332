import type { CDPSession, Page } from 'playwright';

/** What the page's main thread did during a step, in milliseconds of processor: other work on the machine adds little. */
export interface MainThread {
  readonly all: number;
  /** The longest task. */
  readonly longest: number;
  /** Tasks over 50 ms. */
  readonly long: number;
}

/** An event of https://docs.google.com/document/d/1CvAClvFfyA5R-PhYUmn5OOQtYMH4h6I0nSsKchNAySU, as far as it is read. */
interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** Microseconds of wall clock: start and duration. */
  readonly ts: number;
  readonly dur?: number;
  /** Microseconds of processor. */
  readonly tdur?: number;
  readonly args?: { readonly name?: string };
}

const CATEGORIES = ['toplevel', 'devtools.timeline', 'disabled-by-default-devtools.timeline'];
/** What a task of the page's own does; the driver's calls and the trace's own bookkeeping do none of it. */
const OWN = ['FunctionCall', 'Layout', 'UpdateLayoutTree', 'Paint', 'PrePaint', 'V8.GC_MARK_COMPACTOR'];
const LONG_MS = 50;
/** What a step leaves to be done belongs to it. */
const AFTER_MS = 400;

/** Runs a step and says what the page's main thread did in it. */
export async function watchMainThread(page: Page, step: () => Promise<unknown>): Promise<MainThread> {
  const session = await page.context().newCDPSession(page);
  const events = await trace(session, async () => {
    await step();
    await page.waitForTimeout(AFTER_MS);
  });
  await session.detach();
  const mains = events.filter(({ name, args }) => name === 'thread_name' && args?.name === 'CrRendererMain');
  const isMain = ({ pid, tid }: TraceEvent) => mains.some((main) => main.pid === pid && main.tid === tid);
  const own = events
    .filter((event) => event.ph === 'X' && OWN.includes(event.name) && isMain(event))
    .map(({ ts }) => ts)
    .sort((a, b) => a - b);
  const tasks = events
    .filter((event) => event.name === 'RunTask' && event.ph === 'X' && isMain(event))
    .filter(({ ts, dur = 0 }) => (own[countBefore(own, ts)] ?? Infinity) <= ts + dur)
    .map(({ tdur = 0 }) => tdur / 1000);
  return {
    all: tasks.reduce((sum, task) => sum + task, 0),
    longest: Math.max(0, ...tasks),
    long: tasks.filter((task) => task > LONG_MS).length,
  };
}

/** How many of these ascending times lie before one. */
function countBefore(times: readonly number[], time: number): number {
  let low = 0;
  let high = times.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((times[middle] as number) < time) low = middle + 1;
    else high = middle;
  }
  return low;
}

async function trace(session: CDPSession, during: () => Promise<void>): Promise<TraceEvent[]> {
  const events: TraceEvent[] = [];
  session.on('Tracing.dataCollected', ({ value }) => {
    for (const event of value) events.push(event as unknown as TraceEvent);
  });
  await session.send('Tracing.start', {
    traceConfig: { includedCategories: CATEGORIES, recordMode: 'recordAsMuchAsPossible' },
    transferMode: 'ReportEvents',
  });
  await during();
  const complete = new Promise((done) => session.once('Tracing.tracingComplete', done));
  await session.send('Tracing.end');
  await complete;
  return events;
}

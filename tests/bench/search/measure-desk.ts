/**
 * Measures search as the desk does it: articles and index in IndexedDB, asked through the worker, in Chromium.
 * `measure-desk.ts COUNT`, called by `bench.ts`.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join, resolve } from 'node:path';
import { type BrowserContext, chromium, type Page } from 'playwright';
import { build } from 'vite';
import { stageStamps } from '../../../electron/stamps/stamps-plugin.ts';
import { CHROMIUM_FLAGS, findChromium } from '../../chromium.ts';
import type { DeskQueries, desk } from './desk/page.ts';

const root = resolve(import.meta.dirname, '../../..');
const stamps = stageStamps(root);
const count = Number(process.argv[2]);
const executablePath = findChromium();
if (!executablePath) throw new Error('no Chromium here');
const folder = mkdtempSync(join(tmpdir(), 'duidu-bench-desk-'));
const TYPES: Readonly<Record<string, string>> = { '.html': 'text/html', '.js': 'text/javascript' };
const CALL_LIMIT = 60 * 60 * 1000;

await build({
  root: join(import.meta.dirname, 'desk'),
  logLevel: 'error',
  configFile: false,
  resolve: { alias: { '@shared': join(root, 'shared') } },
  plugins: [stamps],
  worker: { format: 'es', plugins: () => [stamps] },
  build: { outDir: join(folder, 'page'), emptyOutDir: true },
});

/** The page, and the data files that the worker asks for. */
function serve(): Promise<Server> {
  const server = createServer((request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://localhost');
    const path = pathname.startsWith('/resources/') ? join(root, pathname) : join(folder, 'page', pathname);
    try {
      const body = readFileSync(pathname === '/' ? join(path, 'index.html') : path);
      const type = pathname === '/' ? 'text/html' : TYPES[extname(path)];
      response.writeHead(200, { 'content-type': type ?? 'application/octet-stream' }).end(body);
    } catch {
      response.writeHead(404).end();
    }
  });
  return new Promise((done) => server.listen(0, '127.0.0.1', () => done(server)));
}

const server = await serve();
const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}/`;

type Desk = typeof desk;
type Call = { [Name in keyof Desk]: Parameters<Desk[Name]> };

function call<Name extends keyof Desk>(
  page: Page,
  name: Name,
  ...args: Call[Name]
): Promise<Awaited<ReturnType<Desk[Name]>>> {
  return page.evaluate(
    ([method, given]) =>
      (globalThis as unknown as { desk: Record<string, (...args: readonly unknown[]) => unknown> }).desk[
        method
      ]?.(...given),
    [name, args] as const,
  ) as Promise<Awaited<ReturnType<Desk[Name]>>>;
}

/** A browser of its own process on the same data, so that nothing is warm. */
async function withPage<Value>(use: (page: Page, context: BrowserContext) => Promise<Value>): Promise<Value> {
  const context = await chromium.launchPersistentContext(join(folder, 'profile'), {
    ...(executablePath ? { executablePath } : {}),
    args: [...CHROMIUM_FLAGS],
  });
  try {
    const page = await context.newPage();
    page.setDefaultTimeout(CALL_LIMIT);
    await page.goto(address);
    return await use(page, context);
  } finally {
    await context.close();
  }
}

/** Bytes that the worker holds after a collection: its heap, and the buffers outside it. */
async function workerHeap(page: Page, context: BrowserContext): Promise<number> {
  const session = await context.newCDPSession(page);
  const worker = new Promise<string>((found) => {
    session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
      if (targetInfo.type === 'worker') found(sessionId);
    });
  });
  await session.send('Target.setAutoAttach', {
    autoAttach: true,
    waitForDebuggerOnStart: false,
    flatten: false,
  });
  const sessionId = await worker;
  const ask = (id: number, method: string): Promise<Record<string, number>> =>
    new Promise((answered) => {
      session.on('Target.receivedMessageFromTarget', ({ message }) => {
        const answer = JSON.parse(message) as { id?: number; result?: Record<string, number> };
        if (answer.id === id) answered(answer.result ?? {});
      });
      void session.send('Target.sendMessageToTarget', { sessionId, message: JSON.stringify({ id, method }) });
    });
  await ask(1, 'HeapProfiler.collectGarbage');
  const { usedSize = 0, backingStorageSize = 0 } = await ask(2, 'Runtime.getHeapUsage');
  await session.detach();
  return usedSize + backingStorageSize;
}

const spread = (times: readonly number[]) => {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] as number;
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) };
};

try {
  const made = await withPage(async (page) => {
    const queries = await call(page, 'fill', count);
    await call(page, 'start', '"一"');
    return { queries, index: await call(page, 'sync') };
  });
  const figures = await withPage(async (page, context) => {
    const first = await call(page, 'start', made.queries.phrases[0] as string);
    const cold = await workerHeap(page, context);
    const latency: Record<string, ReturnType<typeof spread>> = {};
    for (const kind of ['questions', 'names', 'phrases', 'characters'] satisfies (keyof DeskQueries)[]) {
      const first: number[] = [];
      const all: number[] = [];
      for (const query of made.queries[kind]) {
        const answer = await call(page, 'ask', query);
        first.push(answer.first);
        all.push(answer.ms);
      }
      latency[`${kind}, first`] = spread(first);
      latency[`${kind}, all`] = spread(all);
    }
    const heap = await workerHeap(page, context);
    const added = await call(page, 'addOne', Math.ceil(count / 4));
    return { first, cold, latency, heap, added, stored: await call(page, 'stored') };
  });
  console.log(JSON.stringify({ index: made.index, ...figures }));
} finally {
  server.close();
  rmSync(folder, { recursive: true, force: true });
}

import { failure, type Result, success } from '@shared/contracts/results.ts';
import { decode } from '@shared/decode/decode.ts';
import { isTimeKind } from '@shared/model/fact.ts';
import { type Sha256, type SourceHash, sourceHash } from '@shared/model/source.ts';
import { extract, type SourceActs } from '@shared/pipeline/extract.ts';
import type { Knowledge } from '@shared/pipeline/knowledge.ts';
import type { Recognised } from '@shared/pipeline/recall.ts';
import { redate } from '@shared/pipeline/redate.ts';
import { PIPELINE_STAMP, ROWS_STAMP } from '@shared/pipeline/stamps.ts';
import { printedForm } from '@shared/text/alike.ts';
import type { Kept, Library, Stamps } from '../library/library.ts';
import type { SourceRow } from '../library/rows.ts';
import type { BundledPack } from './bundled-pack.ts';
import type { DeriveCalls, Derived, DeriveJob } from './derive-calls.ts';

const LOCK = 'duidu-derive';

/** What the worker works with once it is open. */
export interface DeriveTools {
  readonly library: Library;
  readonly knowledge: Knowledge;
  readonly pack: BundledPack;
  readonly sha256: Sha256;
}

/** The worker's calls but for the opening. */
export type Deriving = Omit<DeriveCalls, 'derive.open'>;

/** Derives sources one at a time; a lock of the browser lets one tab write at a time. */
export function createDeriving({ library, knowledge, pack, sha256 }: DeriveTools): Deriving {
  let stopped = false;
  /** What was recognised on the page derived last: a person mends one page step by step. */
  let last: { readonly source: SourceHash; readonly recognised: Recognised } | null = null;

  const digest = async (name: string, acts: SourceActs): Promise<string> =>
    `${ROWS_STAMP}|${await sha256(new TextEncoder().encode(describeActs(name, acts)))}`;
  const printHashOf = (text: string): Promise<string> => sha256(new TextEncoder().encode(printedForm(text)));
  const stampOf = ({ name, acts }: DeriveJob): Promise<string> => digest(name, acts);
  const stampsOf = async ({ name, acts }: DeriveJob): Promise<Stamps> => {
    const { publishedOn: _given, ...description } = acts.description ?? {};
    return { stamp: await digest(name, acts), undated: await digest(name, { ...acts, description }) };
  };
  const isFresh = (row: SourceRow | undefined, stamp: string): row is SourceRow => row?.stamp === stamp;
  const alone = <Value>(work: () => Promise<Value>): Promise<Value> =>
    navigator.locks.request(LOCK, work) as Promise<Value>;

  /** The rows under the date that the person gives now; null where they say too little for it. */
  async function redateKept({ sha256: source, acts }: DeriveJob): Promise<Kept | null> {
    const published = acts.description?.publishedOn;
    const leant = (acts.verdicts ?? []).some(
      ({ verdict, kind, correction }) =>
        (verdict === 'rejected' && isTimeKind(kind)) || Object.keys(correction).length > 0,
    );
    const kept = published === undefined || leant ? null : await library.read(source);
    if (kept === null || published === undefined) return null;
    return { ...kept, extraction: redate(kept.extraction, published, kept.text, knowledge) };
  }

  return {
    'derive.inspect': async (name, bytes) => {
      const decoded = decode(bytes, name);
      if (!decoded.ok) return decoded;
      const { text, encoding } = decoded.value;
      const isThere = (await library.sources.get(await sha256(bytes))) !== undefined;
      const twin = isThere ? null : await library.findTwin(await printHashOf(text));
      return success({ encoding, length: text.length, twin: twin?.sha256 ?? null });
    },
    'derive.findStale': async (jobs) => {
      const damaged = new Set(await library.findDamaged());
      const rows = await library.sources.bulkGet(jobs.map((job) => job.sha256));
      const stamps = await Promise.all(jobs.map(stampOf));
      return jobs.filter(
        (job, index) => damaged.has(job.sha256) || !isFresh(rows[index], stamps[index] as string),
      );
    },
    'derive.copyBundled': async (job) => {
      const packed = pack.madeBy === PIPELINE_STAMP && isUntouched(job.acts) ? pack.read(job.sha256) : null;
      if (!packed) return false;
      const stamps = await stampsOf(job);
      const printHash = await printHashOf(packed.text);
      await alone(() => library.keep({ ...packed, ...NOTHING_LEFT_OVER, printHash }, 'pack', stamps));
      return true;
    },
    'derive.run': async (job, bytes) => {
      stopped = false;
      const stamps = await stampsOf(job);
      return await alone(async (): Promise<Result<Derived>> => {
        const row = await library.sources.get(job.sha256);
        const isWhole = !(await library.findDamaged()).includes(job.sha256);
        if (isFresh(row, stamps.stamp) && isWhole)
          return success({ articles: row.articles.length, unplacedCuts: row.unplacedCuts });
        if (stopped) return failure('cancelled');
        const redated = isWhole && row?.undated === stamps.undated ? await redateKept(job) : null;
        if (redated !== null) {
          await library.keep(redated, job.origin, stamps);
          return success({
            articles: redated.extraction.articles.length,
            unplacedCuts: redated.unplacedCuts,
          });
        }
        const extracted = await extract({ ...job.acts, name: job.name, bytes }, knowledge, {
          sha256,
          shouldStop: () => stopped,
          ...(last?.source === job.sha256 ? { earlier: last.recognised } : {}),
        });
        if (!extracted.ok) return extracted;
        last = { source: job.sha256, recognised: extracted.value.recognised };
        const printHash = await printHashOf(extracted.value.text);
        await library.keep({ ...extracted.value, printHash }, job.origin, stamps);
        return success({
          articles: extracted.value.extraction.articles.length,
          unplacedCuts: extracted.value.unplacedCuts,
        });
      });
    },
    'derive.forgetOthers': async (kept) => {
      const wanted = new Set<string>(kept);
      const others = (await library.sources.toCollection().primaryKeys()).filter((key) => !wanted.has(key));
      await alone(async () => {
        for (const key of others) await library.forget(sourceHash(key));
      });
      return others.length;
    },
    'derive.stop': () => {
      stopped = true;
    },
  };
}

const NOTHING_LEFT_OVER = { closedDoubts: [], unplacedCuts: [], takenAway: [], unattachedVerdicts: [] };

const isUntouched = ({ description, cuts = [], settledDoubts = [], verdicts = [] }: SourceActs): boolean =>
  Object.keys(description ?? {}).length + cuts.length + settledDoubts.length + verdicts.length === 0;

/** Two states of the journal that mean the same for a source are described by the same words. */
const describeActs = (
  name: string,
  { description, cuts = [], settledDoubts = [], verdicts = [] }: SourceActs,
): string =>
  JSON.stringify([
    name,
    Object.entries(description ?? {}).sort(),
    ...[cuts, settledDoubts].map((made) => made.map(({ act }) => act)),
    // A verdict gathers several acts, and any of them may be undone by itself.
    verdicts.map(({ act, verdict, correction }) => [act, verdict, correction]),
  ]);

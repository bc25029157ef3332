import { utf8fromString } from '@exodus/bytes/utf8.js';
import { failure, type Result, success } from '@shared/contracts/results.ts';
import { recogniseArchive } from '@shared/formats/archive/open-archive.ts';
import { READER_NAMES } from '@shared/formats/formats.ts';
import { type ReadFile, readFile } from '@shared/formats/read-file.ts';
import { readSourceOf } from '@shared/formats/text/text-reader.ts';
import { isTimeKind } from '@shared/model/fact.ts';
import { type Sha256, type SourceHash, sourceHash } from '@shared/model/source.ts';
import { type Extracted, extractRead, type SourceActs } from '@shared/pipeline/extract.ts';
import type { Knowledge } from '@shared/pipeline/knowledge.ts';
import type { Recognised } from '@shared/pipeline/recall.ts';
import { redate } from '@shared/pipeline/redate.ts';
import { PIPELINE_STAMP, rowsStampOf, UNREAD_STAMP } from '@shared/pipeline/stamps.ts';
import { printedForm } from '@shared/text/alike.ts';
import type { ImportQueue } from '../library/import-queue.ts';
import type { Kept, Library, Stamps } from '../library/library.ts';
import type { Origin, SourceRow } from '../library/rows.ts';
import { failureOfStorage } from '../library/storage-failure.ts';
import { isWholeSource } from '../library/whole-rows.ts';
import type { BundledPack } from './bundled-pack.ts';
import type { DeriveCalls, Derived, DeriveJob } from './derive-calls.ts';
import { createPrintedWords } from './printed-words.ts';
import { unpackIntoQueue } from './unpacking.ts';

/** What the worker works with once it is open. */
export interface DeriveTools {
  readonly library: Library;
  readonly queue: ImportQueue;
  readonly loadKnowledge: () => Promise<Knowledge>;
  readonly loadPack: () => Promise<BundledPack>;
  readonly sha256: Sha256;
}

/** The worker's calls but for the opening. */
export type Deriving = Omit<DeriveCalls, 'derive.open'>;

/** Derives sources; a lock of the browser lets one worker, of all tabs, be at a source. */
export function createDeriving({ library, queue, loadKnowledge, loadPack, sha256 }: DeriveTools): Deriving {
  const knowledge = onceLoaded(loadKnowledge);
  const pack = onceLoaded(loadPack);
  /** What was recognised on the page derived last: a person mends one page step by step. */
  let last: { readonly source: SourceHash; readonly recognised: Recognised } | null = null;

  const hashOf = (text: string): Promise<string> => sha256(utf8fromString(text));
  const digest = async (madeBy: string, name: string, acts: SourceActs): Promise<string> =>
    `${madeBy}|${await hashOf(describeActs(name, acts))}`;
  const printed = createPrintedWords(library, async () => (await knowledge()).names.script, hashOf);
  /** Whether a page can be read does not hang on the person's list of words. */
  const unreadStampOf = ({ name, acts }: DeriveJob): Promise<string> =>
    digest(UNREAD_STAMP, name, { ...acts, words: [] });
  /** What a source is stamped with today whose bytes this reader read; null for a reader that is not there. */
  async function stampsOf({ name, acts }: DeriveJob, reader: string): Promise<Stamps | null> {
    const madeBy = rowsStampOf(reader);
    if (madeBy === null) return null;
    const { publishedOn: _given, ...description } = acts.description ?? {};
    return {
      stamp: await digest(madeBy, name, acts),
      undated: await digest(madeBy, name, { ...acts, description }),
    };
  }
  const stampsOfRow = async (job: DeriveJob, row: SourceRow | undefined): Promise<Stamps | null> =>
    row && isWholeSource(row) ? await stampsOf(job, row.record.reader) : null;

  /** The rows under the date that the person gives now; null where they say too little for it. */
  async function redateKept({ sha256: source, acts }: DeriveJob, known: Knowledge): Promise<Kept | null> {
    const published = acts.description?.publishedOn;
    const leant = (acts.verdicts ?? []).some(
      ({ verdict, kind, correction }) =>
        (verdict === 'rejected' && isTimeKind(kind)) || Object.keys(correction).length > 0,
    );
    const kept = published === undefined || leant ? null : await library.read(source);
    if (kept === null || published === undefined) return null;
    return { ...kept, extraction: redate(kept.extraction, published, kept.text, known) };
  }

  async function keep(kept: Kept, job: DeriveJob, origin: Origin = job.origin): Promise<Result<Derived>> {
    const { reader } = kept.extraction.source;
    const stamps = await stampsOf(await printed.inText(job, kept.text), reader);
    if (stamps === null) throw new Error(`${reader} is no reader`);
    try {
      await library.keep(kept, origin, stamps);
    } catch (error) {
      return failureOfStorage(error);
    }
    const { stamp } = stamps;
    return success({ stamp, articles: kept.extraction.articles.length, unplacedCuts: kept.unplacedCuts });
  }

  /**
   * What the reader of today gave of the bytes before, in the encoding that is asked for now; null where there is
   * none or what lies in the library is not it.
   */
  async function findRead({ sha256: source, acts }: DeriveJob): Promise<ReadFile | null> {
    const [kept] = await library.readTexts([source]);
    if (!kept || !READER_NAMES.includes(kept.read.reader)) return null;
    if (kept.encodingGiven !== (acts.description?.encoding ?? null)) return null;
    return kept.textHash === (await hashOf(kept.text)) ? { ...kept.read, text: kept.text } : null;
  }

  /** From the bytes or, without them, from what they gave before; null where that is not there. */
  async function runOver(
    job: DeriveJob,
    bytes: Uint8Array | null,
    known: Knowledge,
  ): Promise<Result<{ readonly extracted: Extracted; readonly read: ReadFile }> | null> {
    const { sha256: source, name, acts } = job;
    try {
      if (bytes && (await sha256(bytes)) !== source) return failure('original-damaged', { sha256: source });
      const read = bytes
        ? await readFile({ bytes, name, encoding: acts.description?.encoding })
        : await findRead(job).then((found) => found && success(found));
      if (!read?.ok) return read;
      const extracted = await extractRead({ ...acts, name, source, read: read.value }, known, {
        sha256,
        ...(last?.source === source ? { earlier: last.recognised } : {}),
      });
      return extracted.ok ? success({ extracted: extracted.value, read: read.value }) : extracted;
    } catch (error) {
      // No page is expected to do this, and any may: it must not reach the others.
      return bytes ? failure('page-unreadable', { error: String(error) }) : null;
    }
  }

  async function derive(
    job: DeriveJob,
    bytes: Uint8Array | null,
    known: Knowledge,
  ): Promise<Result<Derived> | null> {
    const row = await library.sources.get(job.sha256);
    const [printing = job] = await printed.inKept([job]);
    const wanted = (await library.isWhole(job.sha256)) ? await stampsOfRow(printing, row) : null;
    if (row && row.stamp === wanted?.stamp)
      return success({ stamp: row.stamp, articles: row.articles.length, unplacedCuts: row.unplacedCuts });
    const redated = row && row.undated === wanted?.undated ? await redateKept(job, known) : null;
    if (redated !== null) return await keep(redated, job);
    const run = await runOver(job, bytes, known);
    if (!run?.ok) return run;
    const { extracted, read } = run.value;
    last = { source: job.sha256, recognised: extracted.recognised };
    const { text, ...others } = read;
    return await keep(
      {
        ...extracted,
        printHash: await hashOf(printedForm(text)),
        read: others,
        encodingGiven: job.acts.description?.encoding ?? null,
      },
      job,
    );
  }

  return {
    'derive.prepare': async () => {
      try {
        await knowledge();
        return success(null);
      } catch (error) {
        return failure('reader-failed', { error: String(error) });
      }
    },
    'derive.hasText': async (job) => (await findRead(job)) !== null,
    'derive.listBundled': async () => (await pack()).sources,
    'derive.inspect': async (name, bytes) => {
      if (recogniseArchive(bytes, name) !== null) return success({ what: 'archive' });
      const read = await readFile({ bytes, name });
      if (!read.ok) return read;
      const { text, encoding } = read.value;
      const isThere = (await library.sources.get(await sha256(bytes))) !== undefined;
      const printHash = await hashOf(printedForm(text));
      const twin = isThere ? null : await library.findTwin(printHash);
      return success({ what: 'page', encoding, length: text.length, printHash, twin: twin?.sha256 ?? null });
    },
    'derive.unpack': (entry) => unpackIntoQueue(queue, entry, sha256),
    'derive.findStale': async (asked) => {
      const jobs = await printed.inKept(asked);
      const hashes = jobs.map((job) => job.sha256);
      const damaged = new Set(await library.findDamaged(hashes));
      const rows = await library.sources.bulkGet(hashes);
      const unread = await library.unread.bulkGet(hashes);
      const isStale = async (job: DeriveJob, index: number): Promise<boolean> => {
        const row = rows[index];
        if (unread[index]?.stamp === (await unreadStampOf(job))) return false;
        return (
          damaged.has(job.sha256) || row === undefined || row.stamp !== (await stampsOfRow(job, row))?.stamp
        );
      };
      const stale = await Promise.all(jobs.map(isStale));
      return asked.filter((_, index) => stale[index]);
    },
    'derive.copyBundled': async (asked) => {
      const { madeBy, read } = await pack();
      const packed = madeBy === PIPELINE_STAMP ? read(asked.sha256) : null;
      if (!packed) return success(null);
      const job = await printed.inText(asked, packed.text);
      if (!isUntouched(job.acts)) return success(null);
      const printHash = await hashOf(printedForm(packed.text));
      const { encoding, reader } = packed.extraction.source;
      const { text, ...others } = readSourceOf(packed.text, packed.name, encoding);
      return await alone(job.sha256, () =>
        keep(
          {
            ...packed,
            ...NOTHING_LEFT_OVER,
            text,
            printHash,
            read: { ...others, reader },
            encodingGiven: null,
          },
          job,
          'pack',
        ),
      );
    },
    'derive.run': async (job, bytes) => {
      const known = await knowledge();
      return await alone(job.sha256, () =>
        derive(job, bytes, known).catch((error: unknown) => failureOfStorage(error)),
      );
    },
    'derive.markUnread': async (job, reason) => {
      try {
        const { sha256: source, name, origin, size } = job;
        await library.unread.put({
          sha256: source,
          name,
          origin,
          size,
          stamp: await unreadStampOf(job),
          reason,
        });
        return success(null);
      } catch (error) {
        return failureOfStorage(error);
      }
    },
    'derive.forgetRows': async (sources) => {
      for (const source of sources) await alone(source, () => library.forget(source));
    },
    'derive.forgetUnread': (sources) => library.unread.bulkDelete([...sources]),
    'derive.forgetOthers': async (kept, spared) => {
      const wanted = new Set<string>(kept);
      const held = await Promise.all(
        [library.sources, library.texts, library.unread].map((table) => table.toCollection().primaryKeys()),
      );
      const others = [...new Set(held.flat())].filter((key) => !wanted.has(key)).map(sourceHash);
      for (const source of others) await alone(source, () => library.forget(source, spared.includes(source)));
      return others.length;
    },
  };
}

const alone = <Value>(source: SourceHash, work: () => Promise<Value>): Promise<Value> =>
  navigator.locks.request(`duidu-derive ${source}`, work) as Promise<Value>;

/** Loads when it is first asked for; what failed is tried again the next time. */
function onceLoaded<Value>(load: () => Promise<Value>): () => Promise<Value> {
  let loaded: Promise<Value> | null = null;
  return () => {
    loaded ??= load().catch((error: unknown) => {
      loaded = null;
      throw error;
    });
    return loaded;
  };
}

const NOTHING_LEFT_OVER = {
  closedDoubts: [],
  unplacedCuts: [],
  takenAway: [],
  rejectedNames: [],
  unattachedVerdicts: [],
  unattachedNames: [],
};

const isUntouched = ({ description, cuts, settledDoubts, verdicts, names, words }: SourceActs): boolean =>
  Object.keys(description ?? {}).length === 0 &&
  [cuts, settledDoubts, verdicts, names, words].every((made = []) => made.length === 0);

/** Two states of the journal that mean the same for a source are described by the same words. */
const describeActs = (
  name: string,
  { description, cuts = [], settledDoubts = [], verdicts = [], names = [], words = [] }: SourceActs,
): string =>
  JSON.stringify([
    name,
    Object.entries(description ?? {}).sort(),
    ...[cuts, settledDoubts].map((made) => made.map(({ act }) => act)),
    // A verdict gathers several acts, and any of them may be undone by itself.
    verdicts.map(({ act, verdict, correction }) => [act, verdict, correction]),
    names.map(({ act }) => act),
    words.map(({ word, type }) => [word, type]).sort(),
  ]);

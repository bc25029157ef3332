import { describeSpans } from '@shared/anchors/describe.ts';
import { readSourceOf } from '@shared/formats/text/text-reader.ts';
import { sourceHash } from '@shared/model/source.ts';
import { extract } from '@shared/pipeline/extract.ts';
import { KNOWLEDGE_FILES, readKnowledge } from '@shared/pipeline/knowledge.ts';
import { beforeAll, expect, it } from 'vitest';
import { openImportQueue } from '../../../renderer/library/import-queue.ts';
import type { Library } from '../../../renderer/library/library.ts';
import { openLibrary } from '../../../renderer/library/open-library.ts';
import { createDeriving, type Deriving } from '../../../renderer/workers/deriving.ts';
import { loadKnowledgeFiles } from '../../../renderer/workers/load-knowledge.ts';
import { sha256 } from '../../../renderer/workers/sha256.ts';
import { bytesOf } from './open-test-desk.ts';

let knowledge: ReturnType<typeof readKnowledge>;
beforeAll(async () => {
  const files = await loadKnowledgeFiles(new URL('/resources/', location.href).href, KNOWLEDGE_FILES);
  knowledge = readKnowledge(files);
});

const PACK = { sources: [], madeBy: '', read: () => null };

const deriving = (library: Library): Deriving =>
  createDeriving({
    queue: openImportQueue('duidu queue of no file'),
    library,
    loadKnowledge: async () => knowledge,
    loadPack: async () => PACK,
    sha256,
  });

async function openedLibrary(name: string): Promise<Library> {
  const opened = await openLibrary(name);
  if (!opened.ok) throw new Error(opened.reason);
  return opened.value;
}

async function extracted(text: string) {
  const result = await extract({ name: '页.txt', bytes: bytesOf(text) }, knowledge, { sha256 });
  if (!result.ok) throw new Error(result.reason);
  const read = { ...readSourceOf(text, '页.txt', 'utf-8'), reader: 'text@2' };
  return { ...result.value, printHash: '', read, encodingGiven: null };
}

async function jobOf(text: string) {
  const bytes = bytesOf(text);
  const hash = sourceHash(await sha256(bytes));
  return {
    job: { sha256: hash, name: '页.txt', origin: 'vault', size: bytes.length, acts: {} } as const,
    bytes,
  };
}

it('writes a source whole or not at all', async () => {
  const library = await openedLibrary('library-atomic');
  const good = await extracted('河湾村今年修了一座渡口。');
  await library.keep(good, 'vault', { stamp: 'first', undated: 'first' });
  const before = await library.articles.toArray();
  const torn = { ...good, textHash: (() => 'no clone of a function') as unknown as string };
  await expect(library.keep(torn, 'vault', { stamp: 'second', undated: 'second' })).rejects.toThrow();
  expect(await library.articles.toArray()).toEqual(before);
  expect((await library.sources.toArray()).map(({ stamp }) => stamp)).toEqual(['first']);
  expect(await library.findDamaged([good.extraction.source.sha256])).toEqual([]);
});

it('remembers in which state a page could not be read, until it is told to forget it', async () => {
  const library = await openedLibrary('library-unread');
  const worker = deriving(library);
  const { job, bytes } = await jobOf('河湾村今年修了一座渡口。');
  const plain = { ...job, acts: { description: { reading: 'plain' as const } } };
  expect(await worker['derive.findStale']([job])).toEqual([job]);
  await worker['derive.markUnread'](job, { ok: false, reason: 'page-too-slow', detail: { seconds: 61 } });
  expect(await worker['derive.findStale']([job])).toEqual([]);
  expect(await worker['derive.findStale']([plain])).toEqual([plain]);
  expect((await library.readUnread()).map(({ reason }) => reason.reason)).toEqual(['page-too-slow']);
  await worker['derive.forgetUnread']([job.sha256]);
  expect(await worker['derive.findStale']([job])).toEqual([job]);
  await worker['derive.markUnread'](job, { ok: false, reason: 'page-unreadable' });
  expect(await worker['derive.run'](job, bytes)).toMatchObject({ ok: true });
  expect(await library.readUnread()).toEqual([]);
});

it('lets two tabs derive one source once', async () => {
  const library = await openedLibrary('library-tabs');
  const { job, bytes } = await jobOf('河湾村今年修了一座渡口。');
  let kept = 0;
  library.sources.hook('creating', () => {
    kept++;
  });
  library.sources.hook('updating', () => {
    kept++;
  });
  const [one, other] = await Promise.all([
    deriving(library)['derive.run'](job, bytes),
    deriving(library)['derive.run'](job, bytes),
  ]);
  expect(one).toEqual(other);
  expect(kept).toBe(1);
});

it('tells states of the journal apart by what they say of the source', async () => {
  const library = await openedLibrary('library-acts');
  const worker = deriving(library);
  const { job, bytes } = await jobOf('河湾村去年修了一座渡口。');
  await worker['derive.run'](job, bytes);
  const dated = { ...job, acts: { description: { publishedOn: '2020' } } };
  expect(await worker['derive.findStale']([job, dated])).toEqual([dated]);
  await worker['derive.run'](dated, bytes);
  expect(await worker['derive.findStale']([job, dated])).toEqual([job]);
});

it('resolves every time under another publication date without recognising again', async () => {
  const library = await openedLibrary('library-redated');
  const { job, bytes } = await jobOf('河湾村去年修了一座渡口，花费35万元。');
  await deriving(library)['derive.run'](job, bytes);
  const deaf = createDeriving({
    queue: openImportQueue('duidu queue of no file'),
    library,
    loadKnowledge: async () => withoutRecognisers(knowledge),
    loadPack: async () => PACK,
    sha256,
  });
  const valuesUnder = async (publishedOn: string) => {
    const dated = { ...job, acts: { description: { publishedOn } } };
    expect(await deaf['derive.run'](dated, bytes)).toMatchObject({ ok: true });
    expect(await deaf['derive.findStale']([dated])).toEqual([]);
    return (await library.articles.toArray()).flatMap(({ facts }) =>
      facts.map(({ value, when }) => [value, when]),
    );
  };
  expect(await valuesUnder('2020')).toEqual([
    ['2019', null],
    [350000, '2019'],
  ]);
  expect(await valuesUnder('1999-05')).toEqual([
    ['1998', null],
    [350000, '1998'],
  ]);
  expect(await deaf['derive.run'](job, bytes)).toMatchObject({
    ok: false,
    reason: 'page-unreadable',
    detail: { error: 'Error: recognised again' },
  });
});

/** What reading a page needs throws when it is touched; dating and linking have what they need. */
function withoutRecognisers(whole: typeof knowledge): typeof knowledge {
  const gone = <Part extends object>(part: Part): Part =>
    new Proxy(part, {
      get: () => {
        throw new Error('recognised again');
      },
    });
  return {
    ...whole,
    segment: gone(whole.segment),
    names: gone(whole.names),
    quotes: gone(whole.quotes),
    facts: { ...whole.facts, times: gone(whole.facts.times) },
  };
}

it('derives again from the text that the bytes gave, as long as it holds and is what is asked for', async () => {
  const library = await openedLibrary('library-text');
  const worker = deriving(library);
  const { job, bytes } = await jobOf('河湾村今年修了一座渡口，花费35万元。');
  expect(await worker['derive.hasText'](job)).toBe(false);
  expect(await worker['derive.run'](job, null)).toBeNull();
  await worker['derive.run'](job, bytes);
  const [article] = await library.articles.toArray();
  const fact = article?.facts.find(({ kind }) => kind === 'money');
  if (!fact) throw new Error('no money found');
  const [text] = await library.texts.toArray();
  if (!text) throw new Error('no text kept');
  const target = describeSpans([{ start: fact.start, end: fact.end }], {
    source: job.sha256,
    textHash: text.textHash,
    text: text.text,
  });
  const judged = {
    ...job,
    acts: {
      verdicts: [{ act: 'a', target, kind: fact.kind, verdict: 'confirmed' as const, correction: {} }],
    },
  };
  expect(await worker['derive.hasText'](judged)).toBe(true);
  expect(await worker['derive.run'](judged, null)).toMatchObject({ ok: true });
  const verdicts = (await library.articles.toArray()).flatMap(({ facts }) => facts.map((one) => one.verdict));
  expect(verdicts).toContain('confirmed');
  expect(await library.texts.toArray()).toEqual([text]);

  await worker['derive.forgetOthers']([], [job.sha256]);
  expect(await library.sources.count()).toBe(0);
  expect(await worker['derive.run'](job, null)).toMatchObject({ ok: true });

  const recoded = { ...job, acts: { description: { encoding: 'gb18030' as const } } };
  expect(await worker['derive.run'](recoded, null)).toBeNull();
  for (const torn of [
    { text: `${text.text}。` },
    { read: { ...text.read, reader: 'text@0' } },
    { read: null },
  ]) {
    await library.texts.put({ ...text, ...torn } as typeof text);
    expect(await worker['derive.run'](judged, null)).toBeNull();
  }
  expect(await worker['derive.run'](judged, bytesOf('别的'))).toMatchObject({ reason: 'original-damaged' });
  await worker['derive.forgetOthers']([], []);
  expect(await library.texts.count()).toBe(0);
});

it("a reader's new version has what it read before read again, and nothing else", async () => {
  const library = await openedLibrary('library-readers');
  const worker = deriving(library);
  const text = '河湾村今年修了一座渡口，花费35万元。';
  const plain = await jobOf(text);
  const page = await jobOf(`<!doctype html><title>渡口</title><p>${text}</p>`);
  for (const { job, bytes } of [plain, page])
    expect(await worker['derive.run'](job, bytes)).toMatchObject({ ok: true });
  const unread = await jobOf('山脚下的茶园用上了滴灌。');
  await worker['derive.markUnread'](unread.job, { ok: false, reason: 'page-unreadable' });
  const jobs = [plain.job, page.job, unread.job];
  expect(await worker['derive.findStale'](jobs)).toEqual([]);

  // The library as the version left it whose reader of web pages was an earlier one.
  const aged = <Row extends object>(row: Row): Row =>
    JSON.parse(JSON.stringify(row).replaceAll(/html@\d+/g, 'html@0'));
  await library.sources.bulkPut((await library.sources.toArray()).map(aged));
  await library.texts.bulkPut((await library.texts.toArray()).map(aged));
  await library.unread.bulkPut((await library.unread.toArray()).map(aged));
  expect(await worker['derive.findStale'](jobs)).toEqual([page.job, unread.job]);
  expect(await worker['derive.hasText'](page.job)).toBe(false);
  for (const { job, bytes } of [page, unread])
    expect(await worker['derive.run'](job, bytes)).toMatchObject({ ok: true });
  expect(await worker['derive.findStale'](jobs)).toEqual([]);
});

it('names what cannot be read', async () => {
  const library = await openedLibrary('library-broken');
  const worker = deriving(library);
  expect(await worker['derive.inspect']('空.txt', new Uint8Array(0))).toEqual({
    ok: false,
    reason: 'empty-file',
  });
  const { job } = await jobOf('');
  expect(await worker['derive.run'](job, new Uint8Array(0))).toEqual({ ok: false, reason: 'empty-file' });
  expect(await library.sources.count()).toBe(0);
});

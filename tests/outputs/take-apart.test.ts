import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { failure, success } from '@shared/contracts/results.ts';
import { OUTPUT_TABLES } from '@shared/exchange/outputs/output-tables.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listPaths } from '../../electron/outputs/list-paths.ts';
import { OutputFolder } from '../../electron/outputs/output-folder.ts';
import { type FileReport, takeApart } from '../../electron/outputs/take-apart.ts';
import type { FileReaders } from '../../electron/readers/file-readers.ts';
import type { InputFile } from '../../electron/readers/read-inputs.ts';
import { readFolder } from './read-folder.ts';

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'duidu-outputs-'));
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

/** Reads at random speed; what begins with ✗ cannot be read, with … is too slow this time. */
const readers = (isSlow: (words: string) => boolean = () => false): FileReaders => ({
  read: async ({ bytes }) => {
    const words = new TextDecoder().decode(bytes);
    for (let i = words.length % 3; i > 0; i--) await new Promise((settle) => setImmediate(settle));
    if (isSlow(words)) return failure('file-too-slow', { seconds: 1 });
    if (words.startsWith('✗')) return failure('not-text');
    return success(OUTPUT_TABLES.map((table) => [table, bytesOf(`${table} of ${words}\n`)] as const));
  },
  close: () => undefined,
});

async function run(
  root: string,
  pages: readonly string[],
  { jobs = 2, tell = async () => undefined, ...other }: Partial<Running> = {},
): Promise<void> {
  const folder = new OutputFolder(root, 'ndjson', undefined);
  async function* inputs(): AsyncGenerator<InputFile> {
    for (const words of pages) {
      const name = `${words.slice(0, 2)}.txt`;
      yield { name, place: `in/${name}`, content: success(bytesOf(words)) };
    }
  }
  const surroundings = { folder, readers: readers(other.isSlow), jobs, form: 'ndjson' as const };
  await takeApart(inputs(), surroundings, tell);
}

interface Running {
  readonly jobs: number;
  readonly isSlow: (words: string) => boolean;
  readonly tell: (report: FileReport) => Promise<void>;
}

const somePages = fc.uniqueArray(fc.stringMatching(/^[✗甲乙丙]{1,3}\d{1,3}$/), {
  minLength: 1,
  maxLength: 12,
});

describe('outputs of many files', () => {
  it('are the same set whatever ends, is repeated, or works on the same files beside it', async () => {
    await fc.assert(
      fc.asyncProperty(
        somePages,
        fc.array(
          fc.record({
            order: fc.infiniteStream(fc.nat()),
            until: fc.nat(14),
            jobs: fc.integer({ min: 1, max: 3 }),
          }),
          {
            minLength: 1,
            maxLength: 4,
          },
        ),
        async (pages, runs) => {
          const [plain, tried] = [newFolder(), newFolder()];
          await run(plain, pages, { jobs: 1 });
          await Promise.all(
            runs.map(async ({ order, until, jobs }) => {
              const turned = [...pages].map((page) => [order.next().value, page] as const);
              const mixed = turned.sort(([a], [b]) => (a ?? 0) - (b ?? 0)).map(([, page]) => page);
              let told = 0;
              const tell = async (): Promise<void> => {
                if (++told > until) throw new Error('killed');
              };
              await run(tried, [...mixed, ...mixed.slice(0, 3)], { jobs, tell }).catch(() => undefined);
            }),
          );
          await run(tried, pages);
          expect(readFolder(tried)).toEqual(readFolder(plain));
        },
      ),
      { numRuns: 12 },
    );
  });

  it('are not made again, and say what cannot be read', async () => {
    const root = newFolder();
    const outcomes = async (pages: readonly string[]): Promise<string[]> => {
      const told: string[] = [];
      await run(root, pages, { jobs: 1, tell: async ({ outcome }) => void told.push(outcome) });
      return told.sort();
    };
    expect(await outcomes(['甲1', '✗2'])).toEqual(['made', 'unread']);
    expect(await outcomes(['甲1', '✗2', '乙3'])).toEqual(['made', 'there', 'unread']);
    const unread = Object.entries(readFolder(root)).filter(([path]) => path.includes('unread'));
    expect(unread.map(([path, line]) => [path.split('/')[0], JSON.parse(line).error])).toEqual([
      ['sources', 'not-text'],
    ]);
  });

  it('leave what another run may read to it', async () => {
    const root = newFolder();
    const told: FileReport[] = [];
    const tell = async (report: FileReport): Promise<void> => void told.push(report);
    await run(root, ['甲1'], { isSlow: () => true, tell });
    expect(readFolder(root)).toEqual({});
    await run(root, ['甲1'], { tell });
    expect(told.map(({ outcome }) => outcome)).toEqual(['again', 'made']);
    expect(Object.keys(readFolder(root))).toHaveLength(OUTPUT_TABLES.length);
  });

  it('are ended and told of where the inputs cannot be read on', async () => {
    const folder = new OutputFolder(newFolder(), 'ndjson', undefined);
    const told: string[] = [];
    async function* torn(): AsyncGenerator<InputFile> {
      yield { name: 'a.txt', place: 'a.txt', content: success(bytesOf('甲甲')) };
      throw new Error('torn');
    }
    const surroundings = { folder, readers: readers(), jobs: 2, form: 'ndjson' as const };
    const all = takeApart(torn(), surroundings, async ({ outcome }) => void told.push(outcome));
    await expect(all).rejects.toThrow('torn');
    expect(told).toEqual(['made']);
  });

  it('of one file under two names stand once, with a row for each name', async () => {
    const root = newFolder();
    const folder = new OutputFolder(root, 'ndjson', undefined);
    async function* twice(): AsyncGenerator<InputFile> {
      for (const name of ['a.txt', 'b.txt']) yield { name, place: name, content: success(bytesOf('甲')) };
    }
    await takeApart(twice(), { folder, readers: readers(), jobs: 1, form: 'ndjson' }, async () => undefined);
    const tables = Object.keys(readFolder(root)).map((path) => path.split('/')[0]);
    expect(tables).toEqual(['articles', 'doubts', 'facts', 'names', 'quotes', 'sources', 'sources']);
  });
});

describe('a list of paths', () => {
  it('is parted by NUL or by lines, however it comes', async () => {
    const path = fc.stringMatching(/^[a-z甲 ]{1,8}$/);
    await fc.assert(
      fc.asyncProperty(
        fc.array(path, { minLength: 1 }),
        fc.constantFrom('\0', '\n', '\r\n'),
        fc.integer({ min: 1, max: 9 }),
        async (paths, separator, step) => {
          const bytes = bytesOf(paths.map((one) => one + separator).join(''));
          async function* chunks(): AsyncGenerator<Uint8Array> {
            for (let at = 0; at < bytes.length; at += step) yield bytes.subarray(at, at + step);
          }
          const read: string[] = [];
          for await (const one of listPaths(chunks())) read.push(one);
          expect(read).toEqual(paths);
        },
      ),
    );
  });

  it('keeps line ends in paths that NUL parts, and needs no end', async () => {
    async function* chunks(): AsyncGenerator<Uint8Array> {
      yield bytesOf('a\nb\0c');
    }
    const read: string[] = [];
    for await (const one of listPaths(chunks())) read.push(one);
    expect(read).toEqual(['a\nb', 'c']);
  });
});

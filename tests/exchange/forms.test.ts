import { describeSpans } from '@shared/anchors/describe.ts';
import { disarm, rearm, writeCsv } from '@shared/exchange/forms/csv.ts';
import { escapeMarkdown, unescapeMarkdown } from '@shared/exchange/forms/markdown.ts';
import { writeParquet } from '@shared/exchange/forms/parquet.ts';
import { readCsv } from '@shared/exchange/forms/read-csv.ts';
import { readParquet } from '@shared/exchange/forms/read-parquet.ts';
import { readXlsx } from '@shared/exchange/forms/read-xlsx.ts';
import { writeXlsx } from '@shared/exchange/forms/xlsx.ts';
import { type Cell, type Column, type Row, TABLES } from '@shared/exchange/tables.ts';
import { sourceOffset, sourceSpan } from '@shared/model/offset.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivePage } from './made-library.ts';
import { exportAs } from './verify-steps.ts';

const COLUMNS: readonly Column[] = [
  { name: 'words', type: 'text' },
  { name: 'value', type: 'number' },
  { name: 'date', type: 'date' },
];

/** Text as a well-formed source may hold it, with what spreadsheets and markup stumble over. */
const text = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 4 }),
      fc.constantFrom(
        '=',
        '+1',
        '-',
        '@SUM(A1)',
        '"',
        ',',
        '\n',
        '\r\n',
        "'",
        '\t',
        '_x000D_',
        '&lt;',
        ']]>',
        ' ',
        '\u0000',
        '\uFFFE',
        '国',
        '（',
      ),
    ),
    { maxLength: 6 },
  )
  .map((parts) => parts.join('').replace(/[\ud800-\udfff]/g, ''));
const value = fc.oneof(
  fc.integer({ min: -1e9, max: 1e12 }),
  fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }).filter((n) => !Object.is(n, -0)),
  fc.constant(null),
);
const date = fc.constantFrom(
  null,
  '2019',
  '2019-04',
  '2019-04-07',
  '1899-12-31',
  '2001/..',
  '2019-04-07T10:00',
);
const rows: fc.Arbitrary<Row[]> = fc.array(fc.tuple(text, value, date) as fc.Arbitrary<Row>, {
  minLength: 1,
  maxLength: 12,
});

const whole = async (content: AsyncIterable<Uint8Array | string>): Promise<Uint8Array> => {
  const pieces: Uint8Array[] = [];
  for await (const piece of content)
    pieces.push(typeof piece === 'string' ? new TextEncoder().encode(piece) : piece);
  return new Uint8Array(Buffer.concat(pieces));
};

const asText = (cell: Cell | undefined): string => (cell === null || cell === undefined ? '' : String(cell));

describe('tables written and read again', () => {
  it('hold every cell in CSV', async () => {
    await fc.assert(
      fc.asyncProperty(rows, async (written) => {
        const bytes = await whole(writeCsv({ columns: COLUMNS }, written));
        const read = readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes));
        expect(read.ok && read.value.map((cells) => COLUMNS.map(({ name }) => cells[name]))).toEqual(
          written.map((row) => row.map(asText)),
        );
      }),
    );
  });

  it('hold every cell in XLSX, over as many sheets as they need', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 2, max: 20 }), async (written, mostRows) => {
        const bytes = await whole(
          writeXlsx([{ name: 'facts', columns: COLUMNS, rows: written }], { mostRows }),
        );
        const read = readXlsx(bytes);
        if (!read.ok) throw new Error(read.reason);
        expect(read.value.every((sheet) => sheet.rows.length <= mostRows)).toBe(true);
        expect(
          read.value.flatMap((sheet) =>
            sheet.rows.slice(1).map((row) => COLUMNS.map((_, i) => row[i] ?? '')),
          ),
        ).toEqual(written.map((row) => row.map(asText)));
      }),
    );
  });

  it('hold every cell in Parquet, over several groups', async () => {
    await fc.assert(
      fc.asyncProperty(rows, fc.integer({ min: 1, max: 5 }), async (written, rowsAGroup) => {
        const read = await readParquet(await whole(writeParquet(COLUMNS, written, { rowsAGroup })));
        expect(read.ok && read.value.map((cells) => COLUMNS.map(({ name }) => cells[name]))).toEqual(
          written.map((row) => row.map(asText)),
        );
      }),
    );
  });

  it('are the same bytes twice', async () => {
    const row: Row = ['三万亩', 30000, '2019-04-07'];
    for (const write of [
      () => whole(writeXlsx([{ name: 'facts', columns: COLUMNS, rows: [row] }])),
      () => whole(writeParquet(COLUMNS, [row])),
    ])
      expect(Buffer.compare(await write(), await write())).toBe(0);
  });
});

describe('cells that a spreadsheet would run', () => {
  it.each(['=1+1', '+1', '-1', '@SUM(A1)', '\t=1', '＝1', " =cmd|' /C calc'!A0"])(
    '%j is disarmed',
    (cell) => {
      expect(disarm(cell)).toBe(`'${cell}`);
      expect(rearm(disarm(cell))).toBe(cell);
    },
  );

  it('gives any text back', () => {
    fc.assert(
      fc.property(text, (cell) => {
        expect(rearm(disarm(cell))).toBe(cell);
      }),
    );
  });
});

describe('Markdown', () => {
  it('gives any words back, line ends aside', () => {
    fc.assert(
      fc.property(text, (words) => {
        expect(unescapeMarkdown(escapeMarkdown(words, true))).toBe(words.replace(/\r\n?/g, '\n'));
      }),
    );
  });
});

describe('the bulk form of search engines', () => {
  it('has an action and a row for each item, and gives an id once', async () => {
    const bytes = await exportAs('opensearch', ['facts', 'names', 'articles', 'doubts']);
    const lines = new TextDecoder().decode(bytes).trimEnd().split('\n');
    const rows = lines.map((line) => JSON.parse(line) as Record<string, unknown>);
    const actions = rows.filter((_, i) => i % 2 === 0) as { index: { _index: string; _id: string } }[];
    expect(new Set(actions.map(({ index }) => index._index))).toEqual(
      new Set(['duidu-facts', 'duidu-names', 'duidu-articles', 'duidu-doubts']),
    );
    const ids = actions.map(({ index }) => `${index._index} ${index._id}`);
    expect(new Set(ids).size).toBe(ids.length);
    const facts = readCsv(new TextDecoder().decode(await exportAs('csv', ['facts'])));
    const first = rows[1] as Record<string, unknown>;
    expect(facts.ok && facts.value[0]).toMatchObject({
      words: first.words,
      exact: first.exact,
      value: String(first.value ?? ''),
    });
  });
});

it('says of an article in which other it goes on, as long as its page has the words', async () => {
  const page =
    '盐田上的风车\n\n盐场修好六架木风车，花了45万元。\n\n城东新开幼儿园\n\n两所幼儿园同时开园，新增学位620个。\n';
  const read = await derivePage('一版.txt', page);
  const [first] = read.extraction.articles;
  const start = first!.body.pieces[0]!.to;
  const own = { ...describeSpans([sourceSpan(start, sourceOffset(start + 6))], read.anchored) };
  const other = { ...own, source: 'b'.repeat(64) as typeof own.source, textHash: 'elsewhere' };
  const told = (continued: NonNullable<typeof read.continued>): Row[] => {
    const { columns, rows } = TABLES.articles;
    const at = columns.findIndex(({ name }) => name === 'continues_in');
    return [...rows({ ...read, continued }, {})].map((row) => row.slice(at, at + 2));
  };
  const where = `${other.source} ${start}-${start + 6}`;
  const none: Row = [null, null];
  const others = read.extraction.articles.slice(1).map(() => none);
  expect(told([{ act: 'a', first: own, second: other }])).toEqual([[where, null], ...others]);
  expect(told([{ act: 'a', first: other, second: own }])).toEqual([[null, where], ...others]);
  expect(told([{ act: 'a', first: { ...own, textHash: 'older' }, second: other }])).toEqual([
    none,
    ...others,
  ]);
});

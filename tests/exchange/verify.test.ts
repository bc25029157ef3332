import { utf8fromString } from '@exodus/bytes/utf8.js';
import { describeSpans } from '@shared/anchors/describe.ts';
import { writeCsv } from '@shared/exchange/forms/csv.ts';
import { readCsv } from '@shared/exchange/forms/read-csv.ts';
import { TABLES, type TableName } from '@shared/exchange/tables.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { derivePage, PAGES } from './made-library.ts';
import { check, checkedSource, exportAs, untouched, VERIFIED_FORMS } from './verify-steps.ts';

const states = ({ items }: Awaited<ReturnType<typeof check>>): string[] => [
  ...new Set(items.map(({ finding }) => finding.state)),
];

const ORCHARD = PAGES['orchard.txt'] as string;

/** The CSV of the facts as records, and such records as a CSV again. */
async function readFacts(): Promise<Record<string, string>[]> {
  const read = readCsv(new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exportAs('csv')));
  if (!read.ok) throw new Error(read.reason);
  return read.value.map((cells) => ({ ...cells }));
}

async function toCsv(
  records: readonly Readonly<Record<string, string>>[],
  table: TableName = 'facts',
): Promise<Uint8Array> {
  let text = '';
  for await (const piece of writeCsv(
    TABLES[table],
    records.map((record) => TABLES[table].columns.map(({ name }) => record[name] ?? null)),
  ))
    text += piece;
  return utf8fromString(text);
}

describe('an export and the sources it was made from', () => {
  it.each(VERIFIED_FORMS)('hold together in %s', async (form) => {
    const verification = await check(form, await exportAs(form), await untouched());
    expect(verification.items.length).toBeGreaterThan(70);
    expect(states(verification)).toEqual(['holds']);
    expect(verification.notices).toEqual([]);
  });

  it('hold with names, quotations and doubts too', async () => {
    const bytes = await exportAs('xlsx', ['facts', 'names', 'quotes', 'doubts']);
    const verification = await check('xlsx', bytes, await untouched());
    expect(states(verification)).toEqual(['holds']);
  });

  it.each(['csv', 'md', 'parquet'] as const)('hold with whole texts in %s', async (form) => {
    const { items } = await check(form, await exportAs(form, ['texts']), await untouched());
    expect(items.length).toBeGreaterThan(10);
    expect(items.filter(({ finding }) => finding.state !== 'holds')).toEqual([]);
  });

  it.each([
    ['published', '2019-04-08'],
    ['published', ''],
    ['published_basis', 'inferred'],
  ])('do not hold together where %s is given as “%s”', async (column, cell) => {
    const facts = await readFacts();
    const row = facts.findIndex(({ published_basis }) => published_basis === 'printed');
    (facts[row] as Record<string, string>)[column] = cell;
    const { items } = await check('csv', await toCsv(facts), await untouched());
    const fallen = items.filter(({ finding }) => finding.state !== 'holds');
    expect(fallen).toMatchObject([
      { where: `row ${row + 2}`, finding: { state: 'does-not-follow', field: column, said: cell } },
    ]);
  });

  it('hold where a person gave another date, which is theirs', async () => {
    const acts = { description: { publishedOn: '2001-01-01' } };
    const page = await derivePage('orchard.txt', ORCHARD, acts);
    const bytes = await exportAs('csv', ['facts'], () => [page]);
    expect(states(await check('csv', bytes, await untouched()))).toEqual(['holds']);
  });

  it('hold where a person set another encoding, in which the page has other words', async () => {
    // 發放補助35% in Big5; read as GB 18030 it has other characters and the same figure.
    const bytes = new Uint8Array([181, 111, 169, 241, 184, 201, 167, 85, 51, 53, 37]);
    const page = await derivePage('notice.txt', bytes, { description: { encoding: 'gb18030' } });
    const exported = await exportAs('csv', ['facts'], () => [page]);
    const { items, notices } = await check('csv', exported, [await checkedSource('notice.txt', bytes)]);
    expect(items).toMatchObject([{ words: '35%', finding: { state: 'holds' } }]);
    expect(notices).toEqual([]);
  });

  it('hold where a person had a hand in the reading, and it is said what was not checked', async () => {
    const read = await derivePage('orchard.txt', ORCHARD);
    const [first] = read.extraction.facts.filter(({ kind }) => kind === 'measurement');
    if (!first) throw new Error('no area is read');
    const verdict = {
      act: 'one',
      target: describeSpans([first], read.anchored),
      kind: first.kind,
      verdict: 'corrected',
      correction: { value: 12_500 },
    } as const;
    const page = await derivePage('orchard.txt', ORCHARD, { verdicts: [verdict] });
    const bytes = await exportAs('csv', ['facts'], () => [page]);
    const { items, notices } = await check('csv', bytes, await untouched());
    expect(items.length).toBeGreaterThan(5);
    expect(states({ items, notices })).toEqual(['holds']);
    expect(items.filter(({ saidByPerson }) => saidByPerson)).toMatchObject([{ words: first.text }]);
    expect(notices).toMatchObject([{ state: 'derived-otherwise', file: 'orchard.txt' }]);
  });

  it.each(['csv', 'xlsx', 'parquet'] as const)(
    'pass over articles in %s, which bring no proof',
    async (form) => {
      const { items } = await check(form, await exportAs(form, ['articles']), await untouched());
      expect(items).toEqual([]);
    },
  );

  it('are broken where a column of the proof is gone', async () => {
    const { items } = await check(
      'csv',
      utf8fromString('id,kind,bound,value,words\r\n1,money,exact,3,三元\r\n'),
      [],
    );
    expect(items).toMatchObject([{ where: 'row 2', finding: { state: 'broken', field: 'spans' } }]);
  });

  it('hold whatever the order of the rows', async () => {
    const facts = await readFacts();
    const verification = await check('csv', await toCsv(facts.toReversed()), await untouched());
    expect(states(verification)).toEqual(['holds']);
  });
});

describe('a source in other bytes', () => {
  it('with the same text holds, and is named so', async () => {
    const [specimen] = await untouched();
    const encoded = new Uint8Array(2 + ORCHARD.length * 2);
    encoded.set([0xff, 0xfe]);
    for (let i = 0; i < ORCHARD.length; i++) {
      const unit = ORCHARD.charCodeAt(i);
      encoded.set([unit & 0xff, unit >> 8], 2 + i * 2);
    }
    const other = await checkedSource('orchard.txt', encoded);
    const verification = await check('csv', await exportAs('csv'), [specimen as never, other]);
    expect(states(verification)).toEqual(['holds']);
    expect(verification.notices).toMatchObject([{ state: 'other-bytes', file: 'orchard.txt' }]);
  });

  it('that is wrapped anew moved, with nothing changed', async () => {
    const [specimen] = await untouched();
    const wrapped = ORCHARD.replace(/(.{17})/g, '$1\n');
    const verification = await check('csv', await exportAs('csv'), [
      specimen as never,
      await checkedSource('orchard.txt', utf8fromString(wrapped)),
    ]);
    for (const { finding } of verification.items) expect(['holds', 'moved']).toContain(finding.state);
    expect(verification.notices).toMatchObject([{ state: 'text-changed', file: 'orchard.txt' }]);
  });

  it('that is not given is missing', async () => {
    const [specimen] = await untouched();
    const { items } = await check('csv', await exportAs('csv'), [specimen as never]);
    const lost = items.filter(({ finding }) => finding.state === 'missing');
    expect(lost.length).toBeGreaterThan(5);
  });
});

/**
 * What one change of a source must do: items whose words or contexts it touches change, those behind it move,
 * those before it hold.
 */
describe('changes in a source', () => {
  it('are named where they fall and nowhere else', async () => {
    const exported = await exportAs('csv');
    const facts = (await readFacts()).filter(({ source_name }) => source_name === 'orchard.txt');
    const [specimen] = await untouched();
    await fc.assert(
      fc.asyncProperty(
        fc.nat(ORCHARD.length - 2),
        fc.constantFrom<'replace' | 'remove' | 'insert'>('replace', 'remove', 'insert'),
        async (at, how) => {
          const unit = ORCHARD[at] === '卍' ? '卐' : '卍';
          const changed =
            ORCHARD.slice(0, at) +
            (how === 'remove' ? '' : unit) +
            ORCHARD.slice(how === 'insert' ? at : at + 1);
          const source = await checkedSource('orchard.txt', utf8fromString(changed));
          const { items, notices } = await check('csv', exported, [specimen as never, source]);
          expect(notices).toHaveLength(1);
          const mine = items.slice(-facts.length);
          for (const [i, { finding }] of mine.entries()) {
            const { spans = '', prefix = '', suffix = '' } = facts[i] as Record<string, string>;
            const [start = 0, end = 0] = spans.split('-').map(Number);
            const from = start - prefix.length;
            const to = end + suffix.length;
            const isTouched = how === 'insert' ? at > from && at < to : at >= from && at < to;
            const isBehind = how !== 'replace' && at <= from && !isTouched;
            // Figures may be read otherwise when what stands around them changed.
            const expected = isTouched
              ? ['changed']
              : isBehind
                ? ['moved', 'does-not-follow']
                : ['holds', 'does-not-follow'];
            expect(expected).toContain(finding.state);
          }
        },
      ),
      { numRuns: 25 },
    );
  });
});

/** Each way of damaging one row; returns false where the row has nothing of the kind. */
const DAMAGES: Readonly<
  Record<string, (row: Record<string, string>, other: Record<string, string>) => boolean>
> = {
  value(row) {
    if (!row.value) return false;
    row.value = String(Number(row.value) + 1);
    return true;
  },
  date(row) {
    if (!/^\d{4}/.test(row.date ?? '')) return false;
    row.date = `1${row.date?.slice(1)}`.replace(/^1(?=9)/, '2');
    return true;
  },
  unit(row) {
    row.unit = row.unit === '米' ? '千米' : '米';
    return true;
  },
  bound(row) {
    row.bound = row.bound === 'exact' ? 'at-least' : 'exact';
    return true;
  },
  kind(row) {
    row.kind = row.kind === 'money' ? 'quantity' : 'money';
    return true;
  },
  hash(row) {
    row.source_sha256 = (row.source_sha256 ?? '').replace(/^./, (digit) => (digit === 'a' ? 'b' : 'a'));
    return true;
  },
  textHash(row) {
    row.text_sha256 = (row.text_sha256 ?? '').replace(/.$/, (digit) => (digit === 'a' ? 'b' : 'a'));
    return true;
  },
  span(row) {
    row.spans = (row.spans ?? '').replace(/^(\d+)/, (start) => String(Number(start) + 1));
    return true;
  },
  shift(row) {
    row.spans = (row.spans ?? '').replace(/\d+/g, (offset) => String(Number(offset) + 1));
    return true;
  },
  words(row) {
    row.words = `${row.words}万`;
    return true;
  },
  prefix(row) {
    if (!row.prefix) return false;
    row.prefix = `卍${row.prefix.slice(1)}`;
    return true;
  },
  when(row) {
    row.when = row.when === '2018' ? '2017' : '2018';
    return true;
  },
  measure(row) {
    row.measure = `${row.measure}者`;
    return true;
  },
  subject(row) {
    row.subject = row.subject === '东湾' ? '西湾' : '东湾';
    return true;
  },
  headline(row) {
    row.headline = row.headline?.replace('改', '补') === row.headline ? `${row.headline}记` : '改种补记';
    return true;
  },
  newspaper(row) {
    row.newspaper = '西湾日报';
    return true;
  },
  exchange(row, other) {
    if (row.words === other.words) return false;
    [row.words, other.words] = [other.words as string, row.words as string];
    return true;
  },
};

/** A cell of a table other than facts, and what it is changed to. */
const MISSAID = [
  ['names', 'type', 'event'],
  ['names', 'canonical', '高坡镇'],
  ['names', 'role', '县长'],
  ['quotes', 'speaker', '莫清扬'],
  ['quotes', 'headline', '果园'],
  ['doubts', 'reason', 'join'],
] as const;

describe('changes in an export', () => {
  it.each(MISSAID)('of %s are named: %s', async (table, column, said) => {
    const read = readCsv(
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await exportAs('csv', [table])),
    );
    if (!read.ok) throw new Error(read.reason);
    const rows = read.value.map((cells) => ({ ...cells }));
    expect(rows.length).toBeGreaterThan(0);
    const at = rows.length - 1;
    (rows[at] as Record<string, string>)[column] = said;
    const { items } = await check('csv', await toCsv(rows, table), await untouched());
    const fallen = items.flatMap(({ finding }, i) => (finding.state === 'holds' ? [] : [[i, finding]]));
    expect(fallen).toMatchObject([[at, { state: 'does-not-follow', field: column, said }]]);
  });

  it.each(Object.keys(DAMAGES))('are named: %s', async (damage) => {
    const facts = await readFacts();
    const sources = await untouched();
    await fc.assert(
      fc.asyncProperty(fc.nat(facts.length - 1), fc.nat(facts.length - 1), async (at, with_) => {
        const rows = facts.map((row) => ({ ...row }));
        const other = with_ === at ? (at + 1) % rows.length : with_;
        const row = rows[at] as Record<string, string>;
        fc.pre((DAMAGES[damage] as (typeof DAMAGES)[string])(row, rows[other] as Record<string, string>));
        const { items, notices } = await check('csv', await toCsv(rows), sources);
        const expected = damage === 'exchange' ? [at, other].sort((a, b) => a - b) : [at];
        const named = items.flatMap(({ finding }, i) => (finding.state === 'holds' ? [] : [i]));
        // Another hash over a text that is there is named as other bytes of the same text.
        if (damage === 'hash') expect(notices).toHaveLength(1);
        else expect(named).toEqual(expected);
      }),
      { numRuns: 17 },
    );
  });
});

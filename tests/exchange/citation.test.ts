import { toBibtex } from '@shared/exchange/citation/bibtex.ts';
import type { CitedArticle } from '@shared/exchange/citation/cited-article.ts';
import { copyCitation, quoteWords } from '@shared/exchange/citation/copy-citation.ts';
import { toCsl } from '@shared/exchange/citation/csl.ts';
import { type CitationStyle, formatCitation } from '@shared/exchange/citation/format-citation.ts';
import { toRis } from '@shared/exchange/citation/ris.ts';
import { sayBases } from '@shared/exchange/citation/said-bases.ts';
import { citedArticles } from '@shared/exchange/tables.ts';
import { describe, expect, it } from 'vitest';
import { derivePage, words } from './made-library.ts';

const WHOLE: CitedArticle = {
  id: 'a1',
  title: '潮汐能电站并网发电',
  subtitle: null,
  authors: ['莫清扬'],
  newspaper: { text: '东湾日报', basis: 'printed' },
  date: { text: '2019-04-07', basis: 'printed' },
  edition: { text: '第03版', basis: 'printed' },
};

/** A clipping of which nothing else is known. */
const NOTHING_BUT_TITLE: CitedArticle = {
  ...WHOLE,
  authors: [],
  newspaper: null,
  date: null,
  edition: null,
};

const but = (change: Partial<CitedArticle>): CitedArticle => ({ ...WHOLE, ...change });

describe('GB/T 7714', () => {
  it.each<[string, CitedArticle, string, string]>([
    [
      'one author',
      WHOLE,
      '莫清扬. 潮汐能电站并网发电[N]. 东湾日报，2019-04-07（03）.',
      '莫清扬. 潮汐能电站并网发电[N]. 东湾日报, 2019-04-07(03).',
    ],
    [
      'three authors are all named',
      but({ authors: ['莫清扬', '殷秋白', '祝南星'] }),
      '莫清扬，殷秋白，祝南星. 潮汐能电站并网发电[N]. 东湾日报，2019-04-07（03）.',
      '莫清扬, 殷秋白, 祝南星. 潮汐能电站并网发电[N]. 东湾日报, 2019-04-07(03).',
    ],
    [
      'of four, three and 等',
      but({ authors: ['莫清扬', '殷秋白', '祝南星', '路远'] }),
      '莫清扬，殷秋白，祝南星，等. 潮汐能电站并网发电[N]. 东湾日报，2019-04-07（03）.',
      '莫清扬, 殷秋白, 祝南星, 等. 潮汐能电站并网发电[N]. 东湾日报, 2019-04-07(03).',
    ],
    [
      'an unknown author is left out of a numbered list',
      but({ authors: [] }),
      '潮汐能电站并网发电[N]. 东湾日报，2019-04-07（03）.',
      '潮汐能电站并网发电[N]. 东湾日报, 2019-04-07(03).',
    ],
    [
      'an inferred date stands in square brackets',
      but({ date: { text: '2019', basis: 'inferred' } }),
      '莫清扬. 潮汐能电站并网发电[N]. 东湾日报，[2019]（03）.',
      '莫清扬. 潮汐能电站并网发电[N]. 东湾日报, [2019](03).',
    ],
    [
      'other title information follows a colon',
      but({ subtitle: '首批电量送往海岛' }),
      '莫清扬. 潮汐能电站并网发电：首批电量送往海岛[N]. 东湾日报，2019-04-07（03）.',
      '莫清扬. 潮汐能电站并网发电: 首批电量送往海岛[N]. 东湾日报, 2019-04-07(03).',
    ],
    [
      'what is not known is left out',
      but({ newspaper: null, date: null, edition: null }),
      '莫清扬. 潮汐能电站并网发电[N].',
      '莫清扬. 潮汐能电站并网发电[N].',
    ],
    [
      'a letter stays with its page',
      but({ edition: { text: 'Ａ１２版', basis: 'printed' } }),
      '莫清扬. 潮汐能电站并网发电[N]. 东湾日报，2019-04-07（A12）.',
      '莫清扬. 潮汐能电站并网发电[N]. 东湾日报, 2019-04-07(A12).',
    ],
  ])('%s', (_, cited, of2025, of2015) => {
    expect(formatCitation(cited, 'gbt7714-2025')).toBe(of2025);
    expect(formatCitation(cited, 'gbt7714-2015')).toBe(of2015);
  });

  it('numbers a source in the text', () => {
    expect(formatCitation(WHOLE, 'gbt7714-2025', 'in-text', 7)).toBe('[7]');
  });
});

describe('Chicago', () => {
  it.each<[string, CitedArticle, 'entry' | 'footnote' | 'in-text', string]>([
    ['a list', WHOLE, 'entry', '莫清扬. “潮汐能电站并网发电.” 东湾日报, April 7, 2019.'],
    ['a note', WHOLE, 'footnote', '莫清扬, “潮汐能电站并网发电,” 东湾日报, April 7, 2019.'],
    ['author and date', WHOLE, 'in-text', '(莫清扬 2019)'],
    [
      'nobody signs: the newspaper leads a list',
      but({ authors: [] }),
      'entry',
      '东湾日报. “潮汐能电站并网发电.” April 7, 2019.',
    ],
    [
      'nobody signs: the headline leads a note',
      but({ authors: [] }),
      'footnote',
      '“潮汐能电站并网发电,” 东湾日报, April 7, 2019.',
    ],
    ['no date', but({ date: null }), 'in-text', '(莫清扬 n.d.)'],
    [
      'a month',
      but({ date: { text: '2019-04', basis: 'printed' } }),
      'entry',
      '莫清扬. “潮汐能电站并网发电.” 东湾日报, April 2019.',
    ],
    [
      'a question in a list',
      but({ title: '谁来守潮？' }),
      'entry',
      '莫清扬. “谁来守潮？” 东湾日报, April 7, 2019.',
    ],
    [
      'a question in a note',
      but({ title: '谁来守潮？' }),
      'footnote',
      '莫清扬, “谁来守潮？,” 东湾日报, April 7, 2019.',
    ],
    [
      'a title that quotes',
      but({ title: '“守潮人”的一天。' }),
      'entry',
      '莫清扬. “‘守潮人’的一天.” 东湾日报, April 7, 2019.',
    ],
    ['no date in a list', but({ date: null }), 'entry', '莫清扬. “潮汐能电站并网发电.” 东湾日报, n.d.'],
    ['nothing but a headline', NOTHING_BUT_TITLE, 'footnote', '“潮汐能电站并网发电,” n.d.'],
    ['nothing at all', { ...NOTHING_BUT_TITLE, title: null }, 'entry', 'n.d.'],
    [
      'a newspaper in traditional script',
      but({ title: '誰來守燈塔', newspaper: { text: '澎湖時報', basis: 'given' } }),
      'entry',
      '莫清扬. “誰來守燈塔.” 澎湖時報, April 7, 2019.',
    ],
  ])('%s', (_, cited, place, expected) => {
    expect(formatCitation(cited, 'chicago', place)).toBe(expected);
  });
});

describe('APA', () => {
  it.each<[string, CitedArticle, 'entry' | 'in-text', string]>([
    ['a list', WHOLE, 'entry', '莫清扬. (2019, April 7). 潮汐能电站并网发电. *东湾日报*, 第03版.'],
    ['in the text', WHOLE, 'in-text', '(莫清扬, 2019)'],
    [
      'two authors',
      but({ authors: ['莫清扬', '殷秋白'] }),
      'entry',
      '莫清扬 & 殷秋白. (2019, April 7). 潮汐能电站并网发电. *东湾日报*, 第03版.',
    ],
    [
      'nobody signs: the title leads',
      but({ authors: [] }),
      'entry',
      '潮汐能电站并网发电. (2019, April 7). *东湾日报*, 第03版.',
    ],
    [
      'three authors in the text',
      but({ authors: ['甲乙', '丙丁', '戊己'] }),
      'in-text',
      '(甲乙 et al., 2019)',
    ],
    ['no date', but({ date: null }), 'entry', '莫清扬. (n.d.). 潮汐能电站并网发电. *东湾日报*, 第03版.'],
    [
      'an inferred year',
      but({ date: { text: '2019', basis: 'inferred' }, edition: null }),
      'entry',
      '莫清扬. ([2019]). 潮汐能电站并网发电. *东湾日报*.',
    ],
    [
      'a question',
      but({ title: '谁来守潮？' }),
      'entry',
      '莫清扬. (2019, April 7). 谁来守潮？ *东湾日报*, 第03版.',
    ],
    ['a quoting title in the text', but({ authors: [], title: '“守潮人”' }), 'in-text', '(“‘守潮人’”, 2019)'],
    ['nothing but a headline', NOTHING_BUT_TITLE, 'entry', '潮汐能电站并网发电. (n.d.).'],
  ])('%s', (_, cited, place, expected) => {
    expect(formatCitation(cited, 'apa', place)).toBe(expected);
  });
});

describe('on the clipboard', () => {
  it.each<[CitationStyle, string, string]>([
    ['gbt7714-2025', '莫清扬. 潮汐能电站并网发电[N]. 东湾日报，2019-04-07（03）.', '[1]'],
    ['chicago', '莫清扬, “潮汐能电站并网发电,” 东湾日报, April 7, 2019.', '(莫清扬 2019)'],
    ['apa', '莫清扬. (2019, April 7). 潮汐能电站并网发电. *东湾日报*, 第03版.', '(莫清扬, 2019)'],
  ])('%s has a reference, a mark in the text, and words with both', (style, reference, mark) => {
    expect(copyCitation(WHOLE, style, 'reference')).toBe(reference);
    expect(copyCitation(WHOLE, style, 'in-text')).toBe(mark);
    const quotation = copyCitation(WHOLE, style, 'quotation', '潮水“推着”叶轮');
    expect(quotation.startsWith('“潮水‘推着’叶轮”')).toBe(true);
    expect(quotation).toContain(reference.replace(/\.$/, ''));
  });

  it.each([
    ['“潮水来了。”', '“潮水来了。”'],
    ['「潮水來了。」', '“潮水來了。”'],
    ['“涨”与“落”', '“‘涨’与‘落’”'],
    ['三台机组', '“三台机组”'],
  ])('quotes %s as %s', (words, quoted) => {
    expect(quoteWords(words)).toBe(quoted);
  });
});

describe('for reference managers', () => {
  it('writes CSL-JSON and says which date was inferred', () => {
    expect(toCsl(WHOLE)).toEqual({
      id: 'a1',
      type: 'article-newspaper',
      title: '潮汐能电站并网发电',
      author: [{ literal: '莫清扬' }],
      'container-title': '东湾日报',
      issued: { 'date-parts': [[2019, 4, 7]] },
      page: '03',
      language: 'zh',
    });
    expect(toCsl(but({ date: { text: '2019', basis: 'inferred' } }))).toMatchObject({
      issued: { 'date-parts': [[2019]], circa: true },
      note: 'date inferred from the text',
    });
  });

  it('escapes what BibTeX would run', () => {
    const entry = toBibtex(but({ title: '50% & {更多} \\write18' }));
    expect(entry).toContain('title = {{50\\% \\& \\{更多\\} \\textbackslash{}write18}},');
    expect(entry.startsWith('@article{duidu-a1,')).toBe(true);
  });

  it('writes RIS records that end', () => {
    const record = toRis(WHOLE);
    expect(record.split('\r\n')).toEqual([
      'TY  - NEWS',
      'AU  - 莫清扬',
      'TI  - 潮汐能电站并网发电',
      'T2  - 东湾日报',
      'PY  - 2019',
      'DA  - 2019/04/07/',
      'SP  - 03',
      'LA  - zh',
      'ID  - duidu-a1',
      'ER  - ',
      '',
    ]);
  });
});

it('says behind a citation what of it is not printed', () => {
  expect(sayBases(WHOLE, words)).toBe('');
  const given = { text: '东湾日报', basis: 'given' } as const;
  expect(sayBases(but({ newspaper: given, date: { text: '2019', basis: 'inferred' } }), words)).toBe(
    ' （日期系由文中推定） （报纸由人注明）',
  );
});

it('takes titles as one line, and second lines without the dashes that the page sets before them', async () => {
  const page = await derivePage(
    'lamp.txt',
    '东湾日报 2019年4月7日 第03版\n\n灯塔三代人\n——记守塔人殷家\n\n本报记者 莫清扬\n\n去年，灯塔接待访客1.2万人次，修缮投入资金320万元。\n',
  );
  const [cited] = [...citedArticles(page).values()];
  expect(cited && formatCitation(cited, 'gbt7714-2025')).toBe(
    '莫清扬. 灯塔三代人：记守塔人殷家[N]. 东湾日报，2019-04-07（03）.',
  );
});

import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { hear } from './heard-io.ts';

const folder = mkdtempSync(join(tmpdir(), 'duidu-compare-'));
const write = (name: string, text: string): string => {
  writeFileSync(join(folder, name), text);
  return name;
};
const compare = async (...args: string[]) => {
  const { code, printed, reported } = await hear(folder, ['compare', ...args]);
  return { code, reported, lines: printed.map((line) => JSON.parse(line)) };
};

const RELEASE =
  '潭河水文站的老站长在堤上守了三十一个汛期，每一次洪峰的时刻他都记在一本蓝皮的簿子里，从来没有漏过。';
const first = write('first.txt', `2011年7月3日\n\n潭河边的守望者\n\n本报讯 ${RELEASE}今年他退休了。\n`);
const later = write(
  'later.txt',
  `2011年7月9日\n\n一本蓝皮簿子\n\n夏天又到了。${RELEASE.slice(0, 20)}\n${RELEASE.slice(20)}簿子如今进了县里的展柜。\n`,
);
const other = write(
  'other.txt',
  '2011年7月9日\n\n潭河花市开张\n\n昨天，潭河花市开张，三百多个品种的花木摆满了两条街。\n',
);

describe('duidu compare', () => {
  it('prints a passage of several articles once, at its words, in the order of time', async () => {
    const { code, lines } = await compare(later, other, first);
    expect(code).toBe(0);
    const passages = lines.filter(({ kind }) => kind === 'passage');
    expect(passages).toHaveLength(1);
    expect(passages[0].members.map((member: { source: string }) => member.source)).toEqual([first, later]);
    for (const { source, start, end, text, publishedOn } of passages[0].members) {
      expect(readFileSync(join(folder, source), 'utf8').slice(start, end).replaceAll('\n', '')).toBe(RELEASE);
      expect(text.replaceAll('\n', '')).toBe(RELEASE);
      expect(publishedOn).toMatch(/^2011-07-0[39]$/);
    }
  });

  it('prints which figures of one thing agree, each at its words', async () => {
    const one = write(
      'one.txt',
      '1999年3月2日\n\n秋水县植树忙\n\n今年春季，秋水县植树造林18.6万亩，投入资金2340万元。\n',
    );
    const two = write(
      'two.txt',
      '1999年3月2日\n\n秋水添绿\n\n秋水县今春造林1.24万公顷，投入资金2430万元。\n',
    );
    const { lines } = await compare(one, two);
    const found = lines.filter(({ kind }) => kind === 'figures');
    expect(
      found.map(({ verdict, figures }) => [
        verdict,
        ...figures.map(({ text }: { text: string }) => text).sort(),
      ]),
    ).toEqual([
      ['agree', '1.24万公顷', '18.6万亩'],
      ['differ', '2340万元', '2430万元'],
    ]);
    for (const { source, start, end, text } of found.flatMap(({ figures }) => figures))
      expect(readFileSync(join(folder, source), 'utf8').slice(start, end)).toBe(text);
  });

  it('names a file that cannot be read and compares the others', async () => {
    const { code, lines, reported } = await compare(first, 'absent.txt', later);
    expect(code).toBe(1);
    expect(lines[0].error.code).toBe('file-not-found');
    expect(lines.filter(({ kind }) => kind === 'passage')).toHaveLength(1);
    expect(reported.join('\n')).toContain('absent.txt');
  });

  it('takes the same bytes under two names once', async () => {
    const { lines, reported } = await compare(
      first,
      write('copy.txt', readFileSync(join(folder, first), 'utf8')),
    );
    expect(lines).toEqual([]);
    expect(reported.join('\n')).toContain('copy.txt');
  });

  it('wants a file', async () => {
    expect((await compare()).code).toBe(2);
  });
});

import { guessNamePattern, readNamePattern } from '@shared/text/file-name-pattern.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const read = (pattern: string, path: string) => readNamePattern(pattern)?.read(path);

describe('a pattern of file names', () => {
  it.each([
    [
      '{paper}-{date}-{page}',
      '湖口日报-2019-04-02-03.txt',
      { newspaper: '湖口日报', publishedOn: '2019-04-02', edition: '3' },
    ],
    [
      '{paper}-{date}-{page}',
      '湖口日报-20190402-A03.html',
      { newspaper: '湖口日报', publishedOn: '2019-04-02', edition: 'A3' },
    ],
    [
      '{paper}{date}{page}',
      '滨海晚报1987年6月15日第二版.txt',
      { newspaper: '滨海晚报', publishedOn: '1987-06-15', edition: '二' },
    ],
    [
      '{date}_{page}_{title}',
      '2021.11.05_4_山城修路.docx',
      { publishedOn: '2021-11-05', edition: '4', pageTitle: '山城修路' },
    ],
    [
      '{paper}（{date}）{*}',
      '港岛新闻(2003.07)剪报二.txt',
      { newspaper: '港岛新闻', publishedOn: '2003-07' },
    ],
    [
      '{paper}/{date}/{page}',
      '存档/湖口日报/19980301/第08版.txt',
      { newspaper: '湖口日报', publishedOn: '1998-03-01', edition: '8' },
    ],
    ['{date}', '1956.txt', { publishedOn: '1956' }],
  ])('%s reads %s', (pattern, path, page) => {
    expect(read(pattern, path)).toEqual(page);
  });

  it.each([
    ['{paper}-{date}', '湖口日报-2019-13-02.txt'],
    ['{paper}-{date}', '湖口日报-2019-02-30.txt'],
    ['{date}-{page}', '2019-04-02-版.txt'],
    ['{paper}/{date}', '20190402.txt'],
    ['{date}', '201904021.txt'],
  ])('%s does not fit %s', (pattern, path) => {
    expect(read(pattern, path)).toBeNull();
  });

  it.each([['日报'], ['{day}'], ['{date}{date}'], ['{paper}{title}'], ['{*}{paper}'], ['']])(
    '%j is none',
    (pattern) => {
      expect(readNamePattern(pattern)).toBeNull();
    },
  );

  it('reads back what was put in its places', () => {
    const word = fc.stringMatching(/^[\u4e00-\u9fff]{1,6}$/);
    const date = fc.date({ min: new Date('1900-01-01'), max: new Date('2099-12-31'), noInvalidDate: true });
    fc.assert(
      fc.property(
        word,
        date,
        fc.integer({ min: 1, max: 99 }),
        fc.constantFrom('-', '_', ' ', '／', '·'),
        (paper, day, page, mark) => {
          const iso = day.toISOString().slice(0, 10);
          const pattern = ['{paper}', '{date}', '{page}'].join(mark);
          for (const written of [iso, iso.replaceAll('-', ''), iso.replaceAll('-', '.')])
            expect(
              read(pattern, `${[paper, written, String(page).padStart(2, '0')].join(mark)}.txt`),
            ).toEqual({
              newspaper: paper,
              publishedOn: iso,
              edition: String(page),
            });
        },
      ),
    );
  });

  it('comes to an end on names that could be shared out in many ways', () => {
    const pattern = readNamePattern('{paper}-{*}-{title}-{date}-{page}');
    // One that went over every way to share these would not end.
    expect(pattern?.read(`${'报-'.repeat(120)}x`)).toBeNull();
  });

  it('is guessed from the names', () => {
    expect(guessNamePattern(['湖口日报-2019-04-02-1.txt', '湖口日报-2019-04-02-2.txt', '说明.txt'])).toBe(
      '{paper}-{date}-{page}',
    );
    expect(guessNamePattern(['20190402_01.txt', '20190402_02.txt'])).toBe('{date}_{page}');
    expect(guessNamePattern(['甲.txt', '乙.txt'])).toBeNull();
  });
});

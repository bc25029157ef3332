import { sourceSpan } from '@shared/model/offset.ts';
import type { Hint } from '@shared/model/read-source.ts';
import { segment } from '@shared/segment/segment.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { KNOWLEDGE } from './knowledge.ts';
import { brokenLaws } from './laws.ts';

const LINES = [
  '首页 新闻 评论',
  '江城渡口通航',
  '——停航六年之后',
  '三月的第一个早晨，渡船载着四十二名学生过河，岸上站满了来看的人',
  '等了六年',
  '镇里的人说，这条航线停了六年，学生上学要绕行十一公里。',
  '学生们在渡口等船',
  '县里的船厂造了四个月。',
  '船厂今年招工',
  '船厂招收焊工二十名，月底截止。',
  '版权所有',
] as const;
const TEXT = LINES.join('\n');
type Kind = 'title' | 'caption' | 'furniture' | 'paragraph';

function told(kind: Kind | 'heading', words: string): Hint {
  const start = TEXT.indexOf(words);
  const span = sourceSpan(start, start + words.length);
  return kind === 'heading' ? { kind, level: 1, ...span } : { kind, ...span };
}

const HINTS: readonly Hint[] = [
  told('furniture', LINES[0]),
  told('title', LINES[1]),
  told('paragraph', LINES[3]),
  told('heading', LINES[4]),
  told('paragraph', LINES[5]),
  told('caption', LINES[6]),
  told('title', LINES[8]),
  told('furniture', '所有'),
];

describe('a page whose format says what its lines are', () => {
  it('has its stories where the format says that they begin', () => {
    const { articles, furniture } = segment(TEXT, KNOWLEDGE, [], HINTS).page;
    expect(articles.map(({ title, subtitle }) => [title?.text, subtitle?.text])).toEqual([
      [LINES[1], LINES[2]],
      [LINES[8], undefined],
    ]);
    const [first] = articles;
    expect(first?.headings.map(({ start, end }) => first.body.text.slice(start, end))).toEqual([LINES[4]]);
    expect(first?.captions.map(({ text }) => text)).toEqual([LINES[6]]);
    expect(furniture.map(({ start, end }) => TEXT.slice(start, end))).toEqual(
      expect.arrayContaining([LINES[0], '所有']),
    );
  });

  it('is signed by whom its file states where it prints nobody', () => {
    const one = (value: string): Hint[] => [
      ...HINTS.slice(0, 6),
      { kind: 'byline', value, ...sourceSpan(0, 0) },
    ];
    const signed = (value: string) => segment(TEXT, KNOWLEDGE, [], one(value)).page.articles[0]?.byline;
    expect(signed('周明远、林岚')).toEqual({ names: ['周明远', '林岚'], spans: [] });
    expect(signed('江城新闻网')).toEqual({ names: [], spans: [] });
  });

  it('loses nothing, whatever it says', () => {
    const kinds = fc.constantFrom('title', 'caption', 'furniture', 'paragraph', 'heading', 'cell');
    const hint = fc.tuple(kinds, fc.nat(TEXT.length), fc.nat(30)).map(([kind, start, length]) => {
      const span = sourceSpan(start, Math.min(TEXT.length, start + length));
      return (kind === 'heading' ? { kind, level: 2, ...span } : { kind, ...span }) as Hint;
    });
    fc.assert(
      fc.property(fc.array(hint, { maxLength: 12 }), (hints) => {
        const sorted = hints.sort((a, b) => a.start - b.start);
        expect(brokenLaws(TEXT, segment(TEXT, KNOWLEDGE, [], sorted).page)).toEqual([]);
      }),
    );
  });
});

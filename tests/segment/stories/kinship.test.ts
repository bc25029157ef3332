import { segment } from '@shared/segment/segment.ts';
import { describe, expect, it } from 'vitest';
import { readStories } from '../generator/article-pool.ts';
import { KNOWLEDGE } from '../knowledge.ts';

const story = (name: string): { title: string; paragraphs: string[]; lines: string[] } => {
  const { title = '', parts = [] } = readStories().find(({ id }) => id === name) ?? {};
  return {
    title,
    paragraphs: parts.filter(({ role }) => role === 'paragraph').map(({ text }) => text),
    lines: parts.map(({ text }) => text),
  };
};

const orchard = story('orchard');
const school = story('school');

/** The articles of a page, each as its title and paragraphs, and the text of its doubts by reason. */
function read(blocks: readonly string[]): { articles: [string | undefined, string[]][]; doubted: string[] } {
  const text = blocks.join('\n\n');
  const { articles, doubts } = segment(text, KNOWLEDGE).page;
  return {
    articles: articles.map((one) => [
      one.title?.text,
      one.paragraphs.map((span) => one.body.text.slice(span.start, span.end)),
    ]),
    doubted: doubts
      .filter(({ reason }) => reason === 'owner-unknown')
      .map(({ span }) => text.slice(span.start, span.end)),
  };
}

describe('paragraphs of another story', () => {
  const cut = orchard.paragraphs[4] ?? '';
  /** Where it is cut inside a sentence: in a name that stands elsewhere too. */
  const CUT = cut.indexOf('苏文博') + 2;

  it('go back to it where its columns and another’s were mixed inside a sentence, and are doubted', () => {
    const page = [
      orchard.title,
      ...orchard.paragraphs.slice(0, 4),
      cut.slice(0, CUT),
      school.title,
      ...school.paragraphs.slice(0, 4),
      cut.slice(CUT),
      ...orchard.paragraphs.slice(5),
      ...school.paragraphs.slice(4),
    ];
    const { articles, doubted } = read(page);
    expect(articles).toEqual([
      [orchard.title, orchard.paragraphs],
      [school.title, school.paragraphs],
    ]);
    expect(doubted).toEqual([cut.slice(CUT), ...orchard.paragraphs.slice(5)]);
  });

  it('go back to it where one was set into a sentence of the other', () => {
    const [first = '', second = '', third = '', ...rest] = school.paragraphs;
    const page = [
      orchard.title,
      ...orchard.paragraphs.slice(0, 4),
      cut.slice(0, CUT),
      second,
      cut.slice(CUT),
      ...orchard.paragraphs.slice(5),
    ];
    const { articles, doubted } = read([...page, school.title, first, third, ...rest]);
    expect(articles[0]?.[1]).toEqual(orchard.paragraphs);
    expect(articles[1]?.[1]).toContain(second);
    expect(doubted).toEqual([second]);
  });

  it('stay where only their words speak against it, and are doubted with the order that moves them', () => {
    const own = school.paragraphs.slice(0, 4);
    const strange = orchard.paragraphs.slice(5);
    const page = [orchard.title, ...orchard.paragraphs.slice(0, 5), school.title, ...own, ...strange];
    const text = [...page, ...school.paragraphs.slice(4)].join('\n\n');
    const { doubts, articles } = segment(text, KNOWLEDGE).page;
    expect(articles[1]?.body.text).toContain(strange[0]);
    const owner = doubts.filter(({ reason }) => reason === 'owner-unknown');
    expect(owner.map(({ span }) => text.slice(span.start, span.end))).toEqual(strange);
    for (const { other } of owner) {
      const mended = segment(text, KNOWLEDGE, other ? [other] : []).page.articles;
      expect(mended.map((one) => one.body.text)).toEqual(
        [orchard.paragraphs, school.paragraphs].map((paragraphs) => paragraphs.join('\n')),
      );
    }
  });

  it('go back to the interview in which their speaker speaks, questions too', () => {
    const talk = story('talk');
    const [question = '', answer = ''] = talk.paragraphs.slice(-2);
    const page = [talk.title, ...talk.paragraphs.slice(0, -2), school.title, ...school.paragraphs];
    const { articles, doubted } = read([...page.slice(0, -1), question, answer, page.at(-1) ?? '']);
    expect(articles[0]?.[1]).toEqual(talk.paragraphs);
    expect(doubted).toEqual([question, answer]);
  });

  it('open a story of their own under a single headline that nobody signed', () => {
    const page = [orchard.title, ...orchard.paragraphs, school.title, ...school.paragraphs];
    expect(read(page).articles).toEqual([
      [orchard.title, orchard.paragraphs],
      [school.title, school.paragraphs],
    ]);
  });

  it('open none under a heading that has others beside it', () => {
    const { title, lines } = story('bridge');
    expect(read([title, ...lines]).articles).toHaveLength(1);
  });

  it('are none where stories stand one after the other', () => {
    const page = [orchard.title, ...orchard.paragraphs, school.title, ...school.paragraphs];
    expect(read(page).doubted).toEqual([]);
  });
});

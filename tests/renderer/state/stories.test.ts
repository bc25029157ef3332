import { expect, it } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { createStories, type StoriesTools } from '../../../renderer/state/stories.ts';

const FOLLOWING = ['second', 'third'];

/** An open article that goes on in two others, each on a page of its own. @param torn source whose row cannot be read. */
function openStory(torn: string | null) {
  const rowOf = (id: string) => {
    const body = { text: id, pieces: [{ from: 0, to: 0, length: id.length }] };
    const article = { id, title: null, subtitle: null, body, captions: [], paragraphs: [], headings: [] };
    const byline = { names: [], spans: [] };
    return { id, source: `page of ${id}`, article: { ...article, byline }, facts: [], names: [], quotes: [] };
  };
  const library = {
    readArticles: async (ids: readonly string[]) => ids.map(rowOf),
    readSources: async (pages: readonly string[]) =>
      pages.filter((sha256) => sha256 !== torn).map((sha256) => ({ sha256, doubts: [] })),
    readTexts: async (pages: readonly string[]) =>
      pages.map((sha256) => ({ text: sha256, textHash: '', read: { places: [] } })),
  };
  const ends = (story: object, end: string) => ({ story, end });
  const [one, two] = [{ act: 'one' }, { act: 'two' }];
  const placed = new Map([
    ['first', [ends(one, 'first')]],
    ['second', [ends(one, 'second'), ends(two, 'first')]],
    ['third', [ends(two, 'second')]],
  ]);
  return createStories({
    library,
    session: createStore(() => ({ state: { continued: [] } })),
    shelf: createStore(() => ({
      sources: [],
      rows: [{ id: 'first', description: {}, published: { value: null } }],
    })),
    reader: createStore(() => ({ view: { article: { id: 'first' } } })),
    deeds: {},
    articleTargets: { place: () => ({ of: placed }) },
    fail: (error: unknown) => {
      throw error;
    },
  } as unknown as StoriesTools);
}

it('shows each part of a story with its own page, and leaves out the one whose page is torn', async () => {
  for (const torn of [null, 'page of second']) {
    const stories = openStory(torn);
    const parts = FOLLOWING.filter((id) => `page of ${id}` !== torn);
    await expect.poll(() => stories.getState().following.length).toBe(parts.length);
    const following = stories
      .getState()
      .following.map(({ view, source }) => [view.article.id, view.sourceText, source.sha256]);
    expect(following).toEqual(parts.map((id) => [id, `page of ${id}`, `page of ${id}`]));
  }
});

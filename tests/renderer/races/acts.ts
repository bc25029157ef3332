import { describeSpans } from '@shared/anchors/describe.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import type { SourceHash } from '@shared/model/source.ts';
import type { Library } from '../../../renderer/library/library.ts';
import type { Desk } from '../../../renderer/state/desk.ts';
import { Random } from '../../segment/generator/random.ts';
import { bytesOf } from '../desk/open-test-desk.ts';
import { PAGES, TWIN } from './pages.ts';

/** Something that a person does on a desk; `library` is the one that the desk shows, `draw` decides the rest. */
type Act = (desk: Desk, library: Library, draw: Random) => Promise<unknown>;

const FILES = [...Object.entries(PAGES).map(([name, text]) => ({ name, text })), TWIN];
const TAGS = ['水利', '盐业', '待查'];
const DAYS = ['2023-09-12', '1998-06-03', '2019'];

const importFiles: Act = ({ imports }, _library, draw) =>
  imports.getState().take({
    files: draw.draw(FILES, draw.between(1, 3)).map(({ name, text }) => ({ name, bytes: bytesOf(text) })),
    refused: [],
  });

/** Sources that the person has, in the order in which they came in. */
const sourcesOf = (desk: Desk, status: string): SourceHash[] =>
  [...desk.session.getState().state.sources.values()]
    .filter((kept) => kept.status === status)
    .map(({ source }) => source);

/** Done to a page that is on the shelf, if one is. */
const onPage =
  (act: (source: SourceHash, ...args: Parameters<Act>) => Promise<unknown>): Act =>
  async (desk, library, draw) => {
    const sources = sourcesOf(desk, 'present');
    if (sources.length > 0) await act(draw.pick(sources), desk, library, draw);
  };

/** Done to what the library holds of a page, if it does. */
const onWords = (
  act: (
    page: NonNullable<Awaited<ReturnType<typeof readPage>>>,
    desk: Desk,
    draw: Random,
  ) => Promise<unknown>,
): Act =>
  onPage(async (source, desk, library, draw) => {
    const page = await readPage(library, source);
    if (page) await act(page, desk, draw);
  });

async function readPage(library: Library, source: SourceHash) {
  const kept = await library.read(source);
  if (!kept) return null;
  const { text, textHash, extraction } = kept;
  const target = (start: number, end: number): Selector =>
    describeSpans([{ start, end }] as never, { source, text, textHash });
  return { source, text, extraction, target };
}

/** Words of a few characters, at a drawn place. */
const someWords = (text: string, draw: Random): readonly [number, number] => {
  const start = draw.below(Math.max(1, text.length - 8));
  return [start, Math.min(text.length, start + draw.between(2, 6))];
};

const judge = onWords(async ({ extraction, target }, { deeds }, draw) => {
  if (extraction.facts.length === 0) return;
  const { start, end, kind } = draw.pick(extraction.facts);
  const of = { target: target(start, end), kind };
  await deeds.perform(
    draw.pick([
      { type: 'fact.confirm', ...of },
      { type: 'fact.reject', ...of },
      { type: 'fact.correct', ...of, correction: { value: draw.below(5000) } },
    ] as const),
  );
});

const cut = onWords(async ({ extraction, text, target }, { deeds }, draw) => {
  const paragraphs = [...text.matchAll(/[^\r\n]{2,}/g)].map(
    (line) => [line.index, line.index + line[0].length] as const,
  );
  const [start, end] = draw.pick(paragraphs);
  const role = draw.pick(['title', 'caption', 'furniture', 'body'] as const);
  const what = target(start, end);
  if (extraction.articles.length === 0 || draw.chance(50))
    await deeds.perform({ type: 'page.cut', cut: { type: 'mark', what, role } });
  else await deeds.perform({ type: 'page.cut', cut: { type: 'split', at: what } });
});

const bookmark = onWords(async ({ text, target }, { bookmarks }, draw) => {
  await bookmarks.getState().add(target(...someWords(text, draw)), { note: '查', tags: [draw.pick(TAGS)] });
});

const changeBookmark: Act = async ({ bookmarks, session }, _library, draw) => {
  const ids = [...session.getState().state.bookmarks.keys()];
  if (ids.length === 0) return;
  const id = draw.pick(ids);
  if (draw.chance(50)) await bookmarks.getState().remove(id);
  else await bookmarks.getState().edit(id, { note: '再查', tags: [draw.pick(TAGS)] });
};

const markName = onWords(async ({ extraction, target }, { deeds }, draw) => {
  if (extraction.names.length === 0) return;
  const { start, end } = draw.pick(extraction.names);
  const nameType = draw.pick(['person', 'place', null] as const);
  await deeds.perform({ type: 'name.mark', target: target(start, end), nameType });
});

const joinNames: Act = async ({ deeds }, _library, draw) => {
  const forms = ['白沙', '石滩镇', '石滩', '沙滩'];
  const [as = '', other = ''] = draw.draw(forms, 2);
  await deeds.perform({ type: 'name.join', nameType: 'place', forms: [as, other], as });
};

const keepWord: Act = async ({ deeds }, _library, draw) => {
  const word = draw.pick(['防洪堤', '风车', '丁水生']);
  await deeds.perform(
    draw.chance(60)
      ? { type: 'word.keep', word, nameType: draw.pick(['org', null]) }
      : { type: 'word.forget', word },
  );
};

const label: Act = async ({ labelling, shelf }, _library, draw) => {
  const { rows } = shelf.getState();
  if (rows.length === 0) return;
  const { id } = draw.pick(rows);
  const tag = draw.pick(TAGS);
  if (draw.chance(40)) await labelling.mark([id], draw.pick(['read', 'to-do', null]));
  else await labelling.tag([id], draw.chance(70) ? [tag] : [], draw.chance(70) ? [] : [tag]);
};

const joinStory: Act = async ({ stories, shelf }, _library, draw) => {
  const { rows } = shelf.getState();
  const [first, second] = draw.draw(rows, 2);
  if (first && second) await stories.getState().join({ first: first.id, second: second.id } as never);
};

const pairFigures: Act = async ({ pairing }, library, draw) => {
  const facts = (await library.articles.toArray()).flatMap(({ source, facts }) =>
    facts.map((fact) => ({ source, fact })),
  );
  const [one, other] = draw.draw(facts, 2);
  if (!one || !other) return;
  if (draw.chance(50)) await pairing.join([one, other]);
  else await pairing.part([one, other]);
};

/** What a person does, and how often of a hundred times. */
const ACTS: readonly (readonly [string, number, Act])[] = [
  ['import', 18, importFiles],
  ['remove', 12, onPage((source, { deeds }) => deeds.perform({ type: 'source.remove', source }))],
  [
    'put back',
    10,
    async (desk, _library, draw) => {
      const removed = sourcesOf(desk, 'removed');
      if (removed.length > 0) await desk.deeds.restore(draw.pick(removed));
    },
  ],
  ['undo', 8, ({ deeds }) => deeds.undo()],
  ['redo', 5, ({ deeds }) => deeds.redo()],
  [
    'describe',
    7,
    onPage((source, { deeds }, _library, draw) =>
      deeds.perform({
        type: 'source.describe',
        source,
        description: { publishedOn: draw.pick(DAYS) as never },
      }),
    ),
  ],
  [
    'tag',
    4,
    onPage((source, { deeds }, _l, draw) =>
      deeds.perform({ type: 'source.tag', source, tags: draw.draw(TAGS, draw.below(3)) }),
    ),
  ],
  ['cut', 6, cut],
  ['judge', 6, judge],
  ['bookmark', 5, bookmark],
  ['change a bookmark', 3, changeBookmark],
  ['label', 4, label],
  ['mark a name', 3, markName],
  ['join names', 2, joinNames],
  ['keep a word', 3, keepWord],
  ['join a story', 2, joinStory],
  ['pair figures', 2, pairFigures],
  [
    'search',
    3,
    ({ search }, _library, draw) => search.getState().type(draw.pick(['防洪堤', '风车', 'tag:水利'])),
  ],
  [
    'open',
    3,
    async ({ shelf, reader, settings }, _library, draw) => {
      const { rows } = shelf.getState();
      if (rows.length > 0) reader.getState().open(draw.pick(rows).id);
      settings.getState().goTo({ room: 'facts' });
    },
  ],
  [
    'compare',
    3,
    async ({ shelf, comparing }, _library, draw) => {
      const [one, other] = draw.draw(shelf.getState().rows, 2);
      if (one && other) comparing.getState().compare([one.id, other.id]);
      if (one) comparing.getState().findCopies(one.id);
    },
  ],
  ['rebuild', 2, ({ derivation }) => derivation.getState().rebuild()],
  ['look again', 1, ({ derivation }) => derivation.getState().lookAgain()],
];
/** Each as often as its share. */
const DRAWN = ACTS.flatMap(([name, share, work]) => Array.from({ length: share }, () => ({ name, work })));

/** Does something on a desk; what it is hangs on the draw alone and on what is there. */
export function act(
  desk: Desk,
  library: Library,
  draw: Random,
): { readonly name: string; readonly done: Promise<unknown> } {
  const { name, work } = draw.pick(DRAWN);
  // Of its own: what is drawn later hangs on when what it waits for comes.
  return { name, done: work(desk, library, new Random(draw.below(1e9))) };
}

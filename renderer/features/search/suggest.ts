import type { SavedSearch } from '@shared/journal/state.ts';
import { nameOfField, type QueryField } from '@shared/search/query/field-names.ts';
import type { PlacedBookmark } from '../../state/bookmarks.ts';
import { lentId } from '../../state/offers.ts';
import { nameOfPageOf, type ShelfRow } from '../../state/shelf.ts';
import type { Language, Messages } from '../../ui/read-messages.ts';
import { wordsOfNote } from '../../ui/read-note.ts';
import type { ChoiceGroup } from '../../ui/TypeAhead.tsx';
import type { Offer } from '../../workers/search-calls.ts';
import {
  examplesIn,
  fieldQuery,
  type Operator,
  operatorsFor,
  readTypedPiece,
  type TypedPiece,
} from './operators.ts';
import { GROUPS, type Suggestion } from './suggestion.ts';

const RECENT_SHOWN = 5;
const OF_A_GROUP = 6;

/** What suggestions are made of. */
export interface SuggestionGround {
  /** As it stands in the box. */
  readonly query: string;
  /** Offers, and the query that they answer: it may be one behind. */
  readonly answered: { readonly query: string; readonly offers: readonly Offer[] };
  readonly recent: readonly string[];
  readonly saved: ReadonlyMap<string, SavedSearch>;
  readonly placed: readonly PlacedBookmark[];
  /** Of the shelf, which knows what a page is called. */
  readonly rows: readonly ShelfRow[];
  readonly messages: Pick<Messages, 'language' | 'say'>;
}

/** What stands below the box: what the words may mean; where there are none, what was asked and can be asked. */
export function suggest(ground: SuggestionGround): ChoiceGroup<Suggestion>[] {
  const lines = new Map(
    (ground.query.trim() === '' ? opening(ground) : answering(ground)).map((one) => [one.id, one]),
  );
  return GROUPS.flatMap((group) => {
    const choices = [...lines.values()]
      .filter((one) => one.group === group)
      .slice(0, group === 'operators' ? undefined : OF_A_GROUP);
    return choices.length > 0
      ? [{ id: group, title: ground.messages.say(`search.group.${group}`), choices }]
      : [];
  });
}

function opening({ saved, recent, messages }: SuggestionGround): Suggestion[] {
  return [
    ...[...saved.values()].map((one) => askedBefore('saved', one.name, one.query, [])),
    ...recent.slice(0, RECENT_SHOWN).map((query) => askedBefore('recent', query, query, [])),
    ...examplesIn(messages.language).map((operator) => writing(operator, messages)),
  ];
}

function answering(ground: SuggestionGround): Suggestion[] {
  const { query, answered, messages } = ground;
  const piece = readTypedPiece(answered.query);
  return [
    ...answered.offers.flatMap((offer) => offered(offer, piece, ground) ?? []),
    ...operatorsFor(query, messages.language).map((operator) => writing(operator, messages)),
  ];
}

function offered(
  offer: Offer,
  piece: TypedPiece,
  { messages, saved, placed, rows }: SuggestionGround,
): Suggestion | null {
  const { text, marks } = offer;
  const { say, language } = messages;
  switch (offer.kind) {
    case 'article': {
      const year = offer.year ? say('shelf.year', { year: offer.year }) : '';
      const note = [nameOfPageOf(rows, offer), year].filter((part) => part !== '').join(' · ');
      return line('articles', {
        text,
        note,
        marks,
        choice: { type: 'open', article: offer.article, spans: [] },
      });
    }
    case 'figure': {
      const { article, spans, title } = offer;
      return line('figures', { text, note: title, marks, choice: { type: 'open', article, spans } });
    }
    case 'bookmark': {
      const one = placed.find(({ bookmark }) => bookmark.id === lentId(offer));
      if (!one?.article) return null;
      const note = [wordsOfNote(one.bookmark.note), ...one.bookmark.tags.map((tag) => `#${tag}`)]
        .join(' ')
        .trim();
      const { article, spans } = one;
      return line('bookmarks', { text, note, marks, choice: { type: 'open', article, spans } });
    }
    case 'tag':
      return line('tags', { text, note: '', marks, choice: asking(piece, 'tag', text, language) });
    case 'search': {
      const search = saved.get(lentId(offer));
      return search ? askedBefore('saved', search.name, search.query, marks) : null;
    }
    case 'recent':
      return askedBefore('recent', text, text, marks);
    case 'command':
      return null;
    default: {
      const { kind, articles } = offer;
      const field = kind === 'place' || kind === 'programme' ? kind : 'name';
      const note = `${say(`facts.name.${kind}`)} · ${say('search.inArticles', { articles })}`;
      const group = kind === 'programme' ? 'programmes' : 'names';
      return line(group, { text, note, marks, choice: asking(piece, field, text, language) });
    }
  }
}

/** The value of a field that was typed takes its place; else all that was typed makes way. */
const asking = (
  { head, before }: TypedPiece,
  field: QueryField,
  value: string,
  language: Language,
): Suggestion['choice'] => ({
  type: 'ask',
  query: head ? before + fieldQuery(head.name, value) : fieldQuery(nameOfField(field, language), value),
});

const askedBefore = (
  group: 'saved' | 'recent',
  text: string,
  query: string,
  marks: Suggestion['marks'],
): Suggestion =>
  line(group, { text, note: query === text ? '' : query, marks, choice: { type: 'ask', query } });

const writing = ({ query, means, isBegun }: Operator, { say }: Pick<Messages, 'say'>): Suggestion =>
  line('operators', {
    text: query,
    note: say(means),
    marks: [],
    choice: { type: isBegun ? 'begin' : 'ask', query },
  });

function line(
  group: Suggestion['group'],
  parts: Pick<Suggestion, 'text' | 'note' | 'marks' | 'choice'>,
): Suggestion {
  const { text, note, choice } = parts;
  return {
    ...parts,
    group,
    id: `${group}:${text}:${JSON.stringify(choice)}`,
    name: note ? `${text}, ${note}` : text,
  };
}

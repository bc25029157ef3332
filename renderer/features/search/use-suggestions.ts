import { useEffect, useMemo, useRef, useState } from 'react';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import type { ChoiceGroup } from '../../ui/TypeAhead.tsx';
import { OFFERED_KINDS } from '../../workers/search-calls.ts';
import { kindsOfField, readTypedPiece } from './operators.ts';
import { type SuggestionGround, suggest } from './suggest.ts';
import type { Suggestion } from './suggestion.ts';

const OF_EACH_KIND = 4;
const SUGGESTED_KINDS = OFFERED_KINDS.filter((kind) => kind !== 'command');
const UNANSWERED: SuggestionGround['answered'] = { query: '', offers: [] };

/**
 * Suggestions below the box. `ask` is to be called when it is entered and with each change of the words; until it is answered, what
 * was suggested before stays.
 */
export function useSuggestions(query: string): {
  readonly groups: readonly ChoiceGroup<Suggestion>[];
  readonly ask: (query: string) => void;
} {
  const desk = useDesk();
  const messages = useMessages();
  const recent = useDeskState('settings', (settings) => settings.recentSearches);
  const saved = useDeskState('session', (session) => session.state.searches);
  const placed = useDeskState('bookmarks', (bookmarks) => bookmarks.placed);
  const [answered, setAnswered] = useState(UNANSWERED);
  const latest = useRef('');
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const groups = useMemo(
    () => suggest({ query, answered, recent, saved, placed, rows, messages }),
    [query, answered, recent, saved, placed, rows, messages],
  );
  const turn = useDeskState('offers', (offers) => offers.turn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked again only where there is more to offer
  useEffect(() => {
    if (latest.current !== '') owned(desk.log, ask(latest.current));
  }, [turn]);

  async function ask(words: string): Promise<void> {
    latest.current = words;
    const piece = readTypedPiece(words);
    const kinds = kindsOfField(piece);
    const sought = kinds ? piece.value : words;
    const offers = await desk.offers.getState().ask(sought, kinds ?? SUGGESTED_KINDS, OF_EACH_KIND);
    if (offers && latest.current === words) setAnswered({ query: words, offers });
  }
  return { groups, ask: (words) => owned(desk.log, ask(words)) };
}

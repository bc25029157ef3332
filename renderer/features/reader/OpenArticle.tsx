import type { BookmarkColour } from '@shared/journal/act.ts';
import { colourOf } from '@shared/journal/state.ts';
import type { Doubt } from '@shared/model/page.ts';
import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import type { BlockSpan } from '../../state/blocks.ts';
import { wordsOfSelection } from '../../state/page-words.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { CopiesBand } from './CopiesBand.tsx';
import { FindBar } from './FindBar.tsx';
import { HitBar } from './HitBar.tsx';
import { Imprint } from './Imprint.tsx';
import { Reader } from './Reader.tsx';
import { StoryAfter } from './StoryParts.tsx';
import { useHits } from './use-hits.ts';

export interface OpenArticleProps {
  readonly selectionTools: ReactNode;
}

/** The reader over the article that the desk has open. */
export function OpenArticle({ selectionTools }: OpenArticleProps) {
  const { say } = useMessages();
  const desk = useDesk();
  const { phase, view, source, passages, selection, target, selectBlocks } = useDeskState(
    'reader',
    (state) => state,
  );
  const focus = useDeskState('focus', (state) => state);
  const id = view?.article.id ?? '';
  const bookmarked = useMemo(() => {
    const marked: Partial<Record<BookmarkColour, BlockSpan[]>> = {};
    for (const { bookmark, spans } of passages) {
      const colour = colourOf(bookmark.bookmark);
      marked[colour] = [...(marked[colour] ?? []), ...spans];
    }
    return marked;
  }, [passages]);
  const { hits, at, step } = useHits(id);
  const isFinding = useDeskState('find', (find) => find.isOpen);
  const found = useMemo(() => hits.map((spans) => view?.placement.toBlocks(spans) ?? []), [hits, view]);
  const allFound = useMemo(() => found.flat(), [found]);
  const onPosition = useCallback(
    (position: { readonly block: number; readonly progress: number }) =>
      desk.settings.getState().rememberPosition(id, position),
    [desk, id],
  );
  const selected = useMemo(() => view?.placement.toBlocks(selection) ?? [], [view, selection]);
  // The page as it came shows the same words and has its own tools for them.
  const keepsSelection = useDeskState('settings', ({ place }) => place.original && place.panel);
  const showsCopies = useDeskState('settings', (settings) => settings.showsCopies);
  const onDoubt = useCallback((doubt: Doubt) => desk.doubts.getState().look(doubt), [desk]);

  const imprint = useMemo(() => view && source && <Imprint view={view} source={source} />, [view, source]);

  if (phase === 'missing')
    return (
      <EmptyState icon="doubt" title={say('reader.missing')}>
        {say('reader.missingWhy')}
      </EmptyState>
    );
  if (!view || !source)
    return (
      <EmptyState icon="original" title={say('reader.empty')}>
        {say('reader.emptyWhy')}
      </EmptyState>
    );
  return (
    <Reader
      view={view}
      focus={focus}
      imprint={imprint}
      band={showsCopies && <CopiesBand view={view} />}
      after={<StoryAfter article={id} />}
      bookmarked={bookmarked}
      startAt={desk.settings.getState().positions[id]?.block ?? null}
      target={target}
      found={allFound}
      foundNow={found[at]}
      bar={isFinding ? <FindBar /> : hits.length > 0 && <HitBar at={at} total={hits.length} onStep={step} />}
      onPosition={onPosition}
      onSelect={selectBlocks}
      selected={selected}
      wordsToCopy={() => wordsOfSelection(desk.reader.getState())}
      keepsSelection={keepsSelection}
      onDoubt={onDoubt}
      selectionTools={selectionTools}
    />
  );
}

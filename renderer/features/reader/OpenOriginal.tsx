import type { SourceSpan } from '@shared/model/offset.ts';
import { type ReactNode, useMemo } from 'react';
import { wordsOfSelection } from '../../state/page-words.ts';
import { spansOfItem } from '../../state/reader.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { OriginalPage } from './OriginalPage.tsx';
import { useHits } from './use-hits.ts';

const NOWHERE: readonly SourceSpan[] = [];

/** The page as it came, beside the article that the desk has open. */
export function OpenOriginal({ tools, head }: { readonly tools: ReactNode; readonly head: ReactNode }) {
  const { say } = useMessages();
  const { view, source, page, selection, select, open } = useDeskState('reader', (reader) => reader);
  const pinned = useDeskState('focus', (focus) => focus.pinned);
  const desk = useDesk();
  const pinnedSpans = useMemo(() => {
    const item = view?.itemById.get(pinned ?? '');
    return item ? spansOfItem(item) : [];
  }, [view, pinned]);
  const { hits, at } = useHits(view?.article.id ?? '');
  const found = useMemo(() => hits.flat(), [hits]);
  if (!view || !source)
    return (
      <EmptyState icon="original" title={say('reader.original')}>
        {say('reader.originalWhy')}
      </EmptyState>
    );
  return (
    <OriginalPage
      view={view}
      source={source}
      page={page}
      selection={selection}
      pinned={pinnedSpans}
      found={found}
      foundNow={hits[at] ?? NOWHERE}
      onSelect={select}
      wordsToCopy={() => wordsOfSelection(desk.reader.getState())}
      onOpen={open}
      tools={tools}
      head={head}
    />
  );
}

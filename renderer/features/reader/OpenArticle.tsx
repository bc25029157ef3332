import type { ReactNode } from 'react';
import { useCallback, useMemo } from 'react';
import type { BlockSpan } from '../../state/article-view.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Imprint } from './Imprint.tsx';
import { Reader } from './Reader.tsx';

export interface OpenArticleProps {
  readonly selectionTools: ReactNode;
  readonly found: readonly BlockSpan[];
  readonly foundNow: number;
}

/** The reader over the article that the desk has open. */
export function OpenArticle({ selectionTools, found, foundNow }: OpenArticleProps) {
  const { say } = useMessages();
  const desk = useDesk();
  const { phase, view, source, passages, target, selectBlocks } = useDeskState('reader', (state) => state);
  const focus = useDeskState('focus', (state) => state);
  const id = view?.article.id ?? '';
  const bookmarked = useMemo(() => passages.flatMap(({ spans }) => spans), [passages]);
  const onPosition = useCallback(
    (position: { readonly block: number; readonly progress: number }) =>
      desk.settings.getState().rememberPosition(id, position),
    [desk, id],
  );
  const openOriginal = useCallback(
    () => desk.settings.getState().goTo({ original: true, panel: true }),
    [desk],
  );

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
      imprint={<Imprint view={view} source={source} />}
      bookmarked={bookmarked}
      found={found}
      foundNow={foundNow}
      startAt={desk.settings.getState().positions[id]?.block ?? null}
      target={target}
      onPosition={onPosition}
      onSelect={selectBlocks}
      onDoubt={(doubt) => {
        desk.reader.getState().select([doubt.span]);
        openOriginal();
      }}
      selectionTools={selectionTools}
    />
  );
}

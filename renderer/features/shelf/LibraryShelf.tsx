import type { DescriptionChange } from '@shared/journal/act.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { useMemo } from 'react';
import { runCommand } from '../../commands/commands.ts';
import { runOnArticle } from '../../commands/shelf-commands.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { ChosenBar } from './ChosenBar.tsx';
import { FirstSteps } from './FirstSteps.tsx';
import { ReadingTrouble } from './ReadingTrouble.tsx';
import { Shelf } from './Shelf.tsx';

/** The shelf over the library. */
export function LibraryShelf() {
  const desk = useDesk();
  const { rows, removed, unread, missing, filter, narrow } = useDeskState('shelf', (shelf) => shelf);
  const trouble = useDeskState('derivation', (derivation) => derivation.trouble);
  const open = useDeskState('reader', ({ view }) => view?.article.id ?? null);
  const positions = useDeskState('settings', (settings) => settings.positions);
  const order = useDeskState('settings', (settings) => settings.shelfOrder);
  const placed = useDeskState('bookmarks', (bookmarks) => bookmarks.placed);
  const chosen = useDeskState('chosen', ({ ids }) => ids);
  const removedBookmarks = useDeskState('session', ({ state }) => state.removedBookmarks.size);
  const unwritten = useDeskState('session', (session) => session.unwritten.sources);
  const bookmarks = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { article } of placed) if (article) counts.set(article, (counts.get(article) ?? 0) + 1);
    return counts;
  }, [placed]);
  const { perform } = desk.deeds;
  const describe = async (source: SourceHash, description: DescriptionChange): Promise<void> => {
    if (await perform({ type: 'source.describe', source, description }))
      await desk.derivation.getState().tryAgain([source]);
  };
  return (
    <>
      {trouble && (
        <ReadingTrouble
          trouble={trouble}
          missing={missing}
          onRetry={() => owned(desk.log, desk.derivation.getState().tryAgain([]))}
        />
      )}
      <Shelf
        rows={rows}
        inTrash={removed.length + removedBookmarks}
        unread={unread}
        unwritten={unwritten}
        open={open}
        chosen={chosen}
        order={order}
        filter={filter}
        foot={<FirstSteps />}
        bar={chosen.size > 0 && <ChosenBar count={chosen.size} />}
        progressOf={(article) => positions[article]?.progress ?? 0}
        bookmarksOf={(article) => bookmarks.get(article) ?? 0}
        actions={{
          press: (article, how, listOrder) => {
            const { toggle, reach, clear } = desk.chosen.getState();
            if (how === 'toggle') toggle(article);
            else if (how === 'reach') reach(article, listOrder(), open ?? article);
            else {
              clear();
              desk.reader.getState().open(article);
            }
          },
          narrow,
          sort: (shelfOrder) => desk.settings.getState().change({ shelfOrder }),
          chooseAll: (order) => desk.chosen.getState().choose(order),
          run: (command, article) => runOnArticle(desk, article, () => runCommand(desk, command)),
          importFiles: () => runCommand(desk, 'importFiles'),
          showTrash: () => runCommand(desk, 'showTrash'),
          showIssues: () => runCommand(desk, 'showIssues'),
          remove: (source) => owned(desk.log, perform({ type: 'source.remove', source })),
          tryAgain: (source) => owned(desk.log, desk.derivation.getState().tryAgain([source])),
          keepPlain: (source) => owned(desk.log, describe(source, { reading: 'plain' })),
          asPage: (source) => owned(desk.log, describe(source, { reading: null })),
        }}
      />
    </>
  );
}

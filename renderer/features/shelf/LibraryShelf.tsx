import type { DescriptionChange } from '@shared/journal/act.ts';
import type { KeptSource } from '@shared/journal/state.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { useMemo, useState } from 'react';
import { runCommand } from '../../commands/commands.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { ReadingTrouble } from './ReadingTrouble.tsx';
import { Shelf } from './Shelf.tsx';
import styles from './source-form.module.css';

/** The shelf over the library. */
export function LibraryShelf() {
  const { say } = useMessages();
  const desk = useDesk();
  const { rows, removed, unread, missing } = useDeskState('shelf', (shelf) => shelf);
  const trouble = useDeskState('derivation', (derivation) => derivation.trouble);
  const open = useDeskState('reader', ({ view }) => view?.article.id ?? null);
  const positions = useDeskState('settings', (settings) => settings.positions);
  const placed = useDeskState('bookmarks', (bookmarks) => bookmarks.placed);
  const unwritten = useDeskState('session', (session) => session.unwritten.sources);
  const [erased, setErased] = useState<KeptSource | null>(null);
  const bookmarks = useMemo(() => {
    const counts = new Map<string, number>();
    for (const { article } of placed) if (article) counts.set(article, (counts.get(article) ?? 0) + 1);
    return counts;
  }, [placed]);
  const { perform, restore, erase } = desk.deeds;
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
        removed={removed}
        unread={unread}
        unwritten={unwritten}
        open={open}
        progressOf={(article) => positions[article]?.progress ?? 0}
        bookmarksOf={(article) => bookmarks.get(article) ?? 0}
        actions={{
          open: (article) => desk.reader.getState().open(article),
          importFiles: () => runCommand(desk, 'importFiles'),
          describe: (source) => {
            const first = rows.find((row) => row.source === source);
            if (first && first.id !== open) desk.reader.getState().open(first.id);
            desk.surfaces.getState().show('source-form');
          },
          remove: (source) => {
            if (desk.reader.getState().view?.source === source) desk.reader.getState().close();
            owned(desk.log, perform({ type: 'source.remove', source }));
          },
          restore: (source) => owned(desk.log, restore(source)),
          erase: setErased,
          tryAgain: (source) => owned(desk.log, desk.derivation.getState().tryAgain([source])),
          keepPlain: (source) => owned(desk.log, describe(source, { reading: 'plain' })),
          asPage: (source) => owned(desk.log, describe(source, { reading: null })),
        }}
      />
      {erased && (
        <Dialog title={erased.name} size="small" isOpen onClose={() => setErased(null)}>
          <div className={styles.form}>
            <p>{say('shelf.eraseWhy')}</p>
            <footer className={styles.foot}>
              <Button look="quiet" autoFocus onPress={() => setErased(null)}>
                {say('desk.cancel')}
              </Button>
              <Button
                look="accent"
                icon="trash"
                onPress={() => {
                  const { source } = erased;
                  owned(desk.log, erase(source));
                  setErased(null);
                }}
              >
                {say('shelf.eraseNow')}
              </Button>
            </footer>
          </div>
        </Dialog>
      )}
    </>
  );
}

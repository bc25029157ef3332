import type { KeptSource, RemovedBookmark } from '@shared/journal/state.ts';
import { joinLines } from '@shared/text/unseen.ts';
import { useState } from 'react';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { wordsOfNote } from '../../ui/read-note.ts';
import styles from './trash.module.css';

type Line =
  | { readonly type: 'head'; readonly key: string; readonly title: string; readonly count: number }
  | { readonly type: 'page'; readonly key: string; readonly page: KeptSource }
  | { readonly type: 'bookmark'; readonly key: string; readonly removed: RemovedBookmark };

/** Pages and bookmarks that the person took away: each can be put back, and a page erased after a question. */
export function Trash({ onClose }: { readonly onClose: () => void }) {
  const { say, tag: locale } = useMessages();
  const desk = useDesk();
  const pages = useDeskState('shelf', (shelf) => shelf.removed);
  const bookmarks = useDeskState('session', ({ state }) => state.removedBookmarks);
  const unwritten = useDeskState('session', (session) => session.unwritten);
  const [asked, setAsked] = useState<KeptSource | null>(null);
  const day = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' });
  const latest = (a: string, b: string): number => b.localeCompare(a);
  const lines: Line[] = [];
  if (pages.length > 0)
    lines.push(
      { type: 'head', key: 'pages', title: say('shelf.trashPages'), count: pages.length },
      ...pages
        .toSorted((a, b) => latest(a.removedAt ?? '', b.removedAt ?? ''))
        .map((page): Line => ({ type: 'page', key: page.source, page })),
    );
  if (bookmarks.size > 0)
    lines.push(
      { type: 'head', key: 'bookmarks', title: say('shelf.trashBookmarks'), count: bookmarks.size },
      ...[...bookmarks.values()]
        .sort((a, b) => latest(a.at, b.at))
        .map((removed): Line => ({ type: 'bookmark', key: removed.act, removed })),
    );
  return (
    <Dialog title={say('shelf.trash')} isOpen onClose={onClose}>
      {asked && (
        <div className={styles.asking} role="alert">
          <p>
            <b>{say('shelf.sureErase', { name: asked.name })}</b> {say('shelf.eraseWhy')}
          </p>
          <Button look="quiet" autoFocus onPress={() => setAsked(null)}>
            {say('desk.cancel')}
          </Button>
          <Button
            look="accent"
            icon="trash"
            onPress={() => {
              owned(desk.log, desk.deeds.erase(asked.source));
              setAsked(null);
            }}
          >
            {say('shelf.eraseNow')}
          </Button>
        </div>
      )}
      {lines.length === 0 ? (
        <EmptyState icon="trash" title={say('shelf.trashEmpty')}>
          {say('shelf.trashEmptyWhy')}
        </EmptyState>
      ) : (
        <LongList
          className={styles.list}
          rows={lines}
          keyOf={(line) => line.key}
          guess={({ type }) => (type === 'head' ? 36 : 58)}
          propsOf={({ type }) => ({ className: styles[type] ?? '' })}
        >
          {(line) => {
            if (line.type === 'head')
              return (
                <h3>
                  {line.title} <span>{line.count}</span>
                </h3>
              );
            if (line.type === 'page') {
              const { source, name, removedAt } = line.page;
              return (
                <>
                  <p>
                    {name} {unwritten.sources.has(source) && <NotOnDisk />}
                    {removedAt && (
                      <small>{say('shelf.removedOn', { date: day.format(new Date(removedAt)) })}</small>
                    )}
                  </p>
                  <Button look="link" icon="undo" onPress={() => owned(desk.log, desk.deeds.restore(source))}>
                    {say('shelf.restore')}
                  </Button>
                  <Button look="link" icon="trash" onPress={() => setAsked(line.page)}>
                    {say('shelf.erase')}
                  </Button>
                </>
              );
            }
            const { act, at, bookmark } = line.removed;
            return (
              <>
                <p>
                  <span lang="zh-CN">{joinLines(bookmark.target.quote.exact)}</span>
                  <small>
                    {[say('shelf.removedOn', { date: day.format(new Date(at)) }), wordsOfNote(bookmark.note)]
                      .filter(Boolean)
                      .join(' · ')}
                  </small>
                </p>
                <Button look="link" icon="undo" onPress={() => owned(desk.log, desk.deeds.undoAct(act))}>
                  {say('shelf.restore')}
                </Button>
              </>
            );
          }}
        </LongList>
      )}
    </Dialog>
  );
}

import { BOOKMARK_COLOURS, type BookmarkColour } from '@shared/journal/act.ts';
import { colourOf } from '@shared/journal/state.ts';
import { Fragment } from 'react';
import type { PlacedBookmark } from '../../state/bookmarks.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Note } from '../../ui/Note.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { RowMenu } from '../../ui/RowMenu.tsx';
import styles from './bookmarks.module.css';

/** Units of its words that a bookmark goes by. */
const NAMED_BY = 16;

export interface BookmarkEntryProps {
  readonly placed: PlacedBookmark;
  readonly onEdit: () => void;
  readonly onPlace: () => void;
}

/** A marked passage with what was said of it. */
export function BookmarkEntry({ placed, onEdit, onPlace }: BookmarkEntryProps) {
  const { say, explain, tag: locale } = useMessages();
  const desk = useDesk();
  const isUnwritten = useDeskState('session', ({ unwritten }) => unwritten.bookmarks.has(placed.bookmark.id));
  const { bookmark, words, article, articleTitle, sourceName, reason, spans } = placed;
  const kept = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(bookmark.madeAt));
  const colour = colourOf(bookmark);
  const open = (): void => {
    if (article !== null) desk.reader.getState().open(article, spans);
  };
  const paint = (wanted: BookmarkColour): void => {
    const { id, note, tags } = bookmark;
    owned(desk.log, desk.bookmarks.getState().edit(id, { note, tags, colour: wanted }));
  };
  return (
    <>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: the button in it does the same by keys */}
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: as above */}
      <div className={styles.face} data-colour={colour} onClick={open}>
        <button type="button" className={styles.opener} disabled={article === null}>
          <span className={styles.words} lang="zh-CN">
            {words}
          </span>
        </button>
        {bookmark.note && <Note note={bookmark.note} />}
        <p className={styles.particulars}>
          {[articleTitle ?? sourceName, kept, bookmark.colour && say(`bookmarks.colour.${bookmark.colour}`)]
            .filter(Boolean)
            .join(' · ')}
          {bookmark.tags.map((one) => (
            <Fragment key={one}>
              {' · '}
              <span className={styles.tag}>#{one}</span>
            </Fragment>
          ))}
        </p>
        {isUnwritten && <NotOnDisk />}
        {article === null && (
          <p className={styles.reason}>
            {reason === null ? say('bookmarks.inNoArticle') : explain({ ok: false, reason })}
          </p>
        )}
      </div>
      {article === null && (
        <div className={styles.find}>
          <Button look="link" icon="search" onPress={onPlace}>
            {say('bookmarks.place')}
          </Button>
        </div>
      )}
      <span className={styles.menu}>
        <RowMenu
          label={say('desk.moreOf', { what: words.slice(0, NAMED_BY) })}
          choices={[
            { id: 'edit', label: say('bookmarks.edit') },
            ...BOOKMARK_COLOURS.map((one) => ({
              id: `colour.${one}` as const,
              label: say('bookmarks.paint', { colour: say(`bookmarks.colour.${one}`) }),
              isChecked: one === colour,
            })),
            { id: 'cite', label: say('commands.copyQuotation'), isDisabled: article === null },
            { id: 'export', label: say('desk.export') },
            { id: 'remove', label: say('bookmarks.remove') },
          ]}
          onChoose={(id) => {
            if (id === 'edit') onEdit();
            else if (id.startsWith('colour.')) paint(id.slice('colour.'.length) as BookmarkColour);
            else if (id === 'cite') owned(desk.log, desk.citing.copyBookmark(placed, 'quotation'));
            else if (id === 'export')
              desk.exports.getState().begin({ type: 'bookmark', bookmark: bookmark.id }, ['bookmarks']);
            else owned(desk.log, desk.bookmarks.getState().remove(bookmark.id));
          }}
        />
      </span>
    </>
  );
}

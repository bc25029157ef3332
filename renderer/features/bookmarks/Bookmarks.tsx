import { Fragment, useState } from 'react';
import type { PlacedBookmark } from '../../state/bookmarks.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, Chip } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListFilter } from '../../ui/ListFilter.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { MenuButton, openMenuOf } from '../../ui/Overlay.tsx';
import {
  arrangeBookmarks,
  BOOKMARK_SORTS,
  type BookmarkWish,
  countHealth,
  HEALTHS,
} from './arrange-bookmarks.ts';
import { BookmarkForm } from './BookmarkForm.tsx';
import styles from './bookmarks.module.css';
import { PlaceForm } from './PlaceForm.tsx';

/** What the person chose; the article is whichever is open. */
type Chosen = Omit<BookmarkWish, 'article'> & { readonly isOfArticle: boolean };

const EVERYTHING: Chosen = { words: '', tag: null, health: null, isOfArticle: false, sort: 'newest' };

/** Units of its words that a bookmark goes by. */
const NAMED_BY = 16;

/** Every marked passage, newest first, and those whose words have no place any more. */
export function Bookmarks() {
  const { say } = useMessages();
  const desk = useDesk();
  const { placed, tray, tags } = useDeskState('bookmarks', (state) => state);
  const open = useDeskState('reader', ({ view }) => view?.article.id ?? null);
  const [chosen, setChosen] = useState(EVERYTHING);
  const [edited, setEdited] = useState<PlacedBookmark | null>(null);
  const [looked, setLooked] = useState<PlacedBookmark | null>(null);
  if (placed.length === 0 && tray.length === 0)
    return (
      <EmptyState icon="bookmark" title={say('bookmarks.empty')}>
        {say('bookmarks.emptyWhy')}
      </EmptyState>
    );
  const counts = countHealth([...placed, ...tray]);
  const healths = counts.moved + counts.loose > 0 ? HEALTHS.filter((health) => counts[health] > 0) : [];
  // What no chip offers any more narrows nothing: nobody could take it off.
  const tag = tags.find((one) => one.tag === chosen.tag)?.tag ?? null;
  const health = healths.find((one) => one === chosen.health) ?? null;
  const { words, sort, isOfArticle } = chosen;
  const wish: BookmarkWish = { words, sort, tag, health, article: isOfArticle ? open : null };
  const shown = arrangeBookmarks(placed, wish);
  const loose = arrangeBookmarks(tray, wish);
  const lines: (PlacedBookmark | 'none' | 'tray')[] = [
    ...(shown.length + loose.length === 0 ? ['none' as const] : shown),
    ...(loose.length === 0 ? [] : ['tray' as const]),
    ...loose,
  ];
  const change = (part: Partial<Chosen>): void => setChosen({ ...chosen, ...part });
  return (
    <div className={styles.bookmarks}>
      <div className={styles.head}>
        <Button
          look="link"
          icon="export"
          onPress={() =>
            desk.exports
              .getState()
              .begin(tag === null ? { type: 'everything' } : { type: 'tag', tag }, ['bookmarks'])
          }
        >
          {say('bookmarks.export')}
        </Button>
      </div>
      <ListFilter label={say('bookmarks.find')} value={words} onChange={(words) => change({ words })}>
        <MenuButton
          icon="sort"
          label={say('shelf.sort')}
          choices={BOOKMARK_SORTS.map((id) => ({
            id,
            label: say(`bookmarks.sort.${id}`),
            isChecked: id === sort,
          }))}
          onChoose={(sort) => change({ sort })}
        />
      </ListFilter>
      <div className={styles.tags}>
        {open !== null && (
          <Chip isSelected={isOfArticle} onChange={(on) => change({ isOfArticle: on })}>
            {say('bookmarks.ofArticle')}
          </Chip>
        )}
        {healths.map((one) => (
          <Chip
            key={one}
            isSelected={health === one}
            count={counts[one]}
            onChange={(on) => change({ health: on ? one : null })}
          >
            {say(`bookmarks.health.${one}`)}
          </Chip>
        ))}
        {tags.map((one) => (
          <Chip
            key={one.tag}
            isSelected={tag === one.tag}
            count={one.count}
            onChange={(on) => change({ tag: on ? one.tag : null })}
          >
            #{one.tag}
          </Chip>
        ))}
      </div>
      <LongList
        className={styles.list}
        rows={lines}
        keyOf={(line) => (typeof line === 'string' ? line : line.bookmark.id)}
        guess={(line) => (typeof line === 'string' ? 70 : line.bookmark.note ? 116 : 88)}
        propsOf={(line) =>
          typeof line === 'string'
            ? { className: styles[line] ?? '' }
            : { className: styles.entry ?? '', 'data-lost': line.reason !== null, onContextMenu: openMenuOf }
        }
      >
        {(line) => {
          if (line === 'none') return say('bookmarks.filterNone');
          if (line === 'tray')
            return (
              <>
                <h3>{say('bookmarks.tray')}</h3>
                <p>{say('bookmarks.trayWhy')}</p>
              </>
            );
          return <Entry placed={line} onEdit={() => setEdited(line)} onPlace={() => setLooked(line)} />;
        }}
      </LongList>
      {edited && <BookmarkForm placed={edited} onClose={() => setEdited(null)} />}
      {looked && <PlaceForm placed={looked} onClose={() => setLooked(null)} />}
    </div>
  );
}

interface EntryProps {
  readonly placed: PlacedBookmark;
  readonly onEdit: () => void;
  readonly onPlace: () => void;
}

function Entry({ placed, onEdit, onPlace }: EntryProps) {
  const { say, explain, tag: locale } = useMessages();
  const desk = useDesk();
  const isUnwritten = useDeskState('session', ({ unwritten }) => unwritten.bookmarks.has(placed.bookmark.id));
  const { bookmark, words, article, articleTitle, sourceName, reason, spans } = placed;
  const kept = new Intl.DateTimeFormat(locale, { dateStyle: 'medium' }).format(new Date(bookmark.madeAt));
  return (
    <>
      <button
        type="button"
        className={styles.face}
        disabled={article === null}
        onClick={() => article !== null && desk.reader.getState().open(article, spans)}
      >
        <span className={styles.words} lang="zh-CN">
          {words}
        </span>
        {bookmark.note && <span className={styles.note}>{bookmark.note}</span>}
        <span className={styles.particulars}>
          {[articleTitle ?? sourceName, kept].filter((part) => part !== null).join(' · ')}
          {bookmark.tags.map((one) => (
            <Fragment key={one}>
              {' · '}
              <span className={styles.tag}>#{one}</span>
            </Fragment>
          ))}
        </span>
        {isUnwritten && <NotOnDisk />}
        {article === null && (
          <span className={styles.reason}>
            {reason === null ? say('bookmarks.inNoArticle') : explain({ ok: false, reason })}
          </span>
        )}
      </button>
      {article === null && (
        <div className={styles.find}>
          <Button look="link" icon="search" onPress={onPlace}>
            {say('bookmarks.place')}
          </Button>
        </div>
      )}
      <span className={styles.menu}>
        <MenuButton
          label={say('desk.moreOf', { what: words.slice(0, NAMED_BY) })}
          choices={[
            { id: 'edit', label: say('bookmarks.edit') },
            { id: 'cite', label: say('commands.copyQuotation'), isDisabled: article === null },
            { id: 'export', label: say('desk.export') },
            { id: 'remove', label: say('bookmarks.remove') },
          ]}
          onChoose={(id) => {
            if (id === 'edit') onEdit();
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

import { useState } from 'react';
import type { PlacedBookmark } from '../../state/bookmarks.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, Chip } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { ListFilter } from '../../ui/ListFilter.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import {
  arrangeBookmarks,
  BOOKMARK_SORTS,
  type BookmarkWish,
  countColours,
  countHealth,
  type Days,
  HEALTHS,
  MADE,
  type Made,
  momentsOf,
} from './arrange-bookmarks.ts';
import { BookmarkEntry } from './BookmarkEntry.tsx';
import { BookmarkForm } from './BookmarkForm.tsx';
import styles from './bookmarks.module.css';
import { MadeBetween } from './MadeBetween.tsx';
import { PlaceForm } from './PlaceForm.tsx';

/** What the person chose; the article is whichever is open, and time goes on. */
type Chosen = Omit<BookmarkWish, 'article' | 'made'> & {
  readonly isOfArticle: boolean;
  readonly made: Made;
  readonly days: Days;
};

const EVERYTHING: Chosen = {
  words: '',
  tag: null,
  colour: null,
  health: null,
  isOfArticle: false,
  made: 'ever',
  days: ['', ''],
  sort: 'newest',
};

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
  const colours = countColours([...placed, ...tray]);
  // What no chip offers any more narrows nothing: nobody could take it off.
  const tag = tags.find((one) => one.tag === chosen.tag)?.tag ?? null;
  const health = healths.find((one) => one === chosen.health) ?? null;
  const colour = colours.find((one) => one.colour === chosen.colour)?.colour ?? null;
  const { words, sort, made, days, isOfArticle } = chosen;
  const wish: BookmarkWish = {
    words,
    sort,
    tag,
    colour,
    health,
    made: momentsOf(made, days, new Date()),
    article: isOfArticle ? open : null,
  };
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
          icon="calendar"
          label={say('bookmarks.made')}
          choices={(Object.keys(MADE) as Made[]).map((id) => ({
            id,
            label: say(`bookmarks.made.${id}`),
            isChecked: id === made,
          }))}
          onChoose={(made) => change({ made })}
        />
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
        {colours.length > 1 &&
          colours.map((one) => (
            <Chip
              key={one.colour}
              isSelected={colour === one.colour}
              count={one.count}
              swatch={one.colour}
              onChange={(on) => change({ colour: on ? one.colour : null })}
            >
              {say(`bookmarks.colour.${one.colour}`)}
            </Chip>
          ))}
        {made === 'days' ? (
          <MadeBetween
            days={days}
            onChange={(days) => change({ days })}
            onClose={() => change({ made: 'ever' })}
          />
        ) : (
          made !== 'ever' && (
            <Chip isSelected onChange={() => change({ made: 'ever' })}>
              {say(`bookmarks.made.${made}`)}
            </Chip>
          )
        )}
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
            : { className: styles.entry ?? '', 'data-lost': line.reason !== null, 'data-context': 'button' }
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
          return (
            <BookmarkEntry placed={line} onEdit={() => setEdited(line)} onPlace={() => setLooked(line)} />
          );
        }}
      </LongList>
      {edited && <BookmarkForm placed={edited} onClose={() => setEdited(null)} />}
      {looked && <PlaceForm placed={looked} onClose={() => setLooked(null)} />}
    </div>
  );
}

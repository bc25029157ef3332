import type { Result } from '@shared/contracts/results.ts';
import { joinLines } from '@shared/text/unseen.ts';
import { useEffect, useState } from 'react';
import type { PlacedBookmark } from '../../state/bookmarks.ts';
import { owned } from '../../state/owned.ts';
import { describeWords } from '../../state/reader.ts';
import { rowsById } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import type { PlaceCandidate } from '../../workers/place-calls.ts';
import styles from './bookmarks.module.css';

/** Units of what stands around a passage that are shown beside it. */
const AROUND = 14;

export interface PlaceFormProps {
  readonly placed: PlacedBookmark;
  readonly onClose: () => void;
}

/** Passages that a bookmark without a place may mean, from which the person chooses. */
export function PlaceForm({ placed: { bookmark, words }, onClose }: PlaceFormProps) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const [found, setFound] = useState<Result<readonly PlaceCandidate[]> | null>(null);
  const [{ view, selection }] = useState(() => desk.reader.getState());
  const { isSaving, save } = useSave(onClose);
  useEffect(() => {
    const { lookFor, stopLooking } = desk.bookmarks.getState();
    let isShown = true;
    owned(
      desk.log,
      lookFor(bookmark.target).then((candidates) => {
        if (isShown) setFound(candidates);
      }),
    );
    return () => {
      isShown = false;
      stopLooking();
    };
  }, [desk, bookmark]);

  const place = (target: PlaceCandidate['target']): void =>
    save(() => desk.bookmarks.getState().place(bookmark.id, target));
  const candidates = found?.ok ? found.value : [];
  const selected = view !== null && selection.length > 0 ? describeWords(view, selection) : null;
  return (
    <Dialog title={say('bookmarks.placeTitle')} isOpen onClose={onClose}>
      <div className={styles.form}>
        <blockquote className={styles.quoted} lang="zh-CN">
          {words}
        </blockquote>
        {candidates.length > 0 && <p>{say('bookmarks.placeWhy')}</p>}
        <ul className={styles.candidates} aria-busy={found === null}>
          {selected && (
            <li>
              <button type="button" aria-disabled={isSaving} onClick={() => place(selected)}>
                <span lang="zh-CN">
                  <mark>{joinLines(selected.quote.exact)}</mark>
                </span>
                <small>{say('bookmarks.placeSelected')}</small>
              </button>
            </li>
          )}
          {candidates.map(({ target, article, score }) => (
            <li key={`${target.source} ${target.spans[0]?.start}`}>
              <button type="button" aria-disabled={isSaving} onClick={() => place(target)}>
                <span lang="zh-CN">
                  {joinLines(target.quote.prefix).slice(-AROUND)}
                  <mark>{joinLines(target.quote.exact)}</mark>
                  {joinLines(target.quote.suffix).slice(0, AROUND)}
                </span>
                <small>
                  <Title article={article} /> · {say('bookmarks.placeAlike', { share: score })}
                </small>
              </button>
            </li>
          ))}
        </ul>
        {found === null && <p role="status">{say('bookmarks.placeLooking')}</p>}
        {found?.ok === false && <p role="alert">{explain(found)}</p>}
        {found?.ok && candidates.length === 0 && <p role="status">{say('bookmarks.placeNone')}</p>}
      </div>
    </Dialog>
  );
}

function Title({ article }: { readonly article: string | null }) {
  const { say } = useMessages();
  const title = useDeskState('shelf', ({ rows }) => rowsById(rows).get(article ?? '')?.title);
  return title ?? say('reader.original');
}

import type { Fact } from '@shared/model/fact.ts';
import { nameOfPage, type ShelfRow } from '../../state/shelf.ts';
import { nameOfSource } from '../../state/source-name.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { sayAbout, sayConverted, sayTime } from '../../ui/value-words.ts';
import type { FoundArticle } from '../../workers/search-calls.ts';
import styles from './answers.module.css';
import { Marked } from './Marked.tsx';

const PASSAGES_SHOWN = 3;

export interface AnswerProps {
  readonly row: FoundArticle;
  /** The same article on the shelf, which knows what the person says of its page. */
  readonly shelved: ShelfRow | null;
  readonly isOpen: boolean;
  /** The hit of it that is looked at, −1 for none. */
  readonly at: number;
}

/** One article with its best passages; each mark leads to its place in the text. */
export function Answer({ row, shelved, isOpen, at }: AnswerProps) {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const date = shelved?.published.value ?? row.year;
  const openAt = (hit: number): void => {
    desk.reader.getState().open(row.article, row.hits[hit] ?? []);
    if (row.hits[hit]) desk.search.getState().lookAt(row.article, hit);
  };
  const story = useStoryWords(row.article);
  const passages = row.passages.slice(0, PASSAGES_SHOWN);
  const shown = passages.reduce(
    (sum, { hit, marks }) => sum + (hit < 0 ? 0 : marks.length),
    row.titleMarks.length,
  );
  const more = row.hits.length - shown;
  return (
    <>
      <button type="button" className={styles.title} lang="zh-CN" data-title="" onClick={() => openAt(0)}>
        <Marked text={row.title} marks={row.titleMarks} />
      </button>
      <p className={styles.particulars}>
        {[
          shelved ? nameOfPage(shelved) : nameOfSource(row.sourceName),
          date ? sayTime(date, messages) : null,
          ...story,
        ]
          .filter((part) => part !== null)
          .join(' · ')}
      </p>
      {passages.map((passage) => (
        <button
          key={`${passage.hit}:${passage.text}`}
          type="button"
          className={styles.passage}
          lang="zh-CN"
          data-passage=""
          data-current={isOpen && at >= passage.hit && at < passage.hit + passage.marks.length}
          onClick={(event) => openAt(Math.max(0, passage.hit + markUnder(event)))}
        >
          <Marked text={passage.text} marks={passage.marks} />
          {passage.fact && <FactLine fact={passage.fact} />}
        </button>
      ))}
      {more > 0 && (
        <button
          type="button"
          className={styles.more}
          onClick={() => openAt(Math.min(shown, row.hits.length - 1))}
        >
          {say('search.moreHits', { count: more })}
        </button>
      )}
    </>
  );
}

/** What the figure that answers is of, so that nobody has to open the article to learn it. */
function FactLine({ fact }: { readonly fact: Fact }) {
  const messages = useMessages();
  const converted = sayConverted(fact, messages);
  const about = [...sayAbout(fact, messages), ...(converted ? [converted] : [])];
  if (about.length === 0) return null;
  return (
    <span className={styles.about} data-about="">
      {about.join(' · ')}
    </span>
  );
}

/** That the article is a part of a story that stands on several pages. */
function useStoryWords(article: string): string[] {
  const { say } = useMessages();
  const comes = useDeskState('stories', ({ previous }) => previous.has(article));
  const goes = useDeskState('stories', ({ next }) => next.has(article));
  return [...(comes ? [say('search.story.from')] : []), ...(goes ? [say('search.story.to')] : [])];
}

/** Which of the marks within a button was pressed; 0 beside them: the first is meant. */
function markUnder({ currentTarget, target }: React.MouseEvent<HTMLButtonElement>): number {
  const marks: readonly EventTarget[] = [...currentTarget.querySelectorAll('mark')];
  return Math.max(0, marks.indexOf(target));
}

import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import { FACETS, type Facet, type FoundArticle, SORTS } from '../../workers/search-calls.ts';
import { Marked } from './Marked.tsx';
import { QueryProblems } from './QueryProblems.tsx';
import styles from './search-results.module.css';

const PASSAGES_SHOWN = 3;
const FACET_VALUES_SHOWN = 12;

/** Answers by article with their best passages, and what they can be narrowed by. */
export function SearchResults() {
  const { say } = useMessages();
  const desk = useDesk();
  const search = useDeskState('search', (state) => state);
  const open = useDeskState('reader', ({ view }) => view?.article.id ?? null);
  const { query, phase, found, articles, hits, ms, sort, indexing, problems } = search;
  if (query.trim() === '')
    return (
      <EmptyState icon="search" title={say('search.label')}>
        {say('search.placeholder')}
      </EmptyState>
    );
  const firstInexact = found.findIndex(({ isExact }) => !isExact);
  return (
    <div className={styles.results}>
      <header className={styles.head}>
        <p className={styles.count} role="status">
          {phase === 'searching' && articles === 0
            ? say('search.searching')
            : say('search.results', { hits, articles })}
          {phase === 'answered' && articles > 0 && (
            <small>{say('search.took', { ms: ms < 10 ? Math.round(ms * 10) / 10 : Math.round(ms) })}</small>
          )}
        </p>
        <MenuButton
          icon="sort"
          label={say('search.sort')}
          choices={SORTS.map((id) => ({ id, label: say(`search.sort.${id}`), isChecked: id === sort }))}
          onChoose={(id) => desk.search.getState().sortBy(id)}
        />
        <MenuButton
          label={say('desk.more')}
          choices={[
            { id: 'save', label: say('search.saveThis') },
            { id: 'clear', label: say('search.clearFacets') },
          ]}
          onChoose={(id) => {
            if (id === 'clear') desk.search.getState().clearFacets();
            else
              void desk.deeds.perform({
                type: 'search.save',
                search: crypto.randomUUID(),
                name: query,
                query,
              });
          }}
        />
      </header>
      {indexing > 0 && <p className={styles.indexing}>{say('search.indexing')}</p>}
      <QueryProblems query={query} problems={problems} />
      <Facets />
      {articles === 0 && phase === 'answered' ? (
        <EmptyState icon="search" title={say('search.none', { query })}>
          {say('search.noneWhy')}
        </EmptyState>
      ) : (
        <ol className={styles.list}>
          {found.map((row, index) => (
            <Answer
              key={row.article}
              row={row}
              isOpen={row.article === open}
              isFirstInexact={index === firstInexact && index > 0}
            />
          ))}
        </ol>
      )}
    </div>
  );
}

interface AnswerProps {
  readonly row: FoundArticle;
  readonly isOpen: boolean;
  readonly isFirstInexact: boolean;
}

function Answer({ row, isOpen, isFirstInexact }: AnswerProps) {
  const { say } = useMessages();
  const desk = useDesk();
  const openAt = (hit: number): void => {
    desk.reader.getState().open(row.article, row.hits[hit] ?? []);
    if (row.hits[hit]) desk.search.getState().lookAt(row.article, hit);
  };
  const more = row.hits.length - Math.min(row.passages.length, PASSAGES_SHOWN);
  return (
    <>
      {isFirstInexact && <li className={styles.inexact}>{say('search.inexact')}</li>}
      <li className={styles.answer} data-open={isOpen} data-answer={row.isExact ? 'exact' : 'ranked'}>
        <button type="button" className={styles.title} lang="zh-CN" data-title="" onClick={() => openAt(0)}>
          <Marked text={row.title} marks={row.titleMarks} />
        </button>
        <p className={styles.particulars}>
          {[row.sourceName, row.year ? say('shelf.year', { year: row.year }) : null]
            .filter((part) => part !== null)
            .join(' · ')}
        </p>
        {row.passages.slice(0, PASSAGES_SHOWN).map((passage) => (
          <button
            key={`${passage.hit}:${passage.text}`}
            type="button"
            className={styles.passage}
            lang="zh-CN"
            data-passage=""
            onClick={(event) => openAt(Math.max(0, passage.hit + markUnder(event)))}
          >
            <Marked text={passage.text} marks={passage.marks} />
          </button>
        ))}
        {more > 0 && <p className={styles.more}>{say('search.moreHits', { count: more })}</p>}
      </li>
    </>
  );
}

/** Which of the marks within a button was pressed; 0 beside them: the first is meant. */
function markUnder({ currentTarget, target }: React.MouseEvent<HTMLButtonElement>): number {
  const marks: readonly EventTarget[] = [...currentTarget.querySelectorAll('mark')];
  return Math.max(0, marks.indexOf(target));
}

function Facets() {
  const { say, isKey } = useMessages();
  const desk = useDesk();
  const { facets, chosen } = useDeskState('search', (search) => search);
  const label = (facet: Facet, value: string): string => {
    if (facet === 'year') return say('shelf.year', { year: value });
    if (facet === 'bookmarked') return say('search.facet.bookmarked');
    const key = `search.kind.${value}`;
    if (facet === 'kind' && isKey(key)) return say(key);
    return facet === 'source' ? value.replace(/\.[a-z0-9]+$/i, '') : value;
  };
  const shown = FACETS.filter((facet) => facets[facet].length > 0);
  if (shown.length === 0) return null;
  const isNarrowed = FACETS.some((facet) => chosen[facet].length > 0);
  return (
    <div className={styles.facets}>
      {shown.map((facet) => (
        <div key={facet} className={styles.facet} data-facet={facet}>
          <h3>{say(`search.facet.${facet}`)}</h3>
          <div>
            {facets[facet].slice(0, FACET_VALUES_SHOWN).map(({ value, count }) => (
              <button
                key={value}
                type="button"
                aria-pressed={chosen[facet].includes(value)}
                onClick={() => desk.search.getState().toggle(facet, value)}
              >
                {label(facet, value)} <b>{count}</b>
              </button>
            ))}
          </div>
        </div>
      ))}
      {isNarrowed && (
        <Button look="link" onPress={() => desk.search.getState().clearFacets()}>
          {say('search.clearFacets')}
        </Button>
      )}
    </div>
  );
}

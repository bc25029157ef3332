import { useMemo } from 'react';
import { runCommand } from '../../commands/commands.ts';
import { owned } from '../../state/owned.ts';
import { rowsById } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import { type FoundArticle, SORTS } from '../../workers/search-calls.ts';
import { Answer } from './Answer.tsx';
import styles from './answers.module.css';
import { sayCount } from './count-words.ts';
import { Facets } from './Facets.tsx';
import { QueryProblems } from './QueryProblems.tsx';

/** Answers by article with their best passages, and what they can be narrowed by. */
export function SearchResults() {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const { query, unavailable } = useDeskState('search', (search) => search);
  if (unavailable)
    return (
      <EmptyState icon="warning" title={say('search.label')}>
        {explain(unavailable)}
      </EmptyState>
    );
  return (
    <div className={styles.results}>
      {query.trim() === '' ? (
        <>
          <IndexNews />
          <EmptyState
            icon="search"
            title={say('search.label')}
            action={
              <Button onPress={() => runCommand(desk, 'searchTerms')}>{say('commands.searchTerms')}</Button>
            }
          >
            {say('search.teach')}
          </EmptyState>
        </>
      ) : (
        <Answers />
      )}
    </div>
  );
}

function Answers() {
  const { say } = useMessages();
  const desk = useDesk();
  const search = useDeskState('search', (state) => state);
  const open = useDeskState('reader', ({ view }) => view?.article.id ?? null);
  const { query, phase, found, articles, exact, hit, problems, sought, askedAs } = search;
  const hidden = articles - found.length;
  const shelved = useDeskState('shelf', ({ rows }) => rowsById(rows));
  const lines = useMemo(() => listAnswers(found, exact, hidden > 0), [found, exact, hidden]);
  return (
    <>
      <AnswersHead />
      <IndexNews />
      <QueryProblems query={query} problems={problems} sought={sought} />
      {askedAs !== null && (
        <p className={styles.indexing} role="status">
          {say('search.askedByValue', { query: askedAs })}
        </p>
      )}
      <Facets />
      {articles === 0 && phase === 'answered' ? (
        sought !== 'nothing' && (
          <EmptyState icon="search" title={say('search.none', { query })}>
            {say('search.noneWhy')}
          </EmptyState>
        )
      ) : (
        <LongList
          className={styles.list}
          rows={lines}
          keyOf={(line) => (typeof line === 'string' ? line : line.article)}
          guess={(line) => (typeof line === 'string' ? 44 : 60 + 42 * line.passages.length)}
          propsOf={(line) =>
            typeof line === 'string'
              ? { className: styles[line] ?? '' }
              : {
                  className: styles.answer ?? '',
                  'data-context': `article:${line.article}`,
                  'data-open': line.article === open,
                  'data-answer': line.isExact ? 'exact' : 'ranked',
                }
          }
        >
          {(line) => {
            if (line === 'inexact') return say('search.inexact');
            if (line === 'rest')
              return (
                <Button onPress={() => desk.search.getState().showMore()}>
                  {say('search.showMore', { count: hidden })}
                </Button>
              );
            return (
              <Answer
                row={line}
                shelved={shelved.get(line.article) ?? null}
                isOpen={line.article === open}
                at={hit?.article === line.article ? hit.index : -1}
              />
            );
          }}
        </LongList>
      )}
    </>
  );
}

/** Answers, what parts those that hold not all of the words, and the way to more of them. */
function listAnswers(
  found: readonly FoundArticle[],
  exact: number,
  hasMore: boolean,
): readonly (FoundArticle | 'inexact' | 'rest')[] {
  const firstInexact = found.findIndex(({ isExact }) => !isExact);
  const isParted = firstInexact >= 0 && exact > 0;
  return [
    ...(isParted
      ? [...found.slice(0, firstInexact), 'inexact' as const, ...found.slice(firstInexact)]
      : found),
    ...(hasMore ? (['rest'] as const) : []),
  ];
}

/** How much was found and how it is ordered. */
function AnswersHead() {
  const { say } = useMessages();
  const desk = useDesk();
  const search = useDeskState('search', (state) => state);
  const { query, articles, phase, ms, sort } = search;
  return (
    <header className={styles.head}>
      <p className={styles.count} role="status">
        {sayCount(search, say)}
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
        label={say('desk.moreOf', { what: say('search.thisSearch') })}
        choices={[
          { id: 'save', label: say('search.saveThis') },
          { id: 'concordance', label: say('commands.showConcordance'), isDisabled: articles === 0 },
          { id: 'terms', label: say('commands.searchTerms') },
          { id: 'export', label: say('desk.export'), isDisabled: articles === 0 },
          { id: 'clear', label: say('search.clearFacets') },
        ]}
        onChoose={(id) => {
          if (id === 'clear') desk.search.getState().clearFacets();
          else if (id === 'terms') runCommand(desk, 'searchTerms');
          else if (id === 'concordance') runCommand(desk, 'showConcordance');
          else if (id === 'export') desk.exports.getState().begin({ type: 'hits' });
          else
            owned(
              desk.log,
              desk.deeds.perform({ type: 'search.save', search: crypto.randomUUID(), name: query, query }),
            );
        }}
      />
    </header>
  );
}

/** What of the index is not whole just now; the rest answers all the same. */
function IndexNews() {
  const { say, explain } = useMessages();
  const { indexing, damage, behind } = useDeskState('search', (search) => search);
  const first = behind ?? damage[0];
  if (first)
    return (
      <p className={styles.indexing} role="status">
        {explain(first)}
      </p>
    );
  return (
    indexing > 0 && (
      <p className={styles.indexing} role="status">
        {say('search.indexing')}
      </p>
    )
  );
}

import type { QueryProblem } from '@shared/search/query/problem.ts';
import { useMessages } from '../../ui/messages.tsx';
import styles from './search-results.module.css';

/** The box refers to it, wherever it stands. */
export const PROBLEMS_ID = 'search-problems';

export interface QueryProblemsProps {
  readonly query: string;
  readonly problems: readonly QueryProblem[];
}

/** What is wrong with the query, and in which of its words; the rest is searched for all the same. */
export function QueryProblems({ query, problems }: QueryProblemsProps) {
  const { say } = useMessages();
  return (
    <div id={PROBLEMS_ID} role="status" className={styles.problems}>
      {problems.map(({ reason, start, end }) => (
        <p key={`${start}:${reason}`}>
          <code>
            {query.slice(0, start)}
            <em>{query.slice(start, end)}</em>
            {query.slice(end)}
          </code>
          <span>{say('search.problem', { position: start + 1, what: say(`search.query.${reason}`) })}</span>
        </p>
      ))}
    </div>
  );
}

import type { Sought } from '@shared/search/library-query.ts';
import type { QueryProblem } from '@shared/search/query/problem.ts';
import { Fragment } from 'react';
import { useMessages } from '../../ui/messages.tsx';
import { sayQueryProblem } from '../../ui/say-query-problem.ts';
import styles from './answers.module.css';

/** The box refers to it, wherever it stands. */
export const PROBLEMS_ID = 'search-problems';

export interface QueryProblemsProps {
  readonly query: string;
  readonly problems: readonly QueryProblem[];
  readonly sought: Sought;
}

/** What is wrong with the query, in which of its words, and what was looked for all the same. */
export function QueryProblems({ query, problems, sought }: QueryProblemsProps) {
  const messages = useMessages();
  const { say } = messages;
  const inOrder = [...problems].sort((a, b) => a.start - b.start);
  return (
    <div id={PROBLEMS_ID} role="status">
      {inOrder.length > 0 && (
        <div className={styles.problems}>
          <code>
            {inOrder.map(({ start, end }, i) => (
              <Fragment key={`${start}:${end}`}>
                {query.slice(inOrder[i - 1]?.end ?? 0, start)}
                <em>{query.slice(Math.max(start, inOrder[i - 1]?.end ?? 0), end)}</em>
              </Fragment>
            ))}
            {query.slice(inOrder.at(-1)?.end)}
          </code>
          <ul>
            {inOrder.map((problem) => (
              <li key={`${problem.start}:${problem.reason}`}>{sayQueryProblem(problem, messages)}</li>
            ))}
          </ul>
          {sought !== 'nothing' && <p>{say(`search.sought.${sought}`)}</p>}
        </div>
      )}
    </div>
  );
}

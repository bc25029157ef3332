import { useRef } from 'react';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { Spoken } from '../../ui/Spoken.tsx';
import { sayQueryProblem } from '../../ui/say-query-problem.ts';
import { sayTime } from '../../ui/value-words.ts';
import type { TermHits } from '../../workers/lists-calls.ts';
import styles from './hit-lists.module.css';
import { WriteOut } from './WriteOut.tsx';

const LINES = 6;

/** Searches for a list of terms at once, and shows what the library has of each. */
export function TermsForm({ onClose }: { readonly onClose: () => void }) {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const { typed, terms, working, failure } = useDeskState('hitLists', (lists) => lists);
  const file = useRef<HTMLInputElement>(null);
  const lists = desk.hitLists.getState();
  return (
    <Dialog title={say('lists.terms.title')} size="large" isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          owned(desk.log, lists.countTerms());
        }}
      >
        <TextField
          label={say('lists.terms.label')}
          hint={say('lists.terms.hint')}
          value={typed}
          onChange={lists.type}
          lines={LINES}
          autoFocus
        />
        <p className={styles.tools}>
          <Button look="accent" type="submit" isDisabled={typed.trim() === ''} isBusy={working !== null}>
            {say('lists.terms.count')}
          </Button>
          <Button onPress={() => file.current?.click()}>{say('lists.terms.load')}</Button>
          <input
            ref={file}
            type="file"
            accept=".txt,.csv,.tsv,text/plain"
            hidden
            aria-label={say('lists.terms.load')}
            onChange={({ currentTarget }) => {
              const [first] = currentTarget.files ?? [];
              if (first) owned(desk.log, lists.load(first));
              currentTarget.value = '';
            }}
          />
          {terms && !working && <WriteOut list="terms" />}
        </p>
      </form>
      {failure && (
        <p className={styles.wrong} role="alert">
          {explain(failure)}
        </p>
      )}
      {working && <Progress label={say('lists.terms.working')} {...working} onStop={lists.stop} />}
      {terms && !working && (
        <>
          <div className={styles.head} aria-hidden="true">
            <span>{say('lists.term')}</span>
            <span>{say('lists.articles')}</span>
            <span>{say('lists.hits')}</span>
            <span>{say('lists.newspapers')}</span>
            <span>{say('lists.dates')}</span>
          </div>
          <LongList
            className={styles.terms}
            rows={terms}
            keyOf={({ term }) => term}
            guess={() => 34}
            label={say('lists.terms.title')}
            isWalked
          >
            {(hits) => <Term hits={hits} onOpen={onClose} />}
          </LongList>
        </>
      )}
    </Dialog>
  );
}

function Term({ hits, onOpen }: { readonly hits: TermHits; readonly onOpen: () => void }) {
  const messages = useMessages();
  const { say, number } = messages;
  const desk = useDesk();
  const { term, articles, newspapers, first, last, askedAs, problems } = hits;
  const dates = [first, last].flatMap((date) => (date === null ? [] : sayTime(date, messages)));
  const notes = [
    ...(askedAs === null ? [] : [say('search.askedByValue', { query: askedAs })]),
    ...problems.map((problem) => sayQueryProblem(problem, messages)),
  ];
  const open = (): void => {
    onOpen();
    desk.settings.getState().goTo({ room: 'search' });
    desk.search.getState().clearFacets();
    owned(desk.log, desk.search.getState().type(term));
  };
  return (
    <button type="button" className={styles.term} onClick={open}>
      <span lang="zh-CN">{term}</span>
      <Told as={say('lists.articles')}>{number(articles)}</Told>
      <Told as={say('lists.hits')}>{number(hits.hits)}</Told>
      <Told as={say('lists.newspapers')}>{number(newspapers)}</Told>
      <Told as={say('lists.dates')}>{[...new Set(dates)].join(' – ')}</Told>
      {notes.length > 0 && <small>{notes.join(' · ')}</small>}
    </button>
  );
}

/** What stands under a head of the list; who hears the line hears the head before it. */
const Told = ({ as, children }: { readonly as: string; readonly children: string }) => (
  <span>
    {children !== '' && <Spoken>{as} </Spoken>}
    {children}
  </span>
);

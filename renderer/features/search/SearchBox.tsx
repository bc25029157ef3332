import { useEffect, useRef } from 'react';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { TypeAhead } from '../../ui/TypeAhead.tsx';
import { Marked } from './Marked.tsx';
import { PROBLEMS_ID } from './QueryProblems.tsx';
import styles from './search-box.module.css';
import type { Suggestion } from './suggestion.ts';
import { useSuggestions } from './use-suggestions.ts';

export interface SearchBoxProps {
  readonly shortcut: string;
  /** The person is done typing and wants the answers. */
  readonly onAsk: () => void;
}

/** The box in the header: answers as one types, suggests what may be meant and how it can be asked. */
export function SearchBox({ shortcut, onAsk }: SearchBoxProps) {
  const { say } = useMessages();
  const desk = useDesk();
  const query = useDeskState('search', (search) => search.query);
  const problems = useDeskState('search', (search) => search.problems);
  const asked = useDeskState('surfaces', (surfaces) => surfaces.searchFocus);
  const { groups, ask } = useSuggestions(query);
  const input = useRef<HTMLInputElement>(null);

  useEffect(() => {
    if (asked === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [asked]);

  function type(words: string): void {
    // First, since it is answered at once and the search takes its time.
    ask(words);
    owned(desk.log, desk.search.getState().type(words));
    if (words.trim()) desk.settings.getState().goTo({ room: 'search' });
  }

  function choose({ choice }: Suggestion): void {
    if (choice.type === 'open') {
      desk.search.getState().submit();
      desk.reader.getState().open(choice.article, choice.spans);
      return;
    }
    type(choice.query);
    if (choice.type === 'ask') submit();
  }

  function submit(): void {
    desk.search.getState().submit();
    if (desk.search.getState().query.trim()) onAsk();
  }

  return (
    <search className={styles.box} onFocus={() => ask(query)}>
      <TypeAhead
        label={say('search.label')}
        listLabel={say('search.suggestions')}
        placeholder={say('search.placeholder')}
        value={query}
        isInvalid={problems.length > 0}
        describedBy={PROBLEMS_ID}
        groups={groups}
        input={input}
        onChange={type}
        onChoose={choose}
        staysOpen={({ choice }) => choice.type === 'begin'}
        onSubmit={submit}
        onEscape={() => {
          // What was found stays: Esc leaves the box for it.
          input.current?.blur();
          document.querySelector<HTMLElement>('[data-answer] button')?.focus();
        }}
        renderChoice={(suggestion) => <SuggestionLine {...suggestion} />}
        before={<Icon name="search" size={17} />}
        after={
          query ? (
            <IconButton
              icon="close"
              label={say('desk.clear')}
              isSmall
              onPress={() => {
                type('');
                input.current?.focus();
              }}
            />
          ) : (
            <kbd className={styles.shortcut}>{shortcut}</kbd>
          )
        }
      />
    </search>
  );
}

/** Groups whose words the person wrote, in the type of the interface. */
const WRITTEN: readonly Suggestion['group'][] = ['operators', 'saved', 'recent', 'tags'];

function SuggestionLine({ group, text, marks, note }: Suggestion) {
  const isWritten = WRITTEN.includes(group);
  return (
    <span className={styles.line} data-group={group}>
      <span className={isWritten ? styles.written : styles.words} lang="zh-CN">
        {group === 'tags' && <span aria-hidden="true">#</span>}
        <Marked text={text} marks={marks} />
      </span>
      {note && <span className={styles.note}>{note}</span>}
    </span>
  );
}

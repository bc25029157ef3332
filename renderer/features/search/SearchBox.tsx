import { useEffect, useRef, useState } from 'react';
import { Button as AriaButton } from 'react-aria-components';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import type { MessageKey } from '../../ui/read-messages.ts';
import styles from './search-box.module.css';

/** What can be written, each with the words that say what it finds. */
const EXAMPLES: readonly { readonly query: string; readonly means: MessageKey }[] = [
  { query: '棉花 合作社', means: 'search.example.words' },
  { query: '“就业岗位”', means: 'search.example.phrase' },
  { query: '医院 -北京', means: 'search.example.not' },
  { query: 'title:学校', means: 'search.example.title' },
  { query: 'name:援疆指挥部', means: 'search.example.name' },
  { query: 'place:沙雅', means: 'search.example.place' },
  { query: '>1亿元', means: 'search.example.value' },
  { query: '20%..40%', means: 'search.example.range' },
  { query: '亩 measure:种植', means: 'search.example.measure' },
  { query: 'from:2020 to:2022', means: 'search.example.years' },
  { query: 'tag:待核', means: 'search.example.tag' },
];

/** The box in the header: answers as one types, shows by example what can be asked. */
export function SearchBox({ shortcut }: { readonly shortcut: string }) {
  const { say } = useMessages();
  const desk = useDesk();
  const { query, problems } = useDeskState('search', (search) => search);
  const recent = useDeskState('settings', (settings) => settings.recentSearches);
  const saved = useDeskState('session', (session) => session.state.searches);
  const asked = useDeskState('surfaces', (surfaces) => surfaces.searchFocus);
  const input = useRef<HTMLInputElement>(null);
  const [isOpen, setOpen] = useState(false);

  useEffect(() => {
    if (asked === 0) return;
    input.current?.focus();
    input.current?.select();
  }, [asked]);

  function type(words: string): void {
    desk.search.getState().type(words);
    if (words.trim()) desk.settings.getState().goTo({ room: 'search' });
  }

  function choose(words: string): void {
    type(words);
    desk.search.getState().submit();
    setOpen(false);
    input.current?.focus();
  }

  const problem = problems[0];
  const showsHelp = isOpen && query.trim() === '';
  return (
    <search
      className={styles.box}
      onFocus={() => setOpen(true)}
      onBlur={(event) => !event.currentTarget.contains(event.relatedTarget) && setOpen(false)}
    >
      <form
        className={styles.form}
        data-invalid={problem !== undefined}
        onSubmit={(event) => {
          event.preventDefault();
          choose(query);
        }}
      >
        <Icon name="search" size={17} />
        <input
          ref={input}
          type="search"
          value={query}
          aria-label={say('search.label')}
          aria-invalid={problem !== undefined}
          placeholder={say('search.placeholder')}
          autoComplete="off"
          spellCheck={false}
          onChange={(event) => type(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Escape') return;
            event.stopPropagation();
            if (query) type('');
            else event.currentTarget.blur();
          }}
        />
        {query ? (
          <AriaButton className={styles.clear ?? ''} aria-label={say('desk.clear')} onPress={() => type('')}>
            <Icon name="close" size={14} />
          </AriaButton>
        ) : (
          <kbd>{shortcut}</kbd>
        )}
      </form>
      {problem && (
        <p className={styles.problem} role="status">
          {say('search.problem', {
            position: problem.start + 1,
            what: say(`search.query.${problem.reason}`),
          })}
        </p>
      )}
      {showsHelp && (
        <div className={styles.help}>
          {saved.size > 0 && (
            <Part title={say('search.saved')}>
              {[...saved.values()].map((one) => (
                <Row key={one.id} query={one.query} means={one.name} onChoose={choose} />
              ))}
            </Part>
          )}
          {recent.length > 0 && (
            <Part title={say('search.recent')}>
              {recent.slice(0, 5).map((words) => (
                <Row key={words} query={words} means="" onChoose={choose} />
              ))}
            </Part>
          )}
          <Part title={say('search.examples')}>
            {EXAMPLES.map((example) => (
              <Row key={example.query} query={example.query} means={say(example.means)} onChoose={choose} />
            ))}
          </Part>
        </div>
      )}
    </search>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: React.ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      <ul>{children}</ul>
    </section>
  );
}

interface RowProps {
  readonly query: string;
  readonly means: string;
  readonly onChoose: (query: string) => void;
}

function Row({ query, means, onChoose }: RowProps) {
  return (
    <li>
      <button type="button" onClick={() => onChoose(query)}>
        <code>{query}</code>
        <span>{means}</span>
      </button>
    </li>
  );
}

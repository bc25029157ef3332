import { runCommand } from '../../commands/commands.ts';
import { openClaim } from '../../commands/table-commands.ts';
import { MOST_CHOSEN } from '../../state/claims.ts';
import type { TableColumn } from '../../state/settings.ts';
import { nameOfSource } from '../../state/source-name.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { sayAbout, sayConverted, sayTime } from '../../ui/value-words.ts';
import type { ClaimRow } from '../../workers/claims-calls.ts';
import styles from './fact-table.module.css';

/** The words that the cell which is looked at stands on, and what can be done with the facts in hand. */
export function FactWords({ cell }: { readonly cell: TableColumn }) {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const row = useDeskState('claims', ({ rows, at }) => rows.get(at));
  const marked = useDeskState('claims', (claims) => claims.marked.size);
  if (!row) return null;
  const { fact, title, newspaper, published } = row;
  const converted = sayConverted(fact, messages);
  return (
    <section className={styles.words} aria-label={say('facts.claims')} data-words>
      <blockquote lang="zh-CN">
        <Sentence row={row} cell={cell} />
      </blockquote>
      <p className={styles.about}>
        {[
          ...sayAbout(fact, messages),
          ...(converted ? [converted] : []),
          title,
          nameOfSource(newspaper),
          ...(published ? [sayTime(published, messages)] : []),
          say('facts.rule', { kind: say(`facts.kind.${fact.kind}`) }),
          say('facts.confidence', { percent: Math.round(fact.confidence * 100) }),
        ].join(' · ')}
      </p>
      <footer className={styles.actions}>
        <Button look="link" icon="quote" onPress={() => openClaim(desk)}>
          {say('table.open')}
        </Button>
        <Button look="link" icon="check" onPress={() => runCommand(desk, 'confirmFact')}>
          {say('facts.confirm')}
        </Button>
        <Button look="link" icon="edit" onPress={() => runCommand(desk, 'correctFact')}>
          {say('facts.correct')}
        </Button>
        <Button look="link" icon="reject" onPress={() => runCommand(desk, 'rejectFact')}>
          {say('facts.reject')}
        </Button>
        {marked > 0 && (
          <span className={styles.chosen} role="status">
            {say('table.chosen', { count: marked })}
            {marked >= MOST_CHOSEN && ` · ${say('table.atMost', { count: MOST_CHOSEN })}`}
            <Button look="link" onPress={() => desk.claims.getState().unmark()}>
              {say('table.chooseNone')}
            </Button>
          </span>
        )}
      </footer>
    </section>
  );
}

/** The sentence, with the fact and, where another of its parts is looked at, that one. */
function Sentence({
  row: { sentence, marks },
  cell,
}: {
  readonly row: ClaimRow;
  readonly cell: TableColumn;
}) {
  const part = cell === 'measure' || cell === 'subject' ? cell : 'fact';
  const [start, end] = marks[part] ?? marks.fact ?? [0, 0];
  return (
    <>
      {sentence.slice(0, start)}
      <mark>{sentence.slice(start, end)}</mark>
      {sentence.slice(end)}
    </>
  );
}

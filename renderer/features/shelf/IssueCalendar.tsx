import { useMemo, useState } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Field.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import type { Messages } from '../../ui/read-messages.ts';
import { sayTime } from '../../ui/value-words.ts';
import styles from './issue-calendar.module.css';
import { type IssueDay, type IssueMonth, listIssues, weeksOf } from './issues.ts';
import type { Rhythm } from './rhythm.ts';

/** Mainland China and ISO 8601, which most of the English-speaking world follows too, begin weeks on Monday. */
const FIRST_WEEKDAY = 1;
const WEEKDAYS = Array.from({ length: 7 }, (_, at) => (FIRST_WEEKDAY + at) % 7);

/** The issues of a newspaper month by month, and the days on which one would be expected and none is there. */
export function IssueCalendar({ onClose }: { readonly onClose: () => void }) {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const papers = useMemo(() => listIssues(rows), [rows]);
  const [chosen, setChosen] = useState<string | null>(null);
  const issues = papers.find(({ paper }) => paper === chosen) ?? papers[0];
  return (
    <Dialog title={say('shelf.calendar')} isOpen onClose={onClose}>
      {issues ? (
        <div className={styles.calendar}>
          <Select
            label={say('shelf.newspaper')}
            value={issues.paper}
            choices={papers.map(({ paper }) => ({ id: paper, label: paper }))}
            onChange={setChosen}
          />
          <p role="status">
            {[
              say('shelf.issues', { there: issues.there }),
              sayRhythm(issues.rhythm, messages),
              ...(issues.rhythm ? [say('shelf.issuesAbsent', { absent: issues.absent })] : []),
            ].join(' · ')}
          </p>
          <LongList
            className={styles.months}
            rows={issues.months}
            keyOf={({ month }) => month}
            guess={() => 250}
            propsOf={() => ({ className: styles.month ?? '' })}
          >
            {(month) => (
              <Month
                {...month}
                onOpen={(article) => {
                  onClose();
                  desk.reader.getState().open(article);
                }}
              />
            )}
          </LongList>
        </div>
      ) : (
        <EmptyState icon="shelf" title={say('shelf.calendarEmpty')}>
          {say('shelf.calendarEmptyWhy')}
        </EmptyState>
      )}
    </Dialog>
  );
}

interface MonthProps extends IssueMonth {
  readonly onOpen: (article: string) => void;
}

/** A month in rows of weeks. */
function Month({ month, days, onOpen }: MonthProps) {
  const messages = useMessages();
  return (
    <table>
      <caption>{sayTime(month, messages)}</caption>
      <thead>
        <tr>
          {WEEKDAYS.map((weekday) => (
            <th key={weekday} scope="col" abbr={sayWeekday(weekday, 'long', messages)}>
              {sayWeekday(weekday, messages.language === 'zh' ? 'narrow' : 'short', messages)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {weeksOf(month, FIRST_WEEKDAY).map((week, row) => (
          <tr key={week.find((day) => day !== null) ?? row}>
            {week.map((day, at) => (
              <td key={WEEKDAYS[at]}>
                {day !== null && <Day number={day} issue={days.get(day)} onOpen={onOpen} />}
              </td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

interface DayProps {
  readonly number: number;
  readonly issue: IssueDay | undefined;
  readonly onOpen: (article: string) => void;
}

function Day({ number, issue, onOpen }: DayProps) {
  const messages = useMessages();
  if (!issue) return <span className={styles.none}>{number}</span>;
  const name = sayTime(issue.day, messages);
  const [first] = issue.articles;
  if (first !== undefined)
    return (
      <button type="button" className={styles.day} aria-label={name} onClick={() => onOpen(first)}>
        {number}
      </button>
    );
  const absent = messages.say('shelf.issueAbsent', { day: name });
  return (
    <span className={styles.absent} role="img" aria-label={absent} title={absent}>
      {number}
    </span>
  );
}

/** A Sunday, from which days of the week are counted. */
const SUNDAY = Date.UTC(2023, 0, 1);

const sayWeekday = (weekday: number, length: 'long' | 'short' | 'narrow', { tag }: Messages): string =>
  new Intl.DateTimeFormat(tag, { weekday: length, timeZone: 'UTC' }).format(SUNDAY + weekday * 86_400_000);

/** What the issues seem to show; it is no more than that. */
function sayRhythm(rhythm: Rhythm | null, messages: Messages): string {
  const { say, tag } = messages;
  switch (rhythm?.type) {
    case undefined:
      return say('shelf.rhythm.unknown');
    case 'weekdays': {
      if (rhythm.weekdays.length === 7) return say('shelf.rhythm.daily');
      const names = WEEKDAYS.filter((weekday) => rhythm.weekdays.includes(weekday)).map((weekday) =>
        sayWeekday(weekday, 'short', messages),
      );
      return say('shelf.rhythm.weekdays', { days: new Intl.ListFormat(tag).format(names) });
    }
    case 'days':
      return rhythm.every === 7
        ? say('shelf.rhythm.weekly')
        : say('shelf.rhythm.days', { every: rhythm.every });
    case 'months':
      return say('shelf.rhythm.months', { every: rhythm.every });
  }
}

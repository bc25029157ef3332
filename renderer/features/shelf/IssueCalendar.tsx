import { useMemo, useState } from 'react';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Field.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { sayTime } from '../../ui/value-words.ts';
import styles from './issue-calendar.module.css';
import { listIssues } from './issues.ts';

/** The issues of a newspaper month by month, and the days between them that are missing. */
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
            {say('shelf.issues', { there: issues.there })}
            {issues.missing !== null && ` · ${say('shelf.issuesMissing', { missing: issues.missing })}`}
          </p>
          <LongList
            className={styles.months}
            rows={issues.months}
            keyOf={({ month }) => month}
            guess={() => 90}
            propsOf={() => ({ className: styles.month ?? '' })}
          >
            {({ month, days }) => (
              <>
                <h3>{sayTime(month, messages)}</h3>
                <div className={styles.days}>
                  {days.map(({ day, articles: [first] }) => {
                    const number = Number(day.slice(8));
                    const name = sayTime(day, messages);
                    return first === undefined ? (
                      <span
                        key={day}
                        className={styles.missing}
                        role="img"
                        aria-label={say('shelf.issueMissing', { day: name })}
                      >
                        {number}
                      </span>
                    ) : (
                      <button
                        key={day}
                        type="button"
                        className={styles.day}
                        aria-label={name}
                        onClick={() => {
                          onClose();
                          desk.reader.getState().open(first);
                        }}
                      >
                        {number}
                      </button>
                    );
                  })}
                </div>
              </>
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

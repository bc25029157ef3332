import { CLAIM_FACETS, type ClaimFacet } from '@shared/search/claims/claim-view.ts';
import { useEffect, useState } from 'react';
import { runCommand } from '../../commands/commands.ts';
import { CLAIM_SCOPES, TABLE_COLUMNS, type TableColumn } from '../../state/settings.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { EmptyState } from '../../ui/EmptyState.tsx';
import { Select } from '../../ui/Field.tsx';
import { ListFilter } from '../../ui/ListFilter.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import { sayQueryProblem } from '../../ui/say-query-problem.ts';
import { FactWords } from './FactWords.tsx';
import styles from './fact-table.module.css';
import { SavedViews } from './SavedViews.tsx';
import { Spreads } from './Spreads.tsx';
import { TableRows } from './TableRows.tsx';

const NOT_GROUPED = 'none';

/** All facts of the library, or of a part of it, one a row; the words of the one that is looked at stand below. */
export function FactTable() {
  const { say, explain } = useMessages();
  const desk = useDesk();
  const phase = useDeskState('claims', (claims) => claims.phase);
  const found = useDeskState('claims', (claims) => claims.found);
  const unavailable = useDeskState('claims', (claims) => claims.unavailable);
  const groupBy = useDeskState('claims', (claims) => claims.groupBy);
  const [cell, setCell] = useState<TableColumn>('value');
  useEffect(() => desk.claims.getState().begin(), [desk]);
  if (unavailable)
    return (
      <EmptyState icon="warning" title={say('table.title')}>
        {explain(unavailable)}
      </EmptyState>
    );
  return (
    <div className={styles.table}>
      <TableHead />
      {found === null || (phase === 'looking' && found.facts === 0) ? (
        <p className={styles.reading} role="status">
          {say('table.reading')}
        </p>
      ) : found.facts === 0 ? (
        <EmptyState icon="table" title={say('table.none')}>
          {say('table.noneWhy')}
        </EmptyState>
      ) : groupBy !== null ? (
        <Spreads by={groupBy} spreads={found.spreads} />
      ) : (
        <>
          <TableRows facts={found.facts} cell={cell} onCell={setCell} />
          <FactWords cell={cell} />
        </>
      )}
    </div>
  );
}

/** How many facts there are, whose, and how they are shown. */
function TableHead() {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const query = useDeskState('claims', (claims) => claims.query);
  const scope = useDeskState('claims', (claims) => claims.scope);
  const groupBy = useDeskState('claims', (claims) => claims.groupBy);
  const found = useDeskState('claims', (claims) => claims.found);
  const phase = useDeskState('claims', (claims) => claims.phase);
  const columns = useDeskState('settings', (settings) => settings.tableColumns);
  const problems = found?.problems ?? [];
  return (
    <header className={styles.head}>
      <h1>{say('table.title')}</h1>
      <p className={styles.count} role="status" aria-busy={phase === 'looking'}>
        {found && say('table.count', { count: found.facts })}
      </p>
      <div className={styles.filter}>
        <ListFilter
          label={say('table.filter')}
          value={query}
          onChange={(words) => desk.claims.getState().type(words)}
        />
        {problems.length > 0 && (
          <p className={styles.problem} role="status">
            {problems.map((problem) => sayQueryProblem(problem, messages)).join(' · ')}
          </p>
        )}
      </div>
      <div className={styles.selects}>
        <Select
          label={say('table.scope')}
          value={scope}
          choices={CLAIM_SCOPES.map((id) => ({ id, label: say(`table.scope.${id}`) }))}
          onChange={(id) => desk.claims.getState().show(id)}
        />
        <Select<ClaimFacet | typeof NOT_GROUPED>
          label={say('table.groupBy')}
          value={groupBy ?? NOT_GROUPED}
          choices={[
            { id: NOT_GROUPED, label: say('table.groupBy.none') },
            ...CLAIM_FACETS.map((id) => ({ id, label: say(`table.column.${id}`) })),
          ]}
          onChange={(id) => desk.claims.getState().gather(id === NOT_GROUPED ? null : id)}
        />
      </div>
      <span className={styles.tools}>
        <Button look="link" onPress={() => runCommand(desk, 'showAgreement')}>
          {say('agreement.title')}
        </Button>
        <SavedViews />
        <IconButton
          icon="export"
          label={say('desk.export')}
          onPress={() => runCommand(desk, 'exportThings')}
        />
        <MenuButton
          icon="menu"
          label={say('table.columns')}
          choices={TABLE_COLUMNS.map((id) => ({
            id,
            label: say(`table.column.${id}`),
            isChecked: columns.includes(id),
            isDisabled: columns.length === 1 && columns.includes(id),
          }))}
          onChoose={(id) =>
            desk.settings.getState().change({
              tableColumns: TABLE_COLUMNS.filter((other) => columns.includes(other) !== (other === id)),
            })
          }
        />
      </span>
    </header>
  );
}

import { CITATION_STYLES } from '@shared/exchange/citation/format-citation.ts';
import { EXPORT_FORMS, FORM_FACTS } from '@shared/exchange/export-forms.ts';
import type { TableName } from '@shared/exchange/tables.ts';
import type { Scope } from '../../state/export-scopes.ts';
import { tablesOf } from '../../state/exports.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, Chip } from '../../ui/Button.tsx';
import { Segmented, Select } from '../../ui/Field.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { Progress } from '../../ui/Progress.tsx';
import { saySize } from '../../ui/value-words.ts';
import { ExportPreview } from './ExportPreview.tsx';
import styles from './exchange.module.css';

/** Forms that print citations, and so ask for a style. */
const CITING = ['md', 'docx'] as const;

/** What goes out, in which form; its first rows and how many there are; then the file. */
export function ExportForm({ onClose }: { readonly onClose: () => void }) {
  const messages = useMessages();
  const { say, language } = messages;
  const desk = useDesk();
  const { scopes, scope, tags, preview, isCounting, writing, exported, failure } = useDeskState(
    'exports',
    (exports) => exports,
  );
  const { exporting, citation, change } = useDeskState('settings', (settings) => settings);
  const { choose, change: changeExport, write, stop } = desk.exports.getState();
  const { tables } = FORM_FACTS[exporting.form];
  const what = tablesOf(exporting);
  const total = what.reduce((sum, table) => sum + (preview?.counts[table] ?? 0), 0);

  const toggle = (table: TableName, on: boolean): void => {
    const wanted = tables.filter((other) => (other === table ? on : what.includes(other)));
    // What does not fit this form stays chosen for the next.
    const others = exporting.what.filter((other) => !tables.includes(other));
    if (wanted.length > 0) changeExport({ what: [...wanted, ...others] });
  };

  return (
    <Dialog title={say('export.title')} size="large" isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          owned(desk.log, write(language));
        }}
      >
        <div className={styles.pair}>
          <Select
            label={say('export.scope')}
            value={scope.type}
            choices={scopes.map(({ type }) => ({ id: type, label: say(`export.scope.${type}`) }))}
            onChange={(type) => {
              const chosen = scopes.find((one) => one.type === type);
              if (chosen) choose(chosen);
            }}
          />
          {scope.type === 'tag' && (
            <Select
              label={say('export.scope.tag')}
              value={scope.tag}
              choices={tags.map((tag) => ({ id: tag, label: tag }))}
              onChange={(tag) => choose({ type: 'tag', tag } satisfies Scope)}
            />
          )}
          <Select
            label={say('export.form')}
            value={exporting.form}
            choices={EXPORT_FORMS.map((form) => ({ id: form, label: say(`export.form.${form}`) }))}
            onChange={(form) => changeExport({ form })}
          />
        </div>
        <p className={styles.hint}>{say(`export.formWhy.${exporting.form}`)}</p>
        {tables.length > 1 && (
          <fieldset className={styles.group}>
            <legend>{say('export.what')}</legend>
            {tables.map((table) => (
              <Chip key={table} isSelected={what.includes(table)} onChange={(on) => toggle(table, on)}>
                {say(`export.table.${table}`)}
              </Chip>
            ))}
          </fieldset>
        )}
        <div className={styles.pair}>
          {(what.includes('facts') || exporting.form === 'ndjson') && (
            <Segmented
              label={say('export.facts')}
              value={exporting.confirmedOnly ? 'confirmed' : 'all'}
              choices={[
                { id: 'all', label: say('export.factsAll') },
                { id: 'confirmed', label: say('export.factsConfirmed') },
              ]}
              onChange={(id) => changeExport({ confirmedOnly: id === 'confirmed' })}
            />
          )}
          {CITING.some((form) => form === exporting.form) && (
            <Select
              label={say('export.style')}
              value={citation}
              choices={CITATION_STYLES.map((id) => ({ id, label: say(`export.style.${id}`) }))}
              onChange={(id) => change({ citation: id })}
            />
          )}
        </div>
        <ExportPreview preview={preview} what={what} isCounting={isCounting} />
        <footer className={styles.foot}>
          <div className={styles.news} role="status">
            {exported && (
              <p>
                {exported.path === null
                  ? say('export.downloaded', { name: exported.name, size: saySize(exported.bytes, messages) })
                  : say('export.savedAt', { path: exported.path, size: saySize(exported.bytes, messages) })}
                {exported.leftOut > 0 && ` ${say('export.leftOut', { count: exported.leftOut })}`}
              </p>
            )}
            {failure && <p className={styles.wrong}>{messages.explain(failure)}</p>}
            {writing && (
              <Progress
                label={say(`export.step.${writing.step}`)}
                done={writing.done}
                total={writing.total}
                onStop={writing.step === 'reading' ? stop : undefined}
              />
            )}
          </div>
          <Button look="quiet" onPress={onClose}>
            {say(exported || writing ? 'desk.close' : 'desk.cancel')}
          </Button>
          <Button
            look="accent"
            icon="export"
            type="submit"
            isDisabled={!isCounting && total === 0}
            isBusy={writing !== null}
          >
            {say('export.now')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

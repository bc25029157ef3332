import type { SourceDescription } from '@shared/model/source.ts';
import { useState } from 'react';
import type { SourceRow } from '../../library/rows.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import styles from './source-form.module.css';

const PARTIAL_DATE = /^(\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?)?$/;

/** What the person says of a page, over what it prints of itself. */
export function SourceForm({
  source,
  onClose,
}: {
  readonly source: SourceRow;
  readonly onClose: () => void;
}) {
  const { say } = useMessages();
  const desk = useDesk();
  const row = useDeskState('shelf', (shelf) => shelf.rows.find((one) => one.source === source.sha256));
  const known = row?.description ?? {};
  const { value, basis } = source.record.publishedOn;
  const [newspaper, setNewspaper] = useState(known.newspaper ?? '');
  const [edition, setEdition] = useState(known.edition ?? '');
  const [pageTitle, setPageTitle] = useState(known.pageTitle ?? '');
  const [date, setDate] = useState(known.publishedOn ?? (basis === 'inferred' ? '' : (value ?? '')));
  const isWrong = !PARTIAL_DATE.test(date.trim());

  function save(): void {
    if (isWrong) return;
    const description: SourceDescription = {
      ...(newspaper.trim() || known.newspaper ? { newspaper: newspaper.trim() } : {}),
      ...(edition.trim() || known.edition ? { edition: edition.trim() } : {}),
      ...(pageTitle.trim() || known.pageTitle ? { pageTitle: pageTitle.trim() } : {}),
      ...(date.trim() && date.trim() !== known.publishedOn ? { publishedOn: date.trim() } : {}),
    };
    void desk.deeds.perform({ type: 'source.describe', source: source.sha256, description });
    onClose();
  }

  return (
    <Dialog title={say('shelf.aboutPage')} size="small" isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <TextField
          label={say('shelf.printedOn')}
          value={date}
          onChange={setDate}
          hint={say('facts.dateHint')}
          error={isWrong ? say('facts.badDate') : null}
          placeholder={basis === 'inferred' && value ? value : ''}
          autoFocus
        />
        <TextField label={say('shelf.newspaper')} value={newspaper} onChange={setNewspaper} />
        <TextField label={say('shelf.edition')} value={edition} onChange={setEdition} />
        <TextField label={say('shelf.pageTitle')} value={pageTitle} onChange={setPageTitle} />
        <dl className={styles.particulars}>
          <dt>{say('shelf.sourceFile')}</dt>
          <dd>{source.record.name}</dd>
          <dt>{say('shelf.encoding')}</dt>
          <dd>{source.record.encoding}</dd>
          <dt>SHA-256</dt>
          <dd>
            <code>{source.sha256}</code>
          </dd>
        </dl>
        <footer className={styles.foot}>
          <Button look="quiet" onPress={onClose}>
            {say('desk.cancel')}
          </Button>
          <Button look="accent" type="submit" isDisabled={isWrong}>
            {say('desk.save')}
          </Button>
        </footer>
      </form>
    </Dialog>
  );
}

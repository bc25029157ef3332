import type { DescriptionChange } from '@shared/journal/act.ts';
import type { SourceSpan } from '@shared/model/offset.ts';
import {
  ENCODINGS,
  type Encoding,
  REGIONS,
  type Region,
  type SourceDescription,
} from '@shared/model/source.ts';
import { useState } from 'react';
import type { SourceRow } from '../../library/rows.ts';
import { owned } from '../../state/owned.ts';
import { showPanel } from '../../state/panel.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Select } from '../../ui/Field.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import { DescribedField } from './DescribedField.tsx';
import { DESCRIBED, type Described, type DescribedKey } from './describing.ts';
import { EncodingPreview } from './EncodingPreview.tsx';
import styles from './source-form.module.css';

/** What a page prints of itself, and where. */
interface Printed {
  readonly text: string;
  readonly span: SourceSpan | null;
}

function readPrinted({ imprint }: SourceRow, key: DescribedKey): Printed {
  if (key !== 'publishedOn') return imprint[key] ?? { text: '', span: null };
  return imprint.date ? { text: imprint.date.value, span: imprint.date.span } : { text: '', span: null };
}

const wordsOf = (values: Described, key: DescribedKey): string => values[key]?.trim() ?? '';

/** What is to be written so that the page is described as the form says; empty when it is so already. */
function changeOf(
  values: Described,
  given: SourceDescription,
  printed: (key: DescribedKey) => Printed,
): DescriptionChange {
  const changes = DESCRIBED.flatMap((key): [DescribedKey, string | null][] => {
    const value = wordsOf(values, key);
    const before = given[key] ?? printed(key).text;
    if (value === before) return [];
    if (value === printed(key).text) return [[key, null]];
    // Nobody can say that a page has no date; they can take back the one they gave.
    if (key === 'publishedOn' && value === '') return given.publishedOn ? [[key, null]] : [];
    return [[key, value]];
  });
  return Object.fromEntries(changes);
}

/** The region is the one that the words of the page show. */
const AS_READ = 'as-read';

/** The encoding that the program finds by itself. */
const AS_FOUND = 'as-found';

function changeOfEncoding(
  encoding: Encoding | typeof AS_FOUND,
  given: SourceDescription,
): Pick<DescriptionChange, 'encoding'> {
  const said = encoding === AS_FOUND ? null : encoding;
  return said === (given.encoding ?? null) ? {} : { encoding: said };
}

/** What the person says of a page, over what it prints of itself; each with how it is known. */
export function SourceForm({
  source,
  onClose,
}: {
  readonly source: SourceRow;
  readonly onClose: () => void;
}) {
  const { say } = useMessages();
  const desk = useDesk();
  const given = useDeskState('session', ({ state }) => state.descriptions.get(source.sha256)) ?? {};
  const printed = (key: DescribedKey) => readPrinted(source, key);
  const [values, setValues] = useState(
    () => Object.fromEntries(DESCRIBED.map((key) => [key, given[key] ?? printed(key).text])) as Described,
  );
  const [encoding, setEncoding] = useState<Encoding | typeof AS_FOUND>(given.encoding ?? AS_FOUND);
  const [region, setRegion] = useState<Region | typeof AS_READ>(given.region ?? AS_READ);
  const isWrong = values.publishedOn === null;
  const { value: published, basis } = source.record.publishedOn;

  const { isSaving, save } = useSave(onClose);
  const said = region === AS_READ ? null : region;
  const description: DescriptionChange = {
    ...changeOf(values, given, printed),
    ...changeOfEncoding(encoding, given),
    ...(said === (given.region ?? null) ? {} : { region: said }),
  };
  const isUnsaved = isWrong || Object.keys(description).length > 0;

  /** How the value in a field is known. */
  function sayBasis(key: DescribedKey): string {
    const value = wordsOf(values, key);
    if (value === '' && key === 'publishedOn' && basis === 'inferred')
      return `${say('facts.basis.inferred')} · ${say('facts.dateHint')}`;
    if (value === '') return say('shelf.notPrinted');
    if (value !== printed(key).text) return say('facts.basis.given');
    const isInferred = key === 'publishedOn' && source.imprint.date?.basis === 'inferred';
    return say(isInferred ? 'facts.basis.inferred' : 'facts.basis.printed');
  }

  function showPrinted(span: SourceSpan): void {
    const { view, open, select } = desk.reader.getState();
    onClose();
    desk.settings.getState().goTo({ original: true });
    showPanel(desk, true);
    if (view) open(view.article.id, [span]);
    select([span]);
  }

  return (
    <Dialog title={say('shelf.aboutPage')} size="small" isOpen isUnsaved={isUnsaved} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (isWrong) return;
          if (!isUnsaved) onClose();
          else
            save(() => desk.deeds.perform({ type: 'source.describe', source: source.sha256, description }));
        }}
      >
        {DESCRIBED.map((key) => {
          const { text, span } = printed(key);
          const isPrinted = wordsOf(values, key) === text;
          return (
            <div key={key} className={styles.field}>
              <DescribedField
                what={key}
                value={values[key]}
                onChange={(value) => setValues({ ...values, [key]: value })}
                hint={sayBasis(key)}
                placeholder={key === 'publishedOn' && basis === 'inferred' ? (published ?? '') : ''}
              />
              {isPrinted && span && (
                <Button look="link" icon="original" onPress={() => showPrinted(span)}>
                  {say('shelf.wherePrinted')}
                </Button>
              )}
              {!isPrinted && text !== '' && (
                <Button look="link" icon="undo" onPress={() => setValues({ ...values, [key]: text })}>
                  {say('shelf.asPrinted')}
                </Button>
              )}
            </div>
          );
        })}
        <Select
          label={`${say('shelf.region')} · ${say('shelf.regionWhy')}`}
          value={region}
          choices={([AS_READ, ...REGIONS] as const).map((id) => ({ id, label: say(`shelf.region.${id}`) }))}
          onChange={setRegion}
        />
        {source.record.encoding !== null && (
          <Select
            label={say('shelf.encoding')}
            value={encoding}
            choices={[
              {
                id: AS_FOUND,
                label: given.encoding
                  ? say('shelf.encodingAsFound')
                  : say('shelf.encodingFound', { encoding: source.record.encoding }),
              },
              ...ENCODINGS.map((id) => ({ id, label: id.toUpperCase() })),
            ]}
            onChange={setEncoding}
          />
        )}
        {source.record.encoding !== null && encoding !== (given.encoding ?? AS_FOUND) && (
          <EncodingPreview
            key={encoding}
            source={source}
            encoding={encoding === AS_FOUND ? null : encoding}
          />
        )}
        <dl className={styles.particulars}>
          <dt>{say('shelf.sourceFile')}</dt>
          <dd>
            {source.record.name}{' '}
            <Button
              look="link"
              icon="export"
              onPress={() => owned(desk.log, desk.deeds.saveOriginal(source.sha256, source.record.name))}
            >
              {say('shelf.saveOriginal')}
            </Button>
          </dd>
          <dt>SHA-256</dt>
          <dd>
            <code>{source.sha256}</code>
          </dd>
        </dl>
        <FormFoot onCancel={onClose} isDisabled={isWrong} isSaving={isSaving} />
      </form>
    </Dialog>
  );
}

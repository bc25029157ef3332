import type { FactCorrection } from '@shared/journal/act.ts';
import { BOUNDS, type Bound, FACT_KINDS, type FactKind } from '@shared/model/fact.ts';
import { readTypedDate } from '@shared/text/typed-date.ts';
import { useState } from 'react';
import { familyOfFact } from '../../state/family.ts';
import { Button } from '../../ui/Button.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import styles from './fact-form.module.css';

/** A fact as the form shows it. */
export interface FactDraft {
  readonly words: string;
  readonly kind: FactKind;
  readonly value: number | string | null;
  readonly valueMax: number | null;
  readonly unit: string | null;
  readonly bound: Bound;
  readonly measure: string | null;
  readonly when: string | null;
}

export interface FactFormProps {
  readonly title: string;
  readonly draft: FactDraft;
  readonly onClose: () => void;
  /** Told only what differs from the draft, and everything when `isNew`; `moves` to the selected words. */
  readonly onSave: (kind: FactKind, correction: FactCorrection, moves: boolean) => Promise<boolean>;
  readonly isNew: boolean;
  /** Words selected in the article that the fact may stand on instead; null where none are. */
  readonly selected?: string | null;
}

const ISO_TIME =
  /^(?:\d{4}(-\d{2}(-\d{2}(T\d{2}:\d{2})?)?)?(\/(?:\.\.|\d{4}(-\d{2}(-\d{2})?)?))?|\.\.\/\d{4}(-\d{2}(-\d{2})?)?)$/;

export function FactForm({ title, draft, onClose, onSave, isNew, selected = null }: FactFormProps) {
  const { say } = useMessages();
  const [moves, setMoves] = useState(false);
  const [kind, setKind] = useState(draft.kind);
  const [value, setValue] = useState(draft.value === null ? '' : String(draft.value));
  const [valueMax, setValueMax] = useState(draft.valueMax === null ? '' : String(draft.valueMax));
  const [unit, setUnit] = useState(draft.unit ?? '');
  const [bound, setBound] = useState(draft.bound);
  const [measure, setMeasure] = useState(draft.measure ?? '');
  const [when, setWhen] = useState(draft.when ?? '');
  const read = readValue(value, kind);
  const readMax = readValue(valueMax, kind);
  const isWrong = read === undefined || readMax === undefined || typeof readMax === 'string';

  const { isSaving, save } = useSave(onClose);
  const made = (): FactCorrection => ({
    kind,
    value: read ?? null,
    valueMax: typeof readMax === 'number' ? readMax : null,
    unit: unit.trim() || null,
    bound,
    measure: measure.trim() || null,
    when: readTypedDate(when) ?? (when.trim() || null),
  });
  const changed = isWrong ? null : differing(made(), draft);
  const isUnsaved = changed === null || moves || Object.keys(changed).length > 0;

  return (
    <Dialog title={title} isOpen isUnsaved={isUnsaved} onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (changed) save(() => onSave(kind, isNew ? made() : changed, moves));
        }}
      >
        <div>
          <blockquote className={styles.words} lang="zh-CN">
            {moves ? selected : draft.words}
          </blockquote>
          {!isNew && selected === null && <p className={styles.hint}>{say('facts.wordsHint')}</p>}
          {selected !== null && (
            <Button look="link" icon={moves ? 'undo' : 'edit'} onPress={() => setMoves(!moves)}>
              {say(moves ? 'facts.useWordsOff' : 'facts.useWords')}
            </Button>
          )}
        </div>
        <div className={styles.row}>
          <Select
            label={say('facts.editKind')}
            value={kind}
            choices={FACT_KINDS.map((id) => ({ id, label: say(`facts.kind.${id}`) }))}
            onChange={setKind}
          />
          <Select
            label={say('facts.editBound')}
            value={bound}
            choices={BOUNDS.map((id) => ({ id, label: say(`facts.bound.${id}`) }))}
            onChange={setBound}
          />
        </div>
        <div className={styles.row}>
          <TextField
            label={say('facts.editValue')}
            value={value}
            onChange={setValue}
            hint={say('facts.editValueHint')}
            error={read === undefined ? say('facts.editBadValue') : null}
            autoFocus
          />
          {familyOfFact(kind) !== 'time' && (
            <TextField
              label={say('facts.editValueMax')}
              value={valueMax}
              onChange={setValueMax}
              error={readMax === undefined ? say('facts.editBadValue') : null}
            />
          )}
          <TextField label={say('facts.editUnit')} value={unit} onChange={setUnit} />
        </div>
        <div className={styles.row}>
          <TextField label={say('facts.editMeasure')} value={measure} onChange={setMeasure} />
          <TextField
            label={say('facts.editWhen')}
            value={when}
            onChange={setWhen}
            hint={say('facts.dateHint')}
          />
        </div>
        <FormFoot onCancel={onClose} isDisabled={isWrong} isSaving={isSaving} />
      </form>
    </Dialog>
  );
}

/** A number, an ISO time, null for nothing, undefined for what is neither. */
function readValue(typed: string, kind: FactKind): number | string | null | undefined {
  const words = typed.trim();
  if (words === '') return null;
  const number = Number(words.replaceAll(/[,，\s]/g, ''));
  if (familyOfFact(kind) === 'time' && kind !== 'duration') {
    return readTypedDate(words) ?? (ISO_TIME.test(words) ? words : undefined);
  }
  return Number.isFinite(number) ? number : undefined;
}

function differing(all: FactCorrection, draft: FactDraft): FactCorrection {
  const entries = Object.entries(all).filter(([name, value]) => draft[name as keyof FactDraft] !== value);
  return Object.fromEntries(entries) as FactCorrection;
}

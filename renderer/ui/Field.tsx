import type { KeyboardEvent } from 'react';
import {
  Button as AriaButton,
  Select as AriaSelect,
  TextField as AriaTextField,
  Input,
  Label,
  ListBox,
  ListBoxItem,
  Popover,
  Radio,
  RadioGroup,
  SelectValue,
  Text,
  TextArea,
} from 'react-aria-components';
import styles from './field.module.css';
import { Icon } from './icons.tsx';
import { PLAIN_INPUT } from './plain-input.ts';
import { Swatch } from './Swatch.tsx';

export interface TextFieldProps {
  readonly label: string;
  readonly value: string;
  readonly onChange: (value: string) => void;
  readonly hint?: string;
  /** What is wrong with the value; shown in place of the hint. */
  readonly error?: string | null;
  readonly placeholder?: string;
  readonly lines?: number;
  readonly autoFocus?: boolean;
  /** Shows no label; it still names the field. */
  readonly isBare?: boolean;
}

export function TextField(props: TextFieldProps) {
  const { label, value, onChange, hint, error, placeholder = '', lines = 1, autoFocus = false } = props;
  return (
    <AriaTextField
      className={styles.field ?? ''}
      value={value}
      onChange={onChange}
      isInvalid={Boolean(error)}
      autoFocus={autoFocus}
      {...(props.isBare ? { 'aria-label': label } : {})}
    >
      {!props.isBare && <Label>{label}</Label>}
      {lines > 1 ? (
        <TextArea
          {...PLAIN_INPUT}
          rows={lines}
          placeholder={placeholder}
          className={styles.input ?? ''}
          onKeyDown={sendByKey}
        />
      ) : (
        <Input
          {...PLAIN_INPUT}
          placeholder={placeholder}
          className={styles.input ?? ''}
          onKeyDown={sendByKey}
        />
      )}
      {(error || hint) && (
        <Text slot={error ? 'errorMessage' : 'description'} className={error ? styles.error : styles.hint}>
          {error || hint}
        </Text>
      )}
    </AriaTextField>
  );
}

/** Ctrl Enter sends a form from any of its fields. */
function sendByKey(event: KeyboardEvent<HTMLInputElement | HTMLTextAreaElement>): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return;
  event.preventDefault();
  event.currentTarget.form?.requestSubmit();
}

export interface Choice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  /** A colour of bookmarks, shown before the label. */
  readonly swatch?: string;
}

export interface ChoiceProps<Id extends string> {
  readonly label: string;
  readonly value: Id;
  readonly choices: readonly Choice<Id>[];
  readonly onChange: (id: Id) => void;
}

/** A row of choices of which one holds. */
export function Segmented<Id extends string>({ label, value, choices, onChange }: ChoiceProps<Id>) {
  return (
    <RadioGroup
      className={styles.field ?? ''}
      value={value}
      onChange={(id) => onChange(id as Id)}
      orientation="horizontal"
    >
      <Label>{label}</Label>
      <div className={styles.segments}>
        {choices.map((choice) => (
          <Radio key={choice.id} value={choice.id} className={styles.segment ?? ''}>
            {choice.swatch && <Swatch colour={choice.swatch} />}
            {choice.label}
          </Radio>
        ))}
      </div>
    </RadioGroup>
  );
}

/** A list of choices that drops down. */
export function Select<Id extends string>({ label, value, choices, onChange }: ChoiceProps<Id>) {
  return (
    <AriaSelect className={styles.field ?? ''} value={value} onChange={(key) => key && onChange(key as Id)}>
      <Label>{label}</Label>
      <AriaButton className={styles.select ?? ''}>
        <SelectValue />
        <Icon name="down" size={14} />
      </AriaButton>
      <Popover className={styles.list ?? ''}>
        <ListBox>
          {choices.map((choice) => (
            <ListBoxItem key={choice.id} id={choice.id} className={styles.option ?? ''}>
              {choice.label}
            </ListBoxItem>
          ))}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}

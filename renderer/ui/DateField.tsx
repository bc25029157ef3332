import { readTypedDate } from '@shared/text/typed-date.ts';
import { useState } from 'react';
import { TextField, type TextFieldProps } from './Field.tsx';
import { useMessages } from './messages.tsx';
import type { Messages } from './read-messages.ts';
import { sayTime } from './value-words.ts';

export interface DateFieldProps extends Pick<TextFieldProps, 'label' | 'hint' | 'placeholder' | 'autoFocus'> {
  /** ISO 8601 at its own precision, empty for none; null where what is typed is no date. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
}

/** A date as the language of the desk writes it: browsers show theirs in the language of the system. */
const writeDate = (date: string, messages: Messages): string =>
  messages.language === 'zh' && date !== '' ? sayTime(date, messages) : date;

/** A year, a month or a day, typed in any form in which dates are written. */
export function DateField({ value, onChange, hint, placeholder = '', ...field }: DateFieldProps) {
  const messages = useMessages();
  const [draft, setDraft] = useState<{ readonly date: string | null; readonly typed: string } | null>(null);
  // A value that did not come from the keys is shown instead of them.
  const typed = draft && draft.date === value ? draft.typed : writeDate(value ?? '', messages);
  return (
    <TextField
      {...field}
      placeholder={writeDate(placeholder, messages)}
      value={typed}
      onChange={(words) => {
        const date = words.trim() === '' ? '' : readTypedDate(words);
        setDraft({ date, typed: words });
        onChange(date);
      }}
      hint={hint ?? messages.say('facts.dateHint')}
      error={value === null ? messages.say('facts.badDate') : null}
    />
  );
}

import { DateField } from '../../ui/DateField.tsx';
import { TextField } from '../../ui/Field.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { DESCRIPTION_LABELS, type DescribedKey } from './describing.ts';

export interface DescribedFieldProps {
  readonly what: DescribedKey;
  /** A date in ISO 8601, null where what is typed is none; of the others as typed. */
  readonly value: string | null;
  readonly onChange: (value: string | null) => void;
  readonly hint?: string;
  readonly placeholder?: string;
}

/** One of the things that a person may say of a page. */
export function DescribedField({ what, value, ...field }: DescribedFieldProps) {
  const { say } = useMessages();
  const label = say(DESCRIPTION_LABELS[what]);
  return what === 'publishedOn' ? (
    <DateField {...field} label={label} value={value} autoFocus />
  ) : (
    <TextField {...field} label={label} value={value ?? ''} />
  );
}

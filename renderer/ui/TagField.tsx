import { Chip } from './Button.tsx';
import { TextField } from './Field.tsx';
import styles from './tag-field.module.css';

export interface TagFieldProps {
  readonly label: string;
  readonly hint: string;
  /** As they are typed; `readTags` tells them apart. */
  readonly value: string;
  readonly onChange: (value: string) => void;
  /** Tags in use, to be chosen without typing. */
  readonly known: readonly string[];
  readonly autoFocus?: boolean;
}

/** Chips that are offered beside the field. */
const OFFERED = 12;

/** Tags in what was typed, each once. */
export const readTags = (typed: string): string[] => [...new Set(typed.split(/[\s,，、#]+/).filter(Boolean))];

/** Tags, typed or chosen from those in use. */
export function TagField({ label, hint, value, onChange, known, autoFocus = false }: TagFieldProps) {
  const typed = readTags(value);
  const toggle = (tag: string, on: boolean): void =>
    onChange((on ? [...typed, tag] : typed.filter((other) => other !== tag)).join(' '));
  return (
    <div className={styles.tags}>
      <TextField label={label} hint={hint} value={value} onChange={onChange} autoFocus={autoFocus} />
      {known.length > 0 && (
        <div className={styles.known}>
          {known.slice(0, OFFERED).map((tag) => (
            <Chip key={tag} isSelected={typed.includes(tag)} onChange={(on) => toggle(tag, on)}>
              #{tag}
            </Chip>
          ))}
        </div>
      )}
    </div>
  );
}

import type { ReactNode } from 'react';
import {
  Button as AriaButton,
  ToggleButton as AriaToggle,
  Tooltip,
  TooltipTrigger,
} from 'react-aria-components';
import styles from './button.module.css';
import { Icon, type IconName } from './icons.tsx';
import { Swatch } from './Swatch.tsx';

type Look = 'plain' | 'accent' | 'quiet' | 'link';

export interface ButtonProps {
  readonly look?: Look;
  readonly icon?: IconName;
  readonly isDisabled?: boolean;
  /** What it asked for is on its way: it does nothing now and keeps the focus, which a disabled one loses. */
  readonly isBusy?: boolean;
  readonly autoFocus?: boolean;
  readonly type?: 'button' | 'submit';
  /** Its accessible name where the words do not say of what; it holds them. */
  readonly 'aria-label'?: string;
  readonly onPress?: () => void;
  readonly children: ReactNode;
}

export function Button(props: ButtonProps) {
  const { look = 'plain', icon, isBusy = false, children, onPress, ...rest } = props;
  return (
    <AriaButton
      className={`${styles.button} ${styles[look]}`}
      isPending={isBusy}
      onPress={() => onPress?.()}
      {...rest}
    >
      {icon && <Icon name={icon} size={16} />}
      {children}
    </AriaButton>
  );
}

export interface IconButtonProps {
  readonly icon: IconName;
  /** Its accessible name, shown as a tooltip. */
  readonly label: string;
  readonly shortcut?: string | undefined;
  /** Stands within a line or a field. */
  readonly isSmall?: boolean;
  readonly isDisabled?: boolean;
  readonly onPress?: () => void;
}

export function IconButton({ icon, label, shortcut, isSmall = false, onPress, ...rest }: IconButtonProps) {
  return (
    <TooltipTrigger delay={500} closeDelay={80}>
      {/* Without a slot it does what it says, not what a field around it would have its button do. */}
      <AriaButton
        slot={null}
        aria-label={label}
        className={styles.icon ?? ''}
        data-small={isSmall}
        onPress={() => onPress?.()}
        {...rest}
      >
        <Icon name={icon} {...(isSmall ? { size: 14 } : {})} />
      </AriaButton>
      <Hint label={label} shortcut={shortcut} />
    </TooltipTrigger>
  );
}

/** The words that a tooltip shows, with the keys that do the same. */
function Hint({ label, shortcut }: { readonly label: string; readonly shortcut?: string | undefined }) {
  return (
    <Tooltip className={styles.hint ?? ''} offset={6}>
      {label}
      {shortcut && <kbd>{shortcut}</kbd>}
    </Tooltip>
  );
}

export interface ChipProps {
  readonly isSelected: boolean;
  readonly isDisabled?: boolean;
  readonly onChange: (selected: boolean) => void;
  readonly count?: number;
  /** Colour of the underline that the chip stands for. */
  readonly tone?: string;
  /** A colour of bookmarks, shown before the words. */
  readonly swatch?: string;
  readonly children: ReactNode;
}

export function Chip({ isSelected, isDisabled = false, onChange, count, tone, swatch, children }: ChipProps) {
  return (
    <AriaToggle
      className={styles.chip ?? ''}
      isSelected={isSelected}
      isDisabled={isDisabled}
      onChange={onChange}
      {...(tone ? { 'data-tone': tone } : {})}
    >
      {swatch && <Swatch colour={swatch} />}
      <span>{children}</span>
      {count !== undefined && <b>{count}</b>}
    </AriaToggle>
  );
}

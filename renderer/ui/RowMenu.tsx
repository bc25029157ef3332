import { type KeyboardEvent, useRef, useState } from 'react';
import styles from './button.module.css';
import { Icon } from './icons.tsx';
import { Choices, type MenuButtonProps } from './Overlay.tsx';

const OPENING_KEYS: readonly string[] = ['Enter', ' ', 'ArrowDown', 'ArrowUp'];

/**
 * The menu of a row in a long list. Menus, their triggers and their tooltips are most of what such a row costs to
 * draw: this one is a plain button until it is opened.
 */
export function RowMenu<Id extends string>({ label, ...menu }: Omit<MenuButtonProps<Id>, 'icon'>) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setOpen] = useState(false);
  const press = (event: KeyboardEvent) => {
    // Left to the browser, Enter and Space would be a click with no pointer: as a screen reader's, it goes to no choice.
    const isOpening = OPENING_KEYS.includes(event.key);
    // Escape may come before the menu has taken the focus.
    if (!isOpening && !(isOpen && event.key === 'Escape')) return;
    event.preventDefault();
    event.stopPropagation();
    setOpen(isOpening);
  };
  return (
    <>
      <button
        ref={button}
        type="button"
        className={styles.icon}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setOpen(true)}
        onKeyDown={press}
      >
        <Icon name="more" />
      </button>
      {isOpen && (
        <Choices
          {...menu}
          label={label}
          aria-label={label}
          placement="bottom end"
          triggerRef={button}
          isOpen
          onOpenChange={setOpen}
        />
      )}
    </>
  );
}

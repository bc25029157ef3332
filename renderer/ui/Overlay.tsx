import { type CSSProperties, type ReactNode, useRef, useState } from 'react';
import {
  Button as AriaButton,
  Dialog as AriaDialog,
  Menu as AriaMenu,
  MenuItem as AriaMenuItem,
  Popover as AriaPopover,
  Heading,
  MenuTrigger,
  Modal,
  ModalOverlay,
  type PopoverProps,
} from 'react-aria-components';
import { Button, IconButton } from './Button.tsx';
import type { IconName } from './icons.tsx';
import { useMessages } from './messages.tsx';
import styles from './overlay.module.css';

export interface DialogProps {
  readonly title: string;
  readonly isOpen: boolean;
  readonly onClose: () => void;
  readonly size?: 'small' | 'medium' | 'large';
  /** It holds something typed: closing it with Esc, from outside or by its cross asks first. */
  readonly isUnsaved?: boolean;
  readonly children: ReactNode;
}

/** A box above the desk that holds the focus until it is closed. */
export function Dialog(props: DialogProps) {
  const { title, isOpen, onClose, size = 'medium', isUnsaved = false, children } = props;
  const { say } = useMessages();
  const [isAsking, setIsAsking] = useState(false);
  const leave = () => (isUnsaved ? setIsAsking(true) : onClose());
  return (
    <ModalOverlay
      className={styles.shade ?? ''}
      isOpen={isOpen}
      isDismissable
      onOpenChange={(open) => !open && leave()}
    >
      <Modal className={`${styles.box} ${styles[size]}`}>
        <AriaDialog className={styles.dialog ?? ''}>
          <header className={styles.head}>
            <Heading slot="title">{title}</Heading>
            <IconButton icon="close" label={say('desk.close')} onPress={leave} />
          </header>
          {isAsking && (
            <div className={styles.asking} role="alert">
              <p>{say('desk.unsavedTyping')}</p>
              <Button look="link" autoFocus onPress={() => setIsAsking(false)}>
                {say('desk.keepTyping')}
              </Button>
              <Button look="link" onPress={onClose}>
                {say('desk.dropTyping')}
              </Button>
            </div>
          )}
          <div className={styles.body}>{children}</div>
        </AriaDialog>
      </Modal>
    </ModalOverlay>
  );
}

export interface MenuChoice<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly shortcut?: string | undefined;
  readonly isDisabled?: boolean;
  readonly isChecked?: boolean;
}

export interface MenuButtonProps<Id extends string> {
  readonly icon?: IconName;
  readonly label: string;
  readonly choices: readonly MenuChoice<Id>[];
  readonly onChoose: (id: Id) => void;
}

/** A small button whose choices drop down. */
export function MenuButton<Id extends string>({
  icon = 'more',
  label,
  choices,
  onChoose,
}: MenuButtonProps<Id>) {
  return (
    <MenuTrigger>
      <IconButton icon={icon} label={label} />
      <Choices label={label} choices={choices} onChoose={onChoose} />
    </MenuTrigger>
  );
}

export interface MenuMarkProps<Id extends string> extends Omit<MenuButtonProps<Id>, 'icon'> {
  readonly className: string;
  readonly style: CSSProperties;
}

/** A mark with no words of its own that opens a menu. */
export function MenuMark<Id extends string>({ className, style, ...menu }: MenuMarkProps<Id>) {
  return (
    <MenuTrigger>
      <AriaButton className={className} style={style} aria-label={menu.label} />
      <Choices {...menu} />
    </MenuTrigger>
  );
}

/** A place in the window, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

export interface ContextMenuProps<Id extends string> extends Omit<MenuButtonProps<Id>, 'icon'> {
  readonly at: Point;
  readonly onClose: () => void;
}

/** A menu at a place of the window, open as long as it is there. */
export function ContextMenu<Id extends string>({ at, onClose, ...menu }: ContextMenuProps<Id>) {
  const anchor = useRef<HTMLSpanElement>(null);
  return (
    <>
      <span ref={anchor} className={styles.anchor} style={{ left: at.x, top: at.y }} />
      <Choices
        {...menu}
        aria-label={menu.label}
        triggerRef={anchor}
        isOpen
        onOpenChange={(open) => !open && onClose()}
      />
    </>
  );
}

type ChoicesProps<Id extends string> = Omit<MenuButtonProps<Id>, 'icon'> &
  Pick<PopoverProps, 'aria-label' | 'placement' | 'triggerRef' | 'isOpen' | 'onOpenChange'>;

/** The choices of a menu; with a `triggerRef` they are open by themselves, without a trigger around them. */
export function Choices<Id extends string>({ label, choices, onChoose, ...popover }: ChoicesProps<Id>) {
  return (
    <AriaPopover
      className={styles.popover ?? ''}
      placement={popover.triggerRef ? 'bottom start' : 'bottom end'}
      {...popover}
    >
      <AriaMenu
        {...(popover.triggerRef ? { autoFocus: 'first', onClose: () => popover.onOpenChange?.(false) } : {})}
        className={styles.menu ?? ''}
        aria-label={label}
        disabledKeys={choices.filter((c) => c.isDisabled).map((c) => c.id)}
        onAction={(key) => onChoose(key as Id)}
      >
        {choices.map((choice) => (
          <AriaMenuItem key={choice.id} id={choice.id} textValue={choice.label} className={styles.item ?? ''}>
            <span>{choice.label}</span>
            {choice.isChecked && <span aria-hidden="true">●</span>}
            {choice.shortcut && <kbd>{choice.shortcut}</kbd>}
          </AriaMenuItem>
        ))}
      </AriaMenu>
    </AriaPopover>
  );
}

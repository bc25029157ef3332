import { type KeyboardEvent, type ReactNode, type RefObject, useContext, useEffect, useRef } from 'react';
import {
  ComboBox,
  ComboBoxStateContext,
  Group,
  Header,
  Input,
  ListBox,
  ListBoxItem,
  ListBoxSection,
  Popover,
} from 'react-aria-components';
import { PLAIN_INPUT } from './plain-input.ts';
import styles from './type-ahead.module.css';

export interface Choice {
  readonly id: string;
  /** What a screen reader says of it. */
  readonly name: string;
}

export interface ChoiceGroup<One extends Choice> {
  readonly id: string;
  readonly title: string;
  readonly choices: readonly One[];
}

export interface TypeAheadProps<One extends Choice> {
  readonly label: string;
  readonly listLabel: string;
  readonly placeholder: string;
  readonly value: string;
  readonly isInvalid: boolean;
  /** Id of the words that say what is wrong. */
  readonly describedBy?: string;
  readonly groups: readonly ChoiceGroup<One>[];
  readonly input: RefObject<HTMLInputElement | null>;
  readonly onChange: (value: string) => void;
  readonly onChoose: (choice: One) => void;
  /** Whether the list stays open for more after this one was chosen. */
  readonly staysOpen: (choice: One) => boolean;
  /** Enter where no choice is pointed at. */
  readonly onSubmit: () => void;
  /** Escape where the choices are closed already. */
  readonly onEscape: () => void;
  readonly renderChoice: (choice: One) => ReactNode;
  /** Stand before and after the words. */
  readonly before: ReactNode;
  readonly after: ReactNode;
}

type ComboState = NonNullable<React.ContextType<typeof ComboBoxStateContext>>;

/** A box for words with choices below it: arrow keys point, Enter chooses or submits, Escape closes. */
export function TypeAhead<One extends Choice>(props: TypeAheadProps<One>) {
  const { groups, input, onChange, onChoose, onSubmit, onEscape } = props;
  const combo = useRef<ComboState>(null);
  const open = (): void => {
    if (combo.current && !combo.current.isOpen) combo.current.open(null, 'manual');
  };

  // Before the box takes the key: it tells neither a choice from none nor an open list from a closed one.
  function takeKey(event: KeyboardEvent): void {
    const state = combo.current;
    if (!state) return;
    if (event.key === 'Enter' && !(state.isOpen && state.selectionManager.focusedKey !== null)) {
      event.preventDefault();
      event.stopPropagation();
      state.close();
      onSubmit();
    }
    if (event.key === 'Escape') {
      // A search field would clear itself.
      event.preventDefault();
      event.stopPropagation();
      if (state.isOpen) state.close();
      else onEscape();
    }
  }

  return (
    <ComboBox
      aria-label={props.label}
      {...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}
      className={styles.box ?? ''}
      inputValue={props.value}
      value={null}
      items={groups}
      isInvalid={props.isInvalid}
      validationBehavior="aria"
      menuTrigger="manual"
      allowsCustomValue
      allowsEmptyCollection
      onFocus={open}
      onInputChange={(value) => {
        if (value === props.value) return;
        onChange(value);
        open();
      }}
      onChange={(id) => {
        const choice = groups.flatMap(({ choices }) => choices).find((one) => one.id === id);
        if (!choice) return;
        if (!props.staysOpen(choice)) combo.current?.close();
        onChoose(choice);
      }}
    >
      <HeldState into={combo} />
      <Group className={styles.field ?? ''} onKeyDownCapture={takeKey}>
        {props.before}
        <Input {...PLAIN_INPUT} ref={input} type="search" placeholder={props.placeholder} onClick={open} />
        {props.after}
      </Group>
      <Popover className={styles.popover ?? ''} offset={6} data-empty={groups.length === 0}>
        <ListBox className={styles.list ?? ''} aria-label={props.listLabel} items={groups}>
          {(group) => (
            <ListBoxSection id={group.id} className={styles.group ?? ''}>
              <Header>{group.title}</Header>
              {group.choices.map((choice) => (
                <ListBoxItem
                  key={choice.id}
                  id={choice.id}
                  textValue={choice.name}
                  className={styles.choice ?? ''}
                >
                  {props.renderChoice(choice)}
                </ListBoxItem>
              ))}
            </ListBoxSection>
          )}
        </ListBox>
      </Popover>
    </ComboBox>
  );
}

/** Hands out the state of the box around it, to be opened and closed from outside. */
function HeldState({ into }: { readonly into: RefObject<ComboState | null> }) {
  const state = useContext(ComboBoxStateContext);
  into.current = state;
  const isOpen = state?.isOpen ?? false;
  // The box would hide all else from screen readers while the keyboard can still go there.
  useEffect(() => {
    if (!isOpen) return;
    const desk = document.getElementById('desk');
    desk?.setAttribute(REACHABLE, 'true');
    return () => desk?.removeAttribute(REACHABLE);
  }, [isOpen]);
  return null;
}

/** What React Aria leaves as it is when it hides the rest of a page. */
const REACHABLE = 'data-react-aria-top-layer';

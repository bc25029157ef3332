import { type KeyboardEvent, useEffect, useRef, useState } from 'react';
import { Autocomplete, Header, Input, Menu, MenuItem, MenuSection, SearchField } from 'react-aria-components';
import { COMMANDS } from '../../commands/commands.ts';
import { keysOf } from '../../commands/shortcuts.ts';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { PLAIN_INPUT } from '../../ui/plain-input.ts';
import type { Offer } from '../../workers/search-calls.ts';
import { listEntries, PALETTE_KINDS } from './list-entries.ts';
import styles from './palette.module.css';

export const isMac = navigator.platform.startsWith('Mac');

const OF_EACH_KIND = 5;

interface Answered {
  /** Empty where nothing is typed: then every command is listed. */
  readonly words: string;
  readonly offers: readonly Offer[];
}

const UNANSWERED: Answered = { words: '', offers: [] };

/** Commands that can be done now, articles and names, found by typing. */
export function Palette({ onClose }: { readonly onClose: () => void }) {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const [typed, setTyped] = useState('');
  const [answered, setAnswered] = useState(UNANSWERED);
  const asked = useRef<Promise<Answered>>(Promise.resolve(UNANSWERED));
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const groupsOf = ({ words, offers }: Answered) =>
    listEntries(
      COMMANDS.filter(({ id, enabled }) => id !== 'showPalette' && enabled(desk)),
      words === '' ? null : offers,
      rows,
      messages,
    );
  const groups = groupsOf(answered);

  const turn = useDeskState('offers', (offers) => offers.turn);
  // biome-ignore lint/correctness/useExhaustiveDependencies: asked when it opens and where there is more to offer
  useEffect(() => type(typed), [turn]);

  function type(input: string): void {
    setTyped(input);
    const words = input.trim();
    const before = asked.current;
    const mine = ask(words, before);
    asked.current = mine;
    owned(
      desk.log,
      mine.then((answer) => asked.current === mine && setAnswered(answer)),
    );
  }

  /** An answer that was overtaken leaves the one before. */
  async function ask(words: string, before: Promise<Answered>): Promise<Answered> {
    const offers = await desk.offers.getState().ask(words, PALETTE_KINDS, OF_EACH_KIND);
    return offers ? { words, offers } : await before;
  }

  /** The first answer to the words that stand there now. */
  const findFirst = async () => groupsOf(await asked.current).flatMap(({ entries }) => entries)[0];

  async function run(id: string): Promise<void> {
    onClose();
    // Who types and presses Enter at once means the first answer to these words, not to those before.
    if (answered.words !== typed.trim()) await (await findFirst())?.run(desk);
    else
      await groups
        .flatMap(({ entries }) => entries)
        .find((entry) => entry.id === id)
        ?.run(desk);
  }

  /**
   * Escape leaves the palette, whatever is typed. While words are looked for no entry is pointed at, and the list
   * lets Enter pass.
   */
  function takeKey(event: KeyboardEvent): void {
    if (event.key === 'Escape') {
      event.stopPropagation();
      onClose();
      return;
    }
    const isPointing = (event.target as Element).hasAttribute('aria-activedescendant');
    if (event.key !== 'Enter' || isPointing || typed.trim() === '') return;
    event.preventDefault();
    event.stopPropagation();
    owned(
      desk.log,
      findFirst().then(async (entry) => {
        if (!entry) return;
        onClose();
        await entry.run(desk);
      }),
    );
  }

  return (
    <Dialog title={say('desk.palette')} isOpen onClose={onClose}>
      <div className={styles.palette} onKeyDownCapture={takeKey}>
        <Autocomplete inputValue={typed} onInputChange={type}>
          <SearchField aria-label={say('commands.find')} autoFocus className={styles.find ?? ''}>
            <Input {...PLAIN_INPUT} placeholder={say('commands.find')} />
          </SearchField>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached from the keyboard */}
          <div className={styles.list} tabIndex={0}>
            <Menu
              aria-label={say('desk.palette')}
              items={groups}
              renderEmptyState={() => <p className={styles.none}>{say('commands.none')}</p>}
              onAction={(id) => owned(desk.log, run(String(id)))}
            >
              {(group) => (
                <MenuSection id={group.id} className={styles.group ?? ''}>
                  {group.title && <Header>{group.title}</Header>}
                  {group.entries.map(({ id, label, note, shortcut, isChinese }) => (
                    <MenuItem key={id} id={id} className={styles.item ?? ''} textValue={label}>
                      <span {...(isChinese ? { lang: 'zh-CN', className: styles.words } : {})}>{label}</span>
                      <small>{note}</small>
                      {shortcut && <Keys shortcut={shortcut} />}
                    </MenuItem>
                  ))}
                </MenuSection>
              )}
            </Menu>
          </div>
        </Autocomplete>
      </div>
    </Dialog>
  );
}

export function Keys({ shortcut }: { readonly shortcut: string }) {
  return (
    <span className={styles.keys}>
      {keysOf(shortcut, isMac).map((key) => (
        <kbd key={key}>{key}</kbd>
      ))}
    </span>
  );
}

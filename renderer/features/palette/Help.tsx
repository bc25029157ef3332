import { GROUPS } from '../../commands/command.ts';
import { COMMANDS } from '../../commands/commands.ts';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import type { MessageKey } from '../../ui/read-messages.ts';
import { Keys } from './Palette.tsx';
import styles from './palette.module.css';

/** The keys of every command that has some, group by group. */
export function Help({ onClose }: { readonly onClose: () => void }) {
  const { say } = useMessages();
  return (
    <Dialog title={say('desk.help')} size="large" isOpen onClose={onClose}>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached from the keyboard */}
      <section className={styles.scrolled} tabIndex={0} aria-label={say('desk.help')}>
        <div className={styles.help}>
          {GROUPS.map((group) => {
            const commands = COMMANDS.filter(
              (command) => command.group === group && command.shortcut !== null,
            );
            return (
              commands.length > 0 && (
                <section key={group}>
                  <h3>{say(`commands.group.${group}`)}</h3>
                  <dl>
                    {commands.map(({ id, shortcut }) => (
                      <div key={id}>
                        <dt>{say(`commands.${id}` as MessageKey)}</dt>
                        <dd>{shortcut && <Keys shortcut={shortcut} />}</dd>
                      </div>
                    ))}
                  </dl>
                </section>
              )
            );
          })}
        </div>
      </section>
    </Dialog>
  );
}

import type { Fact, FactAsRead } from '@shared/model/fact.ts';
import { useMessages } from '../../ui/messages.tsx';
import type { Messages } from '../../ui/read-messages.ts';
import { sayTime, sayValue } from '../../ui/value-words.ts';
import styles from './fact-panel.module.css';

/** What the program read of a fact that the person corrected, as far as it differs. */
export function AsRead({ fact, read }: { readonly fact: Fact; readonly read: FactAsRead }) {
  const messages = useMessages();
  return (
    <p className={styles.converted}>
      {messages.say('facts.asRead')} <span lang="zh-CN">{differences(fact, read, messages).join(' · ')}</span>
    </p>
  );
}

function differences(fact: Fact, read: FactAsRead, messages: Messages): string[] {
  const sayWhole = (valued: Parameters<typeof sayValue>[0]): string => {
    const { bound, number, unit } = sayValue(valued, messages);
    return `${bound}${number} ${unit}`.trim();
  };
  const nothing = messages.say('facts.vague');
  const value = sayWhole(read);
  return [
    value === sayWhole(fact) ? null : value,
    read.kind === fact.kind ? null : messages.say(`facts.kind.${read.kind}`),
    read.text === fact.text || value === read.text ? null : read.text,
    read.measure === (fact.measure?.text ?? null) ? null : (read.measure ?? nothing),
    read.when === fact.when ? null : read.when ? sayTime(read.when, messages) : nothing,
  ].filter((words) => words !== null);
}

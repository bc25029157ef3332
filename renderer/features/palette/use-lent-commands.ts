import { useEffect } from 'react';
import { COMMANDS } from '../../commands/commands.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { type MessageKey, readMessages } from '../../ui/read-messages.ts';

/** Lends every command to the index of short things, under its words in both languages and its keywords. */
export function useLentCommands(): void {
  const { offers } = useDesk();
  const { say, language } = useMessages();
  useEffect(() => {
    const other = readMessages(language === 'zh' ? 'en' : 'zh');
    offers.getState().lendCommands(
      COMMANDS.map(({ id, keywords }) => {
        const key = `commands.${id}` as MessageKey;
        return { id, label: say(key), keywords: [other.say(key), ...keywords] };
      }),
    );
  }, [offers, say, language]);
}

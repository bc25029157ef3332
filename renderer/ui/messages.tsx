import { createContext, type ReactNode, useContext, useMemo } from 'react';
import { I18nProvider } from 'react-aria-components';
import { type Language, type Messages, readMessages } from './read-messages.ts';

const MessagesContext = createContext<Messages | null>(null);

/** Gives everything within it one language, React Aria's own words and formats too. */
export function MessagesProvider(props: { readonly language: Language; readonly children: ReactNode }) {
  const messages = useMemo(() => readMessages(props.language), [props.language]);
  return (
    <I18nProvider locale={messages.tag}>
      <MessagesContext.Provider value={messages}>{props.children}</MessagesContext.Provider>
    </I18nProvider>
  );
}

/** @throws Error outside a `MessagesProvider`. */
export function useMessages(): Messages {
  const messages = useContext(MessagesContext);
  if (!messages) throw new Error('useMessages stands outside a MessagesProvider');
  return messages;
}

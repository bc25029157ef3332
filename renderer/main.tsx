import { useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import './tokens.css';
import './base.css';
import './highlights.css';
import { followHost } from './commands/follow-host.ts';
import { menuOf } from './commands/host-menu.ts';
import { Desk } from './Desk.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { connectHost } from './host/connect-host.ts';
import { NotReady } from './NotReady.tsx';
import { openPage } from './state/open-page.ts';
import { owned } from './state/owned.ts';
import { DeskContext, useDesk, useDeskState } from './state/use-desk.ts';
import { noteError, watchErrors } from './state/watch-errors.ts';
import { Button } from './ui/Button.tsx';
import { MessagesProvider, useMessages } from './ui/messages.tsx';
import type { Language, MessageKey } from './ui/read-messages.ts';
import { useMedia } from './ui/use-media.ts';

const READING_SIZE_PX = 18;

/** Gives the desk the person's language, paper and size of text. */
function Dressed() {
  const { log } = useDesk();
  const { theme, language, textSize } = useDeskState('settings', (settings) => settings);
  const locale = useDeskState('session', (session) => session.info.systemLocale);
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const spoken = language === 'system' ? languageOf(locale) : language;
  const worn = theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
  useEffect(() => {
    const { documentElement: root } = document;
    root.dataset.theme = worn;
    root.lang = spoken === 'zh' ? 'zh-CN' : 'en';
    root.style.setProperty('--reading-size', `${READING_SIZE_PX * textSize}px`);
  }, [worn, spoken, textSize]);
  return (
    <MessagesProvider language={spoken}>
      <ErrorBoundary report={(error) => noteError(log, 'desk-failed', error)} ways={<Reload />}>
        <HostMenu />
        <Desk />
      </ErrorBoundary>
    </MessagesProvider>
  );
}

function Reload() {
  const { say } = useMessages();
  return <Button onPress={() => location.reload()}>{say('desk.reload')}</Button>;
}

/** Keeps the host's menu in the person's language. */
function HostMenu() {
  const { host, log } = useDesk();
  const { say } = useMessages();
  useEffect(() => {
    owned(
      log,
      host.call(
        'menu.show',
        menuOf((key) => say(key as MessageKey)),
      ),
    );
  }, [host, log, say]);
  return null;
}

const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('zh') ? 'zh' : 'en');

async function start(): Promise<void> {
  const container = document.getElementById('desk');
  if (!container) throw new Error('index.html has no #desk');
  const root = createRoot(container);
  const host = connectHost();
  const opened = await openPage(host);
  if (!opened.ok) {
    root.render(
      <MessagesProvider language={languageOf(navigator.language)}>
        <NotReady failure={opened} host={host} />
      </MessagesProvider>,
    );
    return;
  }
  const desk = opened.value;
  watchErrors(window, desk.log);
  followHost(desk);
  window.addEventListener('pagehide', () => owned(desk.log, desk.settings.getState().flush()));
  root.render(
    <DeskContext value={desk}>
      <Dressed />
    </DeskContext>,
  );
}

// There is no desk yet to tell of an error; the page says it in the browser's own console.
start().catch((error: unknown) => {
  reportError(error);
});

import { failure } from '@shared/contracts/results.ts';
import { type ReactNode, useEffect } from 'react';
import { createRoot } from 'react-dom/client';
import './tokens.css';
import './base.css';
import './highlights.css';
import { followHost } from './commands/follow-host.ts';
import { menuOf, menuOfText, type SayWord } from './commands/host-menu.ts';
import { Desk } from './Desk.tsx';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { connectHost } from './host/connect-host.ts';
import { NotReady } from './NotReady.tsx';
import { languageOf, shownLanguage } from './state/locale.ts';
import { createLog } from './state/log.ts';
import { openPage } from './state/open-page.ts';
import { owned } from './state/owned.ts';
import type { Settings } from './state/settings.ts';
import { DeskContext, useDesk, useDeskState } from './state/use-desk.ts';
import { noteError, watchErrors } from './state/watch-errors.ts';
import { Button } from './ui/Button.tsx';
import { MessagesProvider, useMessages } from './ui/messages.tsx';
import type { Language, MessageKey } from './ui/read-messages.ts';
import { useMedia } from './ui/use-media.ts';

const READING_SIZE_PX = 18;

/** Gives a page its language and its paper. */
function Paper(props: {
  readonly theme: Settings['theme'];
  readonly language: Language;
  readonly children: ReactNode;
}) {
  const { theme, language, children } = props;
  const isDark = useMedia('(prefers-color-scheme: dark)');
  const worn = theme === 'system' ? (isDark ? 'dark' : 'light') : theme;
  useEffect(() => {
    const { documentElement: root } = document;
    root.dataset.theme = worn;
    root.lang = language === 'zh' ? 'zh-CN' : 'en';
  }, [worn, language]);
  return <MessagesProvider language={language}>{children}</MessagesProvider>;
}

/** The desk in the person's language, paper and size of text. */
function Dressed() {
  const { log } = useDesk();
  const { theme, language, textSize } = useDeskState('settings', (settings) => settings);
  const shown = useDeskState('session', ({ info }) => shownLanguage(language, info));
  useEffect(() => {
    document.documentElement.style.setProperty('--reading-size', `${READING_SIZE_PX * textSize}px`);
  }, [textSize]);
  return (
    <Paper theme={theme} language={shown}>
      <ErrorBoundary report={(error) => noteError(log, 'desk-failed', error)} ways={<Reload />}>
        <HostMenu />
        <Desk />
      </ErrorBoundary>
    </Paper>
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
    const sayWord: SayWord = (key) => say(key as MessageKey);
    owned(log, host.call('menu.show', menuOf(sayWord), menuOfText(sayWord)));
  }, [host, log, say]);
  return null;
}

/** Opens the desk; where it cannot be, the page says why and what to do, and is never left blank. */
async function start(): Promise<void> {
  const container = document.getElementById('desk');
  if (!container) throw new Error('index.html has no #desk');
  const root = createRoot(container);
  const host = connectHost();
  const opened = await openPage(host).catch((error: unknown) => {
    noteError(
      createLog(host, () => new Date()),
      'desk-failed',
      error,
    );
    return failure('desk-failed', { name: error instanceof Error ? error.name : typeof error });
  });
  if (!opened.ok) {
    root.render(
      <Paper theme="system" language={languageOf(navigator.language)}>
        <NotReady failure={opened} host={host} />
      </Paper>,
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

// Without a place to put the desk there is none to tell of it either.
start().catch(reportError);

import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { sayDiagnostics } from './diagnostics.ts';
import styles from './settings.module.css';

/** Which Duidu this is, under which licence, where data lies, and what helps others to find a fault. */
export function About() {
  const { say } = useMessages();
  const desk = useDesk();
  const info = useDeskState('session', (session) => session.info);

  function diagnose(): string {
    const { acts } = desk.session.getState();
    const { rows, sources, unread, removed } = desk.shelf.getState();
    const { placed, tray } = desk.bookmarks.getState();
    return sayDiagnostics({
      info,
      browser: navigator.userAgent,
      window: `${window.innerWidth} × ${window.innerHeight} @ ${window.devicePixelRatio}`,
      counts: {
        sources: sources.length,
        articles: rows.length,
        unread: unread.length,
        removed: removed.length,
        acts: acts.length,
        bookmarks: placed.length,
        loose: tray.length,
      },
      log: desk.log.getState().entries,
    });
  }

  return (
    <section aria-label={say('settings.about')}>
      <h2>{say('settings.about')}</h2>
      <p>
        {say('desk.name')} · {say('settings.version', { version: info.version })} · {say('settings.licence')}
      </p>
      <p>{say('settings.licenceWhy')}</p>
      <Button look="link" onPress={() => desk.surfaces.getState().show('licences')}>
        {say('settings.showLicences')}
      </Button>
      <p>{say('desk.offlineWhy')}</p>
      <p className={styles.path}>
        <code>{info.vault.path}</code>
      </p>
      <Button icon="copy" onPress={() => desk.copy(diagnose())}>
        {say('settings.copyDiagnostics')}
      </Button>
      <p className={styles.quiet}>{say('settings.diagnosticsWhy')}</p>
    </section>
  );
}

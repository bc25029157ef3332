import { CITATION_STYLES } from '@shared/exchange/citation/format-citation.ts';
import { useEffect } from 'react';
import { owned } from '../../state/owned.ts';
import { LANGUAGES, TEXT_SIZES, THEMES } from '../../state/settings.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Field.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { About } from './About.tsx';
import styles from './settings.module.css';
import { YourLibrary } from './YourLibrary.tsx';

export function Settings() {
  const { say } = useMessages();
  const desk = useDesk();
  const { theme, language, textSize, citation, goesOn, change } = useDeskState(
    'settings',
    (settings) => settings,
  );
  const entries = useDeskState('log', (log) => log.entries);
  useEffect(() => owned(desk.log, desk.log.getState().load()), [desk]);
  return (
    <div className={styles.settings}>
      <div className={styles.column}>
        <h1>{say('settings.title')}</h1>
        <Segmented
          label={say('settings.theme')}
          value={theme}
          choices={THEMES.map((id) => ({ id, label: say(`settings.theme.${id}`) }))}
          onChange={(id) => change({ theme: id })}
        />
        <Segmented
          label={say('settings.textSize')}
          value={String(textSize)}
          choices={TEXT_SIZES.map((size) => ({ id: String(size), label: `${Math.round(size * 100)}%` }))}
          onChange={(id) => change({ textSize: TEXT_SIZES.find((size) => String(size) === id) ?? 1 })}
        />
        <p className={styles.sample} lang="zh-CN">
          {say('settings.sample')}
        </p>
        <Segmented
          label={say('settings.language')}
          value={language}
          choices={LANGUAGES.map((id) => ({ id, label: say(`settings.language.${id}`) }))}
          onChange={(id) => change({ language: id })}
        />
        <section>
          <Segmented
            label={say('settings.goesOn')}
            value={goesOn ? 'next' : 'stay'}
            choices={(['stay', 'next'] as const).map((id) => ({ id, label: say(`settings.goesOn.${id}`) }))}
            onChange={(id) => change({ goesOn: id === 'next' })}
          />
          <p>{say('settings.goesOnWhy')}</p>
        </section>
        <section>
          <Segmented
            label={say('settings.citation')}
            value={citation}
            choices={CITATION_STYLES.map((id) => ({ id, label: say(`export.style.${id}`) }))}
            onChange={(id) => change({ citation: id })}
          />
          <p>{say('settings.citationWhy')}</p>
        </section>
        <YourLibrary />
        <section>
          <h2>{say('settings.log')}</h2>
          <p>{say('settings.logWhy')}</p>
          {entries.length === 0 ? (
            <p className={styles.quiet}>{say('settings.logEmpty')}</p>
          ) : (
            <>
              <pre className={styles.log}>{desk.log.getState().asText()}</pre>
              <Button icon="copy" onPress={() => desk.copy(desk.log.getState().asText())}>
                {say('settings.copyLog')}
              </Button>
            </>
          )}
        </section>
        <About />
      </div>
    </div>
  );
}

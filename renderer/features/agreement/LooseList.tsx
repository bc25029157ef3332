import type { LooseSaid } from '@shared/analysis/agreement/said-figures.ts';
import { owned } from '../../state/owned.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './agreement.module.css';

/** What the person said of figures that are not found any more, to be kept or taken back. */
export function LooseList({ loose }: { readonly loose: readonly LooseSaid[] }) {
  const { say } = useMessages();
  const { deeds, log } = useDesk();
  if (loose.length === 0) return null;
  return (
    <details className={styles.loose}>
      <summary>{say('agreement.loose', { count: loose.length })}</summary>
      <p>{say('agreement.looseWhy')}</p>
      {loose.map(({ act, what, words }) => (
        <p key={act}>
          {say(`agreement.loose.${what}`)} <span lang="zh-CN">{words.join('、')}</span>{' '}
          <Button look="link" onPress={() => owned(log, deeds.undoAct(act))}>
            {say('agreement.takeBack')}
          </Button>
        </p>
      ))}
    </details>
  );
}

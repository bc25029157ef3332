import { useEffect, useRef } from 'react';
import { useDeskState } from '../../state/use-desk.ts';
import { IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { PLAIN_INPUT } from '../../ui/plain-input.ts';
import { HitBar } from './HitBar.tsx';
import styles from './reader.module.css';

/** Looks for words in the open article: Enter goes on, Shift Enter back, Esc closes. */
export function FindBar() {
  const { say } = useMessages();
  const { words, hits, at, turn, type, step, close } = useDeskState('find', (find) => find);
  const input = useRef<HTMLInputElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: each request takes the keyboard anew
  useEffect(() => {
    input.current?.focus();
    input.current?.select();
  }, [turn]);
  const leave = (): void => {
    close();
    document.querySelector<HTMLElement>('#reading-text')?.focus({ preventScroll: true });
  };
  return (
    <search className={styles.find}>
      <input
        {...PLAIN_INPUT}
        ref={input}
        type="text"
        lang="zh-CN"
        aria-label={say('commands.findInArticle')}
        placeholder={say('reader.find')}
        value={words}
        onChange={(event) => type(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') step(event.shiftKey ? -1 : 1);
          else if (event.key === 'Escape') leave();
          else return;
          event.preventDefault();
          event.stopPropagation();
        }}
      />
      {words.trim() !== '' && hits.length === 0 ? (
        <span role="status">{say('reader.findNone')}</span>
      ) : (
        <HitBar at={at} total={hits.length} onStep={step} />
      )}
      <IconButton icon="close" label={say('desk.close')} onPress={leave} />
    </search>
  );
}

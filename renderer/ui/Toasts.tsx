import { useEffect, useRef } from 'react';
import { Button } from './Button.tsx';
import { useMessages } from './messages.tsx';
import styles from './toasts.module.css';

export interface ToastItem {
  readonly id: string;
  readonly words: string;
  readonly tone: 'plain' | 'error';
  /** Takes it back, under the words of its button. */
  readonly undo?: { readonly words: string; readonly run: () => void } | undefined;
}

/**
 * Short news at the foot of the desk. What was done can be taken back from here. How high it stands is said in `--news`, for
 * what else is at the foot to keep clear of it.
 */
export function Toasts(props: {
  readonly items: readonly ToastItem[];
  readonly onDismiss: (id: string) => void;
}) {
  const { say } = useMessages();
  const stack = useRef<HTMLElement>(null);
  useEffect(() => {
    const news = stack.current;
    if (!news) return;
    const tell = () => document.documentElement.style.setProperty('--news', `${news.offsetHeight}px`);
    // A frame later: what keeps clear is watched for its own size.
    const watching = new ResizeObserver(() => requestAnimationFrame(tell));
    watching.observe(news);
    return () => watching.disconnect();
  }, []);
  return (
    <section ref={stack} className={styles.stack} aria-label={say('desk.notifications')} aria-live="polite">
      {props.items.map((item) => (
        <div key={item.id} className={styles.toast} data-news="" data-tone={item.tone}>
          <span>{item.words}</span>
          {item.undo && (
            <Button
              look="link"
              onPress={() => {
                item.undo?.run();
                props.onDismiss(item.id);
              }}
            >
              {item.undo.words}
            </Button>
          )}
          <Button look="link" onPress={() => props.onDismiss(item.id)}>
            {say('desk.dismiss')}
          </Button>
        </div>
      ))}
    </section>
  );
}

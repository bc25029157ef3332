import { useEffect } from 'react';
import { runCommand } from './commands/commands.ts';
import { useDesk } from './state/use-desk.ts';

/** What an entry of the browser's history holds of the desk. */
interface Entry {
  readonly visited: number;
  readonly article: string;
}

const readEntry = (state: unknown): Entry | null =>
  typeof state === 'object' && state !== null && 'visited' in state && 'article' in state
    ? (state as Entry)
    : null;

/** Buttons of a mouse that go back and forward. */
const BACK = 3;
const FORWARD = 4;

/** Ties the browser's history to the articles that were read: its buttons, keys and the mouse's go the same way. */
export function useHistory(): void {
  const desk = useDesk();
  useEffect(() => {
    const { visited, reader } = desk;
    const entry = (): Entry => {
      const { articles, at } = visited.getState();
      return { visited: at, article: articles[at] ?? '' };
    };
    if (visited.getState().at >= 0) history.replaceState(entry(), '');
    const stop = visited.subscribe((now, before) => {
      if (now.articles !== before.articles) history.pushState(entry(), '');
    });
    const go = ({ state }: PopStateEvent) => {
      const gone = readEntry(state);
      if (!gone) return;
      const { articles, stand } = visited.getState();
      if (articles[gone.visited] === gone.article) stand(gone.visited);
      reader.getState().open(gone.article);
    };
    const press = (event: MouseEvent) => {
      if (event.button !== BACK && event.button !== FORWARD) return;
      // Else a browser would go a second step by itself.
      event.preventDefault();
      if (event.type === 'mouseup') runCommand(desk, event.button === BACK ? 'goBack' : 'goForward');
    };
    window.addEventListener('popstate', go);
    document.addEventListener('mousedown', press);
    document.addEventListener('mouseup', press);
    return () => {
      stop();
      window.removeEventListener('popstate', go);
      document.removeEventListener('mousedown', press);
      document.removeEventListener('mouseup', press);
    };
  }, [desk]);
}

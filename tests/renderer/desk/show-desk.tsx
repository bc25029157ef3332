import '../../../renderer/tokens.css';
import '../../../renderer/base.css';
import '../../../renderer/highlights.css';
import { createRoot } from 'react-dom/client';
import { page } from 'vitest/browser';
import { Desk } from '../../../renderer/Desk.tsx';
import type { Desk as OpenDesk } from '../../../renderer/state/desk.ts';
import { DeskContext } from '../../../renderer/state/use-desk.ts';
import { MessagesProvider } from '../../../renderer/ui/messages.tsx';

/** Shows the whole window over an open desk; @returns how to take it away. */
export async function showDesk(desk: OpenDesk): Promise<() => void> {
  await page.viewport(1280, 820);
  const container = document.body.appendChild(document.createElement('div'));
  container.id = 'desk';
  const root = createRoot(container);
  root.render(
    <DeskContext value={desk}>
      <MessagesProvider language="zh">
        <Desk />
      </MessagesProvider>
    </DeskContext>,
  );
  return () => {
    root.unmount();
    container.remove();
  };
}

/** The words that a layer of paint lies on. */
export const painted = (layer: string): string =>
  [...(CSS.highlights.get(layer) ?? [])].map((range) => String(range)).join('');

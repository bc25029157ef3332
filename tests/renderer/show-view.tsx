import '../../renderer/tokens.css';
import '../../renderer/base.css';
import '../../renderer/highlights.css';
import type { ReactNode } from 'react';
import { createRoot } from 'react-dom/client';
import { MessagesProvider } from '../../renderer/ui/messages.tsx';

/** Any part of the desk in Chinese, or all of it; `show` puts another view in its place. */
export function showView(view: ReactNode) {
  const container = document.body.appendChild(document.createElement('div'));
  container.id = 'desk';
  const root = createRoot(container);
  const show = (view: ReactNode): void =>
    root.render(<MessagesProvider language="zh">{view}</MessagesProvider>);
  show(view);
  return {
    show,
    hide: () => {
      root.unmount();
      container.remove();
    },
  };
}

import { page } from 'vitest/browser';
import { Desk } from '../../../renderer/Desk.tsx';
import type { Desk as OpenDesk } from '../../../renderer/state/desk.ts';
import { DeskContext } from '../../../renderer/state/use-desk.ts';
import { showView } from '../show-view.tsx';

/** Shows the whole window over an open desk; @returns how to take it away. */
export async function showDesk(desk: OpenDesk): Promise<() => void> {
  await page.viewport(1280, 820);
  const { hide } = showView(
    <DeskContext value={desk}>
      <Desk />
    </DeskContext>,
  );
  return hide;
}

/** The words that a layer of paint lies on. */
export const painted = (layer: string): string =>
  [...(CSS.highlights.get(layer) ?? [])].map((range) => String(range)).join('');

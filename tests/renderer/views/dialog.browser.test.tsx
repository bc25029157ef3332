import { useState } from 'react';
import { afterEach, expect, it, vi } from 'vitest';
import { page, userEvent } from 'vitest/browser';
import { Button } from '../../../renderer/ui/Button.tsx';
import { Dialog } from '../../../renderer/ui/Overlay.tsx';
import { showView } from '../show-view.tsx';

let shown: ReturnType<typeof showView>;
afterEach(() => shown.hide());

/** A dialog whose button is at work from its press on, without an end. */
function Working({ press, onClose }: { readonly press: () => void; readonly onClose: () => void }) {
  const [isBusy, setIsBusy] = useState(false);
  return (
    <Dialog title="核验" isOpen onClose={onClose}>
      <Button
        isBusy={isBusy}
        onPress={() => {
          press();
          setIsBusy(true);
        }}
      >
        选择文件
      </Button>
    </Dialog>
  );
}

it('is left by Esc while the button that was pressed is at work', async () => {
  const press = vi.fn();
  const close = vi.fn();
  shown = showView(<Working press={press} onClose={close} />);
  const button = page.getByRole('button', { name: '选择文件' });
  await button.click();
  await expect.element(button).toHaveAttribute('aria-disabled', 'true');
  await expect.element(button).toHaveFocus();
  await userEvent.keyboard('{Enter}');
  expect(press).toHaveBeenCalledTimes(1);
  await userEvent.keyboard('{Escape}');
  expect(close).toHaveBeenCalledTimes(1);
});

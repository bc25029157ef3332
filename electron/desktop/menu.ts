import type { MenuItem, MenuRole, MenuSection } from '@shared/contracts/host.ts';
import { type ContextMenuParams, Menu, type MenuItemConstructorOptions, type WebContents } from 'electron';

/** Shows what the page handed over; a chosen command goes back to the page. */
export function showMenu(sections: readonly MenuSection[], choose: (command: string) => void): void {
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const template = sections.map(({ label, items }) => ({
    label,
    submenu: items.map((item) => buildItem(item, choose)),
  }));
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...template]));
}

/**
 * Opens a menu on text that is typed, and on text that is selected where the page has no menu of its own.
 * @param items what the page handed over last.
 */
export function offerTextMenu(contents: WebContents, items: () => readonly MenuItem[]): void {
  contents.on('context-menu', (_event, { isEditable, selectionText, editFlags }) => {
    if (!isEditable && selectionText.trim() === '') return;
    const shown = items().filter((item) => isEditable || (item.type === 'role' && item.role === 'copy'));
    if (shown.length === 0) return;
    Menu.buildFromTemplate(
      shown.map((item) => ({
        ...buildItem(item, () => undefined),
        ...(item.type === 'role' ? { id: item.role, enabled: isPossible(item.role, editFlags) } : {}),
      })),
    ).popup();
  });
}

const FLAGS: Partial<Record<MenuRole, keyof ContextMenuParams['editFlags']>> = {
  undo: 'canUndo',
  redo: 'canRedo',
  cut: 'canCut',
  copy: 'canCopy',
  paste: 'canPaste',
  selectAll: 'canSelectAll',
};

function isPossible(role: MenuRole, flags: ContextMenuParams['editFlags']): boolean {
  const flag = FLAGS[role];
  return flag === undefined || flags[flag];
}

function buildItem(item: MenuItem, choose: (command: string) => void): MenuItemConstructorOptions {
  switch (item.type) {
    case 'separator':
      return { type: 'separator' };
    case 'role':
      return { role: item.role, label: item.label };
    case 'command': {
      const { command, label, enabled, accelerator } = item;
      return {
        id: command,
        label,
        enabled,
        // The page listens to its own keys; the menu only shows them.
        ...(accelerator ? { accelerator, registerAccelerator: false } : {}),
        click: () => choose(command),
      };
    }
  }
}

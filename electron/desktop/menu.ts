import type { MenuItem, MenuSection } from '@shared/contracts/host.ts';
import { Menu, type MenuItemConstructorOptions } from 'electron';

/** Shows what the page handed over; a chosen command goes back to the page. */
export function showMenu(sections: readonly MenuSection[], choose: (command: string) => void): void {
  const own: MenuItemConstructorOptions[] = process.platform === 'darwin' ? [{ role: 'appMenu' }] : [];
  const template = sections.map(({ label, items }) => ({
    label,
    submenu: items.map((item) => buildItem(item, choose)),
  }));
  Menu.setApplicationMenu(Menu.buildFromTemplate([...own, ...template]));
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

import type * as Electron from 'electron';
import type { DoubledElectron, DoubledMenu } from './surface.ts';

interface Item {
  readonly options: Electron.MenuItemConstructorOptions;
  readonly submenu: MenuDouble | null;
}

class MenuDouble implements DoubledMenu {
  readonly items: readonly Item[];

  constructor(template: readonly Electron.MenuItemConstructorOptions[]) {
    this.items = template.map((options) => ({
      options,
      submenu: Array.isArray(options.submenu) ? new MenuDouble(options.submenu) : null,
    }));
  }

  getMenuItemById(id: string): ReturnType<DoubledMenu['getMenuItemById']> {
    for (const { options, submenu } of this.items) {
      if (options.id === id)
        return {
          label: options.label ?? '',
          enabled: options.enabled ?? true,
          click: () => options.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent),
        };
      const inside = submenu?.getMenuItemById(id);
      if (inside) return inside;
    }
    return null;
  }
}

let applicationMenu: DoubledMenu | null = null;

export const Menu: DoubledElectron['Menu'] = {
  buildFromTemplate: (template) => new MenuDouble(template),
  setApplicationMenu: (menu) => {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
};

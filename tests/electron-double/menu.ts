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

  popup(): void {
    shown.textMenu = this;
  }

  getMenuItemById(id: string): ReturnType<DoubledMenu['getMenuItemById']> {
    for (const { options, submenu } of this.items) {
      if (options.id === id)
        return {
          label: options.label ?? '',
          enabled: options.enabled ?? true,
          click: () => {
            if (options.role) roles.perform(options.role);
            else options.click?.({} as Electron.MenuItem, undefined, {} as Electron.KeyboardEvent);
          },
        };
      const inside = submenu?.getMenuItemById(id);
      if (inside) return inside;
    }
    return null;
  }
}

/** The menu that the app opened last, where the person asked for one. */
export const shown: { textMenu: DoubledMenu | null } = { textMenu: null };

/** Does what Electron does by itself; set by `browser-window.ts`. */
export const roles = {
  perform: (role: string): void => {
    throw new Error(`double: the role ${role} is not doubled`);
  },
};

let applicationMenu: DoubledMenu | null = null;

export const Menu: DoubledElectron['Menu'] = {
  buildFromTemplate: (template) => new MenuDouble(template),
  setApplicationMenu: (menu) => {
    applicationMenu = menu;
  },
  getApplicationMenu: () => applicationMenu,
};

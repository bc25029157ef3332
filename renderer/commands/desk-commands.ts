import type { Desk } from '../state/desk.ts';
import { shownLanguage } from '../state/locale.ts';
import { type Room, TEXT_SIZES, THEMES } from '../state/settings.ts';
import { always, type Command } from './command.ts';

const goTo =
  (room: Room) =>
  ({ settings }: Desk): void =>
    settings.getState().goTo({ room });

function stepTextSize({ settings }: Desk, step: 1 | -1): void {
  const { textSize, change } = settings.getState();
  const next = TEXT_SIZES[TEXT_SIZES.indexOf(textSize) + step];
  if (next !== undefined) change({ textSize: next });
}

const canStepTextSize = ({ settings }: Desk, step: 1 | -1): boolean =>
  TEXT_SIZES[TEXT_SIZES.indexOf(settings.getState().textSize) + step] !== undefined;

export const DESK_COMMANDS: readonly Command[] = [
  {
    id: 'showPalette',
    group: 'desk',
    keywords: ['命令', 'palette'],
    shortcut: 'Mod+Shift+p',
    enabled: always,
    run: ({ surfaces }) => surfaces.getState().show('palette'),
  },
  {
    id: 'focusSearch',
    group: 'desk',
    keywords: ['查找', '搜索', 'find'],
    shortcut: 'Mod+k',
    enabled: always,
    run: ({ surfaces }) => surfaces.getState().focusSearch(),
  },
  {
    id: 'importFiles',
    group: 'desk',
    keywords: ['打开', '添加', 'open', 'add'],
    shortcut: 'Mod+o',
    enabled: always,
    run: ({ imports }) => imports.getState().choose(),
  },
  {
    id: 'importSpecimen',
    group: 'desk',
    keywords: ['样张', '示例', 'example', 'sample'],
    shortcut: null,
    enabled: always,
    run: ({ importSpecimen }) => importSpecimen(),
  },
  {
    id: 'importFolder',
    group: 'desk',
    keywords: ['目录', '批量', 'directory', 'batch'],
    shortcut: null,
    enabled: always,
    run: ({ imports }) => imports.getState().choose('folder'),
  },
  {
    id: 'watchFolder',
    group: 'desk',
    keywords: ['盯住', '自动导入', 'hot folder', 'automatic'],
    shortcut: null,
    enabled: ({ watching }) => watching.getState().isPossible,
    run: ({ watching }) => watching.getState().choose(),
  },
  {
    id: 'stopWatching',
    group: 'desk',
    keywords: ['不再盯', '自动导入', 'hot folder'],
    shortcut: null,
    enabled: ({ watching }) => watching.getState().folder !== null,
    run: ({ watching }) => watching.getState().stop(),
  },
  {
    id: 'pauseImport',
    group: 'desk',
    keywords: ['等等', 'wait'],
    shortcut: null,
    enabled: ({ imports }) => imports.getState().running && !imports.getState().isPaused,
    run: ({ imports }) => imports.getState().pause(),
  },
  {
    id: 'goOnImport',
    group: 'desk',
    keywords: ['恢复', 'resume'],
    shortcut: null,
    enabled: ({ imports }) => imports.getState().isPaused,
    run: ({ imports }) => imports.getState().goOn(),
  },
  {
    id: 'stopImport',
    group: 'desk',
    keywords: ['取消', 'cancel'],
    shortcut: null,
    enabled: ({ imports }) => imports.getState().running,
    run: ({ imports }) => imports.getState().stop(),
  },
  {
    id: 'showReader',
    group: 'desk',
    keywords: ['阅读', 'read'],
    shortcut: 'Mod+1',
    enabled: ({ reader }) => reader.getState().view !== null,
    run: goTo('reader'),
  },
  {
    id: 'showShelf',
    group: 'desk',
    keywords: ['书库', 'library'],
    shortcut: 'Mod+2',
    enabled: always,
    run: goTo('shelf'),
  },
  {
    id: 'showBookmarks',
    group: 'desk',
    keywords: ['摘录', 'notes'],
    shortcut: 'Mod+3',
    enabled: always,
    run: goTo('bookmarks'),
  },
  {
    id: 'showNames',
    group: 'desk',
    keywords: ['人名', '机构', 'people', 'places'],
    shortcut: 'Mod+4',
    enabled: always,
    run: goTo('names'),
  },
  {
    id: 'showFacts',
    group: 'desk',
    keywords: ['数字', '数据', '表格', '统计', 'figures', 'numbers', 'data'],
    shortcut: 'Mod+5',
    enabled: always,
    run: goTo('facts'),
  },
  {
    id: 'showAgreement',
    group: 'desk',
    keywords: ['出入', '不一致', '说法', '核对', '同一件事', 'differences', 'discrepancies', 'who agrees'],
    shortcut: 'Mod+6',
    enabled: always,
    run: goTo('agreement'),
  },
  {
    id: 'showWords',
    group: 'desk',
    keywords: ['词典', '专名', '名单', 'dictionary', 'vocabulary', 'names'],
    shortcut: null,
    enabled: always,
    run: ({ surfaces }) => surfaces.getState().show('words'),
  },
  {
    id: 'showSettings',
    group: 'desk',
    keywords: ['选项', 'preferences', 'options'],
    shortcut: 'Mod+,',
    enabled: always,
    run: goTo('settings'),
  },
  {
    id: 'showHelp',
    group: 'desk',
    keywords: ['快捷键', 'keys'],
    shortcut: '?',
    enabled: always,
    run: ({ surfaces }) => surfaces.getState().show('help'),
  },
  {
    id: 'showLicences',
    group: 'desk',
    keywords: ['关于', '版权', 'about', 'copyright', 'third party'],
    shortcut: null,
    enabled: always,
    run: ({ surfaces }) => surfaces.getState().show('licences'),
  },
  {
    id: 'nextTheme',
    group: 'desk',
    keywords: ['深色', '浅色', '护眼', 'dark', 'light', 'sepia'],
    shortcut: null,
    enabled: always,
    run: ({ settings }) => {
      const { theme, change } = settings.getState();
      change({ theme: THEMES[(THEMES.indexOf(theme) + 1) % THEMES.length] ?? 'system' });
    },
  },
  {
    id: 'switchLanguage',
    group: 'desk',
    keywords: ['中文', '英文', 'Chinese', 'English'],
    shortcut: null,
    enabled: always,
    run: ({ settings, session }) => {
      const { language, change } = settings.getState();
      change({ language: shownLanguage(language, session.getState().info) === 'zh' ? 'en' : 'zh' });
    },
  },
  {
    id: 'largerText',
    group: 'desk',
    keywords: ['字号', 'zoom', 'bigger'],
    shortcut: 'Mod+=',
    enabled: (desk) => canStepTextSize(desk, 1),
    run: (desk) => stepTextSize(desk, 1),
  },
  {
    id: 'smallerText',
    group: 'desk',
    keywords: ['字号', 'zoom'],
    shortcut: 'Mod+-',
    enabled: (desk) => canStepTextSize(desk, -1),
    run: (desk) => stepTextSize(desk, -1),
  },
  {
    id: 'rebuildLibrary',
    group: 'desk',
    keywords: ['重建', '修复', 'repair'],
    shortcut: null,
    enabled: ({ derivation }) => !derivation.getState().running,
    run: ({ derivation }) => derivation.getState().rebuild(),
  },
  {
    id: 'undo',
    group: 'edit',
    keywords: ['后退'],
    shortcut: 'Mod+z',
    enabled: ({ session }) => session.getState().undoable !== null,
    run: ({ deeds }) => deeds.undo(),
  },
  {
    id: 'redo',
    group: 'edit',
    keywords: ['恢复'],
    shortcut: 'Mod+Shift+z',
    enabled: ({ session }) => session.getState().redoable !== null,
    run: ({ deeds }) => deeds.redo(),
  },
];

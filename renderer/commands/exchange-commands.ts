import type { CitationManner } from '@shared/exchange/citation/copy-citation.ts';
import type { Desk } from '../state/desk.ts';
import { always, type Command, isReading } from './command.ts';

const copy =
  (manner: CitationManner) =>
  ({ citing }: Desk): unknown =>
    citing.copy(manner);

export const EXCHANGE_COMMANDS: readonly Command[] = [
  {
    id: 'copyReference',
    group: 'exchange',
    keywords: ['引用', '脚注', '参考文献', 'cite', 'footnote', 'citation', 'bibliography'],
    shortcut: 'Mod+Shift+c',
    enabled: isReading,
    run: copy('reference'),
  },
  {
    id: 'copyInText',
    group: 'exchange',
    keywords: ['文中', '夹注', 'cite', 'citation'],
    shortcut: null,
    enabled: isReading,
    run: copy('in-text'),
  },
  {
    id: 'copyQuotation',
    group: 'exchange',
    keywords: ['引文', '摘引', 'cite', 'quote'],
    shortcut: 'q',
    enabled: (desk) => isReading(desk) && desk.citing.words() !== null,
    run: copy('quotation'),
  },
  {
    id: 'exportThings',
    group: 'exchange',
    keywords: ['导出', '另存', '表格', 'save', 'spreadsheet', 'csv', 'xlsx', 'word', 'markdown', 'bibtex'],
    shortcut: 'Mod+e',
    enabled: always,
    run: ({ exports }) => exports.getState().begin(),
  },
  {
    id: 'printArticle',
    group: 'exchange',
    keywords: ['打印', 'PDF', 'paper'],
    shortcut: 'Mod+p',
    enabled: isReading,
    run: () => window.print(),
  },
  {
    id: 'verifyExport',
    group: 'exchange',
    keywords: ['核验', '核对', '凭据', 'check', 'proof', 'verify'],
    shortcut: null,
    enabled: always,
    run: ({ surfaces }) => surfaces.getState().show('verify'),
  },
  {
    id: 'bringAnnotations',
    group: 'exchange',
    keywords: ['批注', '导入', 'Hypothesis', 'Readium', 'JSON-LD', 'import'],
    shortcut: null,
    enabled: always,
    run: ({ surfaces }) => surfaces.getState().show('annotations'),
  },
  {
    id: 'carryLibrary',
    group: 'exchange',
    keywords: ['搬家', '合并', '另一台电脑', 'duidu', 'merge', 'move', 'machine'],
    shortcut: null,
    enabled: always,
    run: ({ surfaces }) => surfaces.getState().show('carry'),
  },
];

import { CONTENT_LAYOUTS } from './layouts/content-layouts.ts';
import { PAPER_LAYOUTS } from './layouts/paper-layouts.ts';
import { PRINT_LAYOUTS } from './layouts/print-layouts.ts';
import type { Layout } from './page-form.ts';

/** Layouts of papers and their dumps, by name; the page model learns from them in this order. */
export const PAGE_LAYOUTS: readonly Layout[] = [...PRINT_LAYOUTS, ...CONTENT_LAYOUTS, ...PAPER_LAYOUTS];

import type * as Electron from 'electron';

const EDITING = ['undo', 'redo', 'cut', 'copy', 'paste', 'selectAll'] as const;

/** What Electron does by itself with text, by the names that Chromium has for it too. */
export type Editing = (typeof EDITING)[number];

export const isEditing = (role: string): role is Editing => EDITING.some((one) => one === role);

/** What Electron tells of the place that the person asked for a menu on, as far as it is doubled. */
export type AskedPlace = Pick<Electron.ContextMenuParams, 'isEditable' | 'selectionText'> & {
  readonly editFlags: Pick<
    Electron.EditFlags,
    'canUndo' | 'canRedo' | 'canCut' | 'canCopy' | 'canPaste' | 'canSelectAll'
  >;
};

/**
 * Tells of each menu that the page is asked for and does not show itself, as Chromium does. Runs in the page, in the
 * world of the preload.
 * @param binding name of the function that is told, in JSON.
 */
export function tellContextMenus(binding: string): void {
  addEventListener('contextmenu', (event) => {
    // Other listeners of the page may still be to come.
    setTimeout(() => {
      if (event.defaultPrevented) return;
      const target = event.target as HTMLElement;
      const field =
        target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement ? target : null;
      const isEditable = field !== null || target.isContentEditable;
      const selectionText = field
        ? field.value.slice(field.selectionStart ?? 0, field.selectionEnd ?? 0)
        : String(getSelection());
      const isSelected = selectionText !== '';
      const place: AskedPlace = {
        isEditable,
        selectionText,
        editFlags: {
          canUndo: isEditable && document.queryCommandEnabled('undo'),
          canRedo: isEditable && document.queryCommandEnabled('redo'),
          canCut: isEditable && isSelected,
          canCopy: isSelected,
          canPaste: isEditable,
          canSelectAll: true,
        },
      };
      (globalThis as unknown as Record<string, (text: string) => void>)[binding]?.(JSON.stringify(place));
    });
  });
}

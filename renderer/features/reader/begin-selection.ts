/**
 * Begins a selection from the keyboard: pinned words are selected; without any, a caret is set where the pane
 * begins, unless the text has one, and the browser's own keys go on from there.
 * @param pinned ranges of the pinned words.
 * @param first the text that stands first in the pane.
 * @returns whether words are selected now, so that the key has done what it does.
 */
export function beginSelection(
  pane: HTMLElement,
  pinned: readonly Range[],
  first: Text | undefined,
): boolean {
  const selection = document.getSelection();
  if (!selection) return false;
  pane.focus({ preventScroll: true });
  const [start, end] = [pinned[0], pinned.at(-1)];
  if (start && end) {
    selection.setBaseAndExtent(start.startContainer, start.startOffset, end.endContainer, end.endOffset);
    return true;
  }
  if (first && !pane.contains(selection.anchorNode)) selection.collapse(first, 0);
  return false;
}

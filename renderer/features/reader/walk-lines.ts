import type { KeyboardEvent } from 'react';

/**
 * Up and down choose the line above or below what is chosen, Shift adds it: the page as it came can be
 * selected without a pointer.
 * @param nodes the one text node of each line, null where it is blank.
 */
export function walkLines(event: KeyboardEvent, nodes: readonly (Text | null)[]): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  const selection = document.getSelection();
  if (step === undefined || !selection || event.ctrlKey || event.metaKey || event.altKey) return;
  const lineOf = (node: Node | null): number => (node instanceof Text ? nodes.indexOf(node) : -1);
  const from = lineOf(selection.focusNode);
  let next = from < 0 ? (step > 0 ? 0 : nodes.length - 1) : from + step;
  while (nodes[next] === null) next += step;
  const line = nodes[next];
  event.preventDefault();
  if (!line) return;
  const anchor = event.shiftKey ? nodes[lineOf(selection.anchorNode)] : line;
  const isBackward = anchor ? nodes.indexOf(anchor) > next : false;
  const [start, end] = [anchor ?? line, line];
  selection.setBaseAndExtent(start, isBackward ? start.length : 0, end, isBackward ? 0 : end.length);
  line.parentElement?.scrollIntoView({ block: 'nearest' });
}

/** Brings a place of the text to a third of the height of its pane, unless it can be seen already. */
export function reveal(scroller: HTMLElement, place: DOMRect): void {
  const frame = scroller.getBoundingClientRect();
  const margin = Math.min(96, frame.height / 6);
  if (place.top >= frame.top + margin && place.bottom <= frame.bottom - margin) return;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  scroller.scrollTo({
    top: scroller.scrollTop + place.top - frame.top - frame.height / 3,
    behavior: calm ? 'auto' : 'smooth',
  });
}

/** The block at the top of the pane, and how far the text is read, 0 to 1. */
export function readPosition(
  scroller: HTMLElement,
  blocks: Iterable<readonly [number, Text]>,
): { readonly block: number; readonly progress: number } {
  const { top } = scroller.getBoundingClientRect();
  let at = 0;
  for (const [block, node] of blocks)
    if ((node.parentElement?.getBoundingClientRect().top ?? 0) <= top + 48) at = Math.max(at, block);
  const hidden = scroller.scrollHeight - scroller.clientHeight;
  const progress = hidden <= 0 ? 1 : Math.min(1, scroller.scrollTop / hidden);
  return { block: at, progress: Math.round(progress * 1000) / 1000 };
}

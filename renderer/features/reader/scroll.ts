/** How often a place is brought back that moved because what stands before it was laid out for the first time. */
const TRIES = 6;

/**
 * Brings a place of the text to a third of the height of its pane, unless it can be seen already. A far place is
 * gone to at once, and again while the text before it still finds its height.
 * @param find where the place is now; null when it is gone.
 */
export function reveal(scroller: HTMLElement, find: () => DOMRect | null): void {
  const place = find();
  if (!place || isInView(scroller, place)) return;
  const frame = scroller.getBoundingClientRect();
  const way = place.top - frame.top - frame.height / 3;
  const isFar = Math.abs(way) > 2 * frame.height;
  const calm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
  // A text that was only just opened still finds its height beneath a scroll that takes its time.
  const isAtOnce = calm || isFar || held.has(scroller);
  scroller.scrollTo({ top: scroller.scrollTop + way, behavior: isAtOnce ? 'auto' : 'smooth' });
  hold(scroller, isAtOnce ? TRIES : 0, () => {
    const now = find();
    if (now && !isInView(scroller, now))
      scroller.scrollTop += now.top - scroller.getBoundingClientRect().top - frame.height / 3;
  });
}

/** Puts a place below the top of its pane and holds it there while the text before it finds its height. */
export function beginAt(scroller: HTMLElement, find: () => DOMRect | null): void {
  const bring = (): void => {
    const place = find();
    const way = place ? place.top - scroller.getBoundingClientRect().top - START_GAP : 0;
    if (Math.abs(way) > 1) scroller.scrollTop += way;
  };
  bring();
  hold(scroller, TRIES, bring);
}

/** Pixels between the top of the pane and the block that is begun at. */
const START_GAP = 24;

/** Panes whose place is held, with what brings it back. */
const held = new WeakMap<HTMLElement, () => void>();

/** By which a person scrolls. */
const SCROLLING = ['wheel', 'touchmove', 'pointerdown', 'keydown'] as const;

/** Brings a place back in the frames that come; whatever is asked for later takes over, and so does the person. */
function hold(scroller: HTMLElement, tries: number, bring: () => void): void {
  held.set(scroller, bring);
  const letGo = (): void => {
    for (const event of SCROLLING) scroller.removeEventListener(event, letGo);
    if (held.get(scroller) === bring) held.delete(scroller);
  };
  for (const event of SCROLLING) scroller.addEventListener(event, letGo, { passive: true });
  const again = (left: number): void => {
    if (left === 0) {
      letGo();
      return;
    }
    requestAnimationFrame(() => {
      if (held.get(scroller) !== bring) {
        letGo();
        return;
      }
      bring();
      again(left - 1);
    });
  };
  again(tries);
}

function isInView(scroller: HTMLElement, place: DOMRect): boolean {
  const frame = scroller.getBoundingClientRect();
  const margin = Math.min(96, frame.height / 6);
  return place.top >= frame.top + margin && place.bottom <= frame.bottom - margin;
}

/**
 * The block at the top of the pane, and how far the text is read, 0 to 1.
 * @param count blocks of the text; their elements stand below each other in their order.
 */
export function readPosition(
  scroller: HTMLElement,
  blocks: ReadonlyMap<number, Text>,
  count: number,
): { readonly block: number; readonly progress: number } {
  const { top } = scroller.getBoundingClientRect();
  const topOf = (block: number): number | null =>
    blocks.get(block)?.parentElement?.getBoundingClientRect().top ?? null;
  let low = 0;
  let high = count;
  while (low < high) {
    const middle = (low + high) >> 1;
    let probe = middle;
    while (probe < high && topOf(probe) === null) probe++;
    if (probe < high && (topOf(probe) ?? 0) <= top + 48) low = probe + 1;
    else high = middle;
  }
  const hidden = scroller.scrollHeight - scroller.clientHeight;
  const progress = hidden <= 0 ? 1 : Math.min(1, scroller.scrollTop / hidden);
  return { block: Math.max(0, low - 1), progress: Math.round(progress * 1000) / 1000 };
}

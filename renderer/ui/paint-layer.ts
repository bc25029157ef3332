/** Paints ranges under a `::highlight` name in place of what it painted before; none: takes it off. */
export function paintLayer(layer: string, ranges: readonly AbstractRange[], priority: number): void {
  if (ranges.length === 0) {
    CSS.highlights.delete(layer);
    return;
  }
  const highlight = new Highlight(...ranges);
  highlight.priority = priority;
  CSS.highlights.set(layer, highlight);
}

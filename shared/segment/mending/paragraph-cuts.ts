import type { SourceSpan } from '@shared/model/offset.ts';
import type { Draft, Part } from '../draft.ts';
import { type Block, joinBlocks } from '../print/blocks.ts';
import { divide, findPart, placeIn, takeOut } from './draft-edits.ts';

/** Makes the unit at `offset` the first of its part; true when it is so now or was before. */
export function breakAt(draft: Draft, offset: number): boolean {
  const found = findPart(draft, offset);
  if (!found) return false;
  const { article, index, part } = found;
  const [first, second] = halve(part.block, offset);
  if (first && second) article.parts.splice(index, 1, { ...part, block: first }, { ...part, block: second });
  return true;
}

/** What of a block is read before a unit, and what from it on. */
function halve(block: Block, offset: number): [Block | null, Block | null] {
  const one = { start: offset, end: offset + 1 } as SourceSpan;
  const { before, inside, after } = divide(block, [one]);
  if (!inside) return [block, null];
  return [before, after ? rejoin(inside, after) : inside];
}

/** Two neighbouring stretches of one block, their touching runs made one again. */
function rejoin(first: Block, second: Block): Block {
  const joined = joinBlocks(first, second);
  const last = first.runs.at(-1);
  const next = second.runs[0];
  if (!last || !next || last.end !== next.start) return joined;
  return {
    ...joined,
    text: first.text + second.text,
    runs: [...first.runs.slice(0, -1), { start: last.start, end: next.end }, ...second.runs.slice(1)],
  };
}

/** The paragraph that begins at the words goes on from the one before it. */
export function join(draft: Draft, at: SourceSpan): boolean {
  const found = findPart(draft, at.start);
  if (found?.part.role !== 'body') return false;
  const { article, index, part } = found;
  // Inside a paragraph the two are joined already.
  if (placeIn(part.block, at.start) > 0) return true;
  let before = index - 1;
  while (before >= 0 && article.parts[before]?.role !== 'body') before--;
  const earlier = article.parts[before];
  if (!earlier) return false;
  article.parts[before] = { ...earlier, block: joinBlocks(earlier.block, part.block) };
  article.parts.splice(index, 1);
  return true;
}

/** Reads words after others, in whichever article those stand; null: first in their own. */
export function reorder(
  draft: Draft,
  source: string,
  what: readonly SourceSpan[],
  after: SourceSpan | null,
): boolean {
  if (after && what.some(({ start, end }) => after.start < end && start < after.end)) return false;
  if (!what.some(({ start }) => findPart(draft, start))) return false;
  if (after && !findPart(draft, after.end - 1)) return false;
  const taken = takeOut(draft, source, what, false);
  const home = taken.find((one) => one.part >= 0)?.article;
  if (!home) return false;
  const moved = taken.map(
    ({ block, role }): Part => ({ role: role === 'heading' ? 'heading' : 'body', block }),
  );
  if (!after) {
    home.parts.unshift(...moved);
    return true;
  }
  const place = findPart(draft, after.end - 1);
  if (!place) {
    home.parts.push(...moved);
    return true;
  }
  const { article, index, part } = place;
  const {
    before,
    inside,
    after: rest,
  } = divide(part.block, [{ start: after.end - 1, end: after.end } as SourceSpan]);
  const upTo = before && inside ? rejoin(before, inside) : (inside ?? part.block);
  article.parts.splice(
    index,
    1,
    { ...part, block: upTo },
    ...moved,
    ...(rest ? [{ ...part, block: rest }] : []),
  );
  return true;
}

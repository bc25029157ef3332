import type { Desk } from '../state/desk.ts';

/** Whether the table of facts is in sight. */
export const inTable = ({ settings }: Desk): boolean => settings.getState().place.room === 'facts';

/** Whether the table has facts in hand to do something with. */
export const hasClaims = (desk: Desk): boolean => inTable(desk) && desk.claims.getState().inHand().length > 0;

export const hasMarkedClaims = (desk: Desk): boolean =>
  inTable(desk) && desk.claims.getState().marked.size > 0;

/** Says something of all facts in hand; what was chosen is chosen no more. */
export async function judgeClaims(desk: Desk, verdict: 'confirm' | 'reject'): Promise<void> {
  const { inHand, unmark } = desk.claims.getState();
  if (await desk.judging[verdict](inHand())) unmark();
}

/** Opens the article of the row that is looked at, at the fact's words. */
export function openClaim({ claims, reader }: Desk): void {
  const { rows, at } = claims.getState();
  const row = rows.get(at);
  if (row) reader.getState().open(row.fact.article, row.fact.spans ?? [row.fact]);
}

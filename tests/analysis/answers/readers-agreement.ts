export interface ReadersAgreement {
  /** How many groups both answered. */
  readonly asked: number;
  /** Share of them that both answered alike, 0 to 1. */
  readonly alike: number;
  /** Cohen's kappa: the same share, chance taken out; 1 where both gave one answer to all. */
  readonly kappa: number;
  /** Ids of the groups that they answer otherwise. */
  readonly unlike: readonly string[];
}

/** How far two readers agree; J. Cohen, A coefficient of agreement for nominal scales, 1960. */
export function agreementOf(
  first: ReadonlyMap<string, string>,
  second: ReadonlyMap<string, string>,
): ReadersAgreement {
  const ids = [...first.keys()].filter((id) => second.has(id));
  const unlike = ids.filter((id) => first.get(id) !== second.get(id));
  const alike = 1 - unlike.length / ids.length;
  const shareOf = (answers: ReadonlyMap<string, string>, answer: string): number =>
    ids.filter((id) => answers.get(id) === answer).length / ids.length;
  const byChance = [...new Set(ids.map((id) => first.get(id)!))]
    .map((answer) => shareOf(first, answer) * shareOf(second, answer))
    .reduce((sum, share) => sum + share, 0);
  return {
    asked: ids.length,
    alike,
    kappa: byChance === 1 ? 1 : (alike - byChance) / (1 - byChance),
    unlike,
  };
}

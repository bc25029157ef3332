/** The ids of a sound journal's acts, in order. */
export const idsOf = (journal: string): string[] =>
  journal
    .split('\n')
    .filter(Boolean)
    .map((line) => JSON.parse(line).act.id);

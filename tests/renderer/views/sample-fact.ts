import type { Fact } from '@shared/model/fact.ts';

/** A fact as a rule reads it: exactly so many, said of nothing and of no time, but for what is given. */
export const sampleFact = (given: Pick<Fact, 'id' | 'start' | 'end' | 'text'> & Partial<Fact>): Fact => ({
  article: 'a1',
  kind: 'quantity',
  value: null,
  unit: null,
  bound: 'exact',
  measure: null,
  subject: null,
  when: null,
  rule: 'sample',
  confidence: 0.9,
  ...given,
});

import { LINE_ROLES, LINE_STATES, mayFollow, STATE_COUNT, statesOf } from '@shared/segment/roles.ts';
import { decodeRoles, type Transitions } from '@shared/segment/stories/role-decoder.ts';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';

const ROLES = LINE_ROLES.length;
const even = (count: number): Float32Array => new Float32Array(count).fill(-Math.log(count));
const EVEN: Transitions = {
  between: even(STATE_COUNT * STATE_COUNT),
  first: even(STATE_COUNT),
  prior: even(ROLES),
  neighbours: 1,
  flatten: 0,
};

/** Scores of a page whose lines may be anything: logarithms of probabilities, a row a line. */
const pages = fc
  .array(fc.array(fc.double({ min: 0.001, max: 1, noNaN: true }), { minLength: ROLES, maxLength: ROLES }), {
    minLength: 1,
    maxLength: 30,
  })
  .map((lines) =>
    Float32Array.from(
      lines.flatMap((line) => {
        const sum = line.reduce((total, value) => total + value, 0);
        return line.map((value) => Math.log(value / sum));
      }),
    ),
  );

describe('the roles of a page', () => {
  it('follow each other as the laws allow', () => {
    fc.assert(
      fc.property(pages, (scores) => {
        const { states } = decodeRoles(scores, ROLES, EVEN);
        const read = [...states].map((state) => LINE_STATES[state] as (typeof LINE_STATES)[number]);
        for (let i = 1; i < read.length; i++)
          expect(mayFollow(read[i - 1] as (typeof read)[number], read[i] as (typeof read)[number])).toBe(
            true,
          );
        expect(read[0]?.role === 'headline' || read[0]?.inHead === false).toBe(true);
      }),
    );
  });

  it('have probabilities that add up to one on each line', () => {
    fc.assert(
      fc.property(pages, (scores) => {
        const { marginals } = decodeRoles(scores, ROLES, EVEN);
        for (let i = 0; i < scores.length / ROLES; i++) {
          const sum = marginals.slice(i * STATE_COUNT, (i + 1) * STATE_COUNT).reduce((a, b) => a + b, 0);
          expect(sum).toBeCloseTo(1, 4);
        }
      }),
    );
  });

  it('are those that each line says where it leaves no doubt and the laws allow them', () => {
    const roles = [
      'headline',
      'byline',
      'paragraph',
      'continuation',
      'heading',
      'paragraph',
      'furniture',
    ] as const;
    const scores = Float32Array.from(
      roles.flatMap((own) => LINE_ROLES.map((role) => (role === own ? -0.001 : -9))),
    );
    expect([...decodeRoles(scores, ROLES, EVEN).states]).toEqual(statesOf(roles));
  });
});

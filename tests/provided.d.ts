import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The test of accessibility looks at every screen in every look, not in one each. */
    readonly everyLook: boolean;
    /** It draws them into `screenshots/looks/` instead. */
    readonly drawsLooks: boolean;
    /** Sequences of acts that race: the seed of the first, how many, and how long each is. */
    readonly races: { readonly seed: number; readonly count: number; readonly acts: number };
  }
}

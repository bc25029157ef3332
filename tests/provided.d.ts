import 'vitest';

declare module 'vitest' {
  interface ProvidedContext {
    /** The test of accessibility looks at every screen in every look, not in one each. */
    readonly everyLook: boolean;
    /** It draws them into `screenshots/looks/` instead. */
    readonly drawsLooks: boolean;
  }
}

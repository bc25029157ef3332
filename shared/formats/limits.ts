/** What a file may ask of the machine; readers stop with `file-too-large` before they pass a limit. */
export interface Limits {
  /** UTF-16 units of source text. */
  readonly units: number;
  /** Elements of markup. */
  readonly elements: number;
}

/** The largest newspaper page held has 30,000 units, a long book a few millions. */
export const LIMITS: Limits = { units: 64_000_000, elements: 2_000_000 };

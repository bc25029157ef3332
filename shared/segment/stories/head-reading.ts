import type { Block } from '../print/blocks.ts';
import type { Line } from '../print/lines.ts';
import type { LineRole } from '../roles.ts';
import { type Calibration, calibrate } from './page-model.ts';
import { probabilityOf, type RoleReading } from './role-reading.ts';

/** Probability from which a line is a headline and stands by itself, whatever the print of its neighbours says. */
const LIKELY = 0.5;
/** Probability from which a line is what the model says, whatever its shape and its neighbours say. */
export const CERTAIN = 0.9;
/** Probability from which its shape and place say nothing any more: on pages of a few lines the model is too sure of itself. */
const BEYOND_DOUBT = 0.98;

/** What a line is as far as its block is concerned, and the roles that make it so. */
const KINDS = {
  text: ['paragraph', 'continuation', 'story-start'],
  head: ['headline', 'headline-more'],
  heading: ['heading'],
  byline: ['byline'],
  caption: ['caption'],
  furniture: ['furniture'],
} as const satisfies Record<string, readonly LineRole[]>;
export type LineKind = keyof typeof KINDS;
const KIND_NAMES = Object.keys(KINDS) as LineKind[];

/** What the model says of the lines that may head something, asked by the blocks that begin with them. */
export class HeadReading {
  private readonly reading: RoleReading;
  private readonly calibration: Calibration;
  private readonly lines = new Map<number, number>();
  /** How many lines of the page are likelier a story's beginning than not. */
  readonly headlines: number;

  constructor(lines: readonly Line[], reading: RoleReading, calibration: Calibration) {
    this.calibration = calibration;
    this.reading = reading;
    lines.forEach(({ runs }, i) => {
      this.lines.set(runs[0]?.start as number, i);
    });
    this.headlines = lines.filter((_, i) => this.start(i) >= LIKELY).length;
  }

  /** How likely a story begins with one of the lines of a stack, 0 to 1, as often true as it says. */
  opensStory(stack: readonly Block[]): number {
    const own = stack.flatMap((block) => this.lineOf(block) ?? []);
    const said = own.reduce((sum, line) => sum + this.start(line), 0);
    return calibrate(said, this.calibration);
  }

  /** How likely a story without a headline begins with a paragraph, 0 to 1. */
  opensUntitled(block: Block): number {
    const line = this.lineOf(block);
    return line === null ? 0 : probabilityOf(this.reading, line, 'story-start');
  }

  /** How likely a line has one of these roles, 0 to 1; 0 for what was not read as a line. */
  likelihood(block: Block, ...roles: readonly LineRole[]): number {
    const line = this.lineOf(block);
    return line === null ? 0 : roles.reduce((sum, role) => sum + probabilityOf(this.reading, line, role), 0);
  }

  /** What the first line of a block is for certain; null where the model is not sure, or did not read it as a line. */
  surely(block: Block): LineKind | null {
    const line = this.lineOf(block);
    return line === null ? null : this.kindOf(line);
  }

  /** Whether the first line of a block is of a kind whatever else speaks against it. */
  isBeyondDoubt(block: Block, kind: LineKind): boolean {
    return this.likelihood(block, ...KINDS[kind]) >= BEYOND_DOUBT;
  }

  /** Whether the first line of a block is likelier text than a caption. */
  prefersText(block: Block): boolean {
    return this.likelihood(block, ...KINDS.text) > this.likelihood(block, 'caption');
  }

  /** Whether a line goes on with the one above it, in one paragraph; null where the model is not sure. */
  goesOn(above: Line, below: Line): boolean | null {
    const upper = this.lines.get(above.runs[0]?.start as number);
    const lower = this.lines.get(below.runs[0]?.start as number);
    if (upper === undefined || lower === undefined || this.kindOf(upper) !== 'text') return null;
    const said = probabilityOf(this.reading, lower, 'continuation');
    if (said >= CERTAIN) return true;
    return said <= 1 - CERTAIN && this.kindOf(lower) === 'text' ? false : null;
  }

  /** Whether a block of one line is a headline, or one for certain. */
  heads(block: Block, least: typeof LIKELY | typeof CERTAIN = LIKELY): boolean {
    const line = block.lines === 1 ? this.lineOf(block) : null;
    return line !== null && this.headOf(line) >= least;
  }

  /** Whether a line is a headline, or beyond doubt a byline or the page's own, and so no part of the text around it. */
  standsAlone({ runs }: Line): boolean {
    const line = this.lines.get(runs[0]?.start as number);
    return (
      line !== undefined &&
      (this.headOf(line) >= LIKELY ||
        probabilityOf(this.reading, line, 'byline') >= BEYOND_DOUBT ||
        probabilityOf(this.reading, line, 'furniture') >= BEYOND_DOUBT)
    );
  }

  /** Whether a story without a headline begins with a line for certain. */
  beginsStory({ runs }: Line): boolean {
    const line = this.lines.get(runs[0]?.start as number);
    return line !== undefined && probabilityOf(this.reading, line, 'story-start') >= CERTAIN;
  }

  private kindOf(line: number): LineKind | null {
    const isSure = (kind: LineKind): boolean =>
      KINDS[kind].reduce((sum, role) => sum + probabilityOf(this.reading, line, role), 0) >= CERTAIN;
    return KIND_NAMES.find(isSure) ?? null;
  }

  private headOf(line: number): number {
    return probabilityOf(this.reading, line, 'headline') + probabilityOf(this.reading, line, 'headline-more');
  }

  private start(line: number): number {
    return probabilityOf(this.reading, line, 'headline') + probabilityOf(this.reading, line, 'story-start');
  }

  private lineOf({ runs, piece }: Block): number | null {
    return piece ? null : (this.lines.get(runs[0]?.start as number) ?? null);
  }
}

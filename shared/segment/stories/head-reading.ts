import type { Block } from '../print/blocks.ts';
import type { Line } from '../print/lines.ts';
import type { LineRole } from '../roles.ts';
import { type Calibration, calibrate } from './page-model.ts';
import { probabilityOf, type RoleReading } from './role-reading.ts';

/** Probability from which a line is a headline and stands by itself, whatever the print of its neighbours says. */
const LIKELY = 0.5;
/** Probability from which it is one whatever its shape says. */
export const CERTAIN = 0.9;

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

  /** Whether a block of one line is a headline, or one for certain. */
  heads(block: Block, least: typeof LIKELY | typeof CERTAIN = LIKELY): boolean {
    const line = block.lines === 1 ? this.lineOf(block) : null;
    return line !== null && this.headOf(line) >= least;
  }

  /** Whether a line is a headline, and so no part of the text above or below it. */
  standsAlone({ runs }: Line): boolean {
    const line = this.lines.get(runs[0]?.start as number);
    return line !== undefined && this.headOf(line) >= LIKELY;
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

import type { Attributes } from '../xml/walk-xml.ts';

/** Bounds of an expression that are open, with the mark that closes each. */
interface Bounds {
  open: string;
  close: string;
  isOpen: boolean;
}

/**
 * Prints a formula (ECMA-376-1, 22.1) on one line: its characters in their order, `/` between the terms of a
 * fraction, `^` and `_` before what is raised and lowered. The signs that are no characters of their own but
 * properties are printed as such.
 */
export class FormulaLine {
  readonly #bounds: Bounds[] = [];
  #depth = 0;
  #operator = '';

  get isOpen(): boolean {
    return this.#depth > 0;
  }

  /** @returns what is printed where the element begins. */
  open(name: string, { val }: Attributes): string {
    if (name === 'oMath') this.#depth++;
    if (this.#depth === 0) return '';
    const bounds = this.#bounds.at(-1);
    switch (name) {
      case 'd':
        this.#bounds.push({ open: '(', close: ')', isOpen: false });
        return '';
      case 'begChr':
        if (bounds) bounds.open = val ?? '';
        return '';
      case 'endChr':
        if (bounds) bounds.close = val ?? '';
        return '';
      case 'e':
        if (!bounds || bounds.isOpen) return '';
        bounds.isOpen = true;
        return bounds.open;
      case 'naryPr':
        this.#operator = '\u222b';
        return '';
      case 'chr':
        this.#operator = val ?? '';
        return '';
      case 'rad':
        return '\u221a';
      case 'sup':
        return '^';
      case 'sub':
        return '_';
      default:
        return '';
    }
  }

  /** @returns what is printed where the element ends. */
  close(name: string): string {
    if (this.#depth === 0) return '';
    switch (name) {
      case 'oMath':
        this.#depth--;
        return '';
      case 'num':
        return '/';
      case 'naryPr':
        return this.#operator;
      case 'd':
        return this.#bounds.pop()?.close ?? '';
      default:
        return '';
    }
  }
}

import type { Bound } from '@shared/model/fact.ts';
import type { Unit } from './unit.ts';

/** A number with its unit while more of it is read. */
export interface Measured {
  readonly value: number;
  readonly valueMax?: number | undefined;
  readonly unit: Unit;
  readonly end: number;
  readonly bound: Bound;
}

const HAN = /\p{Script=Han}/u;

export const isHan = (character: string | undefined): boolean =>
  character !== undefined && HAN.test(character);

/** Sums and products of decimals without what binary arithmetic adds. */
export const settle = (value: number): number =>
  Number.isInteger(value) ? value : Number(value.toPrecision(15));

/** Whether no Chinese character, letter or digit touches the words from `start` to `end`. */
export const standsAlone = (text: string, start: number, end: number): boolean =>
  !/[\p{Script=Han}A-Za-z0-9]/u.test(`${text[start - 1] ?? ' '}${text[end] ?? ' '}`);

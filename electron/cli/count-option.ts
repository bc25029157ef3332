import { WrongUse } from './command.ts';

/** The value of an option that takes a whole number, 0 among them. @param name with its dashes. */
export function readCount(name: string, value: string): number {
  if (!/^\d{1,9}$/.test(value)) throw new WrongUse(`${name} takes a number, not ${value}`);
  return Number(value);
}

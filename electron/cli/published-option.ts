import { WrongUse } from './command.ts';

/** The value of `--published`, a date as far as it is known. */
export function readPublished(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const [, , month = '01', day = '01'] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?$/.exec(value) ?? [];
  const date = new Date(`${value.slice(0, 4)}-${month}-${day}T00:00:00Z`);
  if (!/^\d{4}(-\d\d){0,2}$/.test(value) || Number.isNaN(date.getTime()) || date.getUTCDate() !== Number(day))
    throw new WrongUse(`--published takes YYYY, YYYY-MM or YYYY-MM-DD, not ${value}`);
  return value;
}

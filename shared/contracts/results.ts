import type { ErrorCode } from './error-codes.ts';

/** An expected failure: a code with its words in the locales, and the particulars those words need. */
export interface Failure<Code extends ErrorCode = ErrorCode> {
  readonly ok: false;
  readonly reason: Code;
  readonly detail?: Readonly<Record<string, string | number>>;
}

export interface Success<Value> {
  readonly ok: true;
  readonly value: Value;
}

/** What a call that can fail in expected ways returns. A programmer's error throws instead. */
export type Result<Value, Code extends ErrorCode = ErrorCode> = Success<Value> | Failure<Code>;

export const success = <Value>(value: Value): Success<Value> => ({ ok: true, value });

export const failure = <Code extends ErrorCode>(
  reason: Code,
  detail?: Readonly<Record<string, string | number>>,
): Failure<Code> => (detail === undefined ? { ok: false, reason } : { ok: false, reason, detail });

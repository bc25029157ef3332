import type { ErrorCode } from '@shared/contracts/error-codes.ts';
import type { Failure } from '@shared/contracts/results.ts';
import type { ExitCode } from './command.ts';

/** EX_TEMPFAIL of sysexits.h. */
export const TRY_AGAIN = 75;

/** What may be otherwise at another run. */
const PASSING: ReadonlySet<ErrorCode> = new Set([
  'disk-full',
  'disk-failing',
  'too-many-open-files',
  'data-set-locked',
]);

/** What a run ends with that a failure has ended. */
export const exitOf = ({ reason }: Failure): ExitCode => (PASSING.has(reason) ? TRY_AGAIN : 1);

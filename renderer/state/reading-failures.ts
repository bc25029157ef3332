import type { ErrorCode } from '@shared/contracts/error-codes.ts';

/** What one page did, not what befell the desk: remembered, so that it is not tried at each start. */
export const OF_THE_PAGE: readonly ErrorCode[] = ['page-unreadable', 'page-too-slow'];
/** What ails its bytes: quickly found, and tried again at the next start. Any other failure befalls all pages. */
export const OF_ITS_BYTES: readonly ErrorCode[] = [
  'empty-file',
  'not-text',
  'malformed-text',
  'unsupported-format',
  'unknown-encoding',
  'file-too-large',
  'no-text',
  'file-encrypted',
  'archive-damaged',
  'archive-too-many',
  'archive-bomb',
  'archive-method',
  'original-missing',
  'original-damaged',
];

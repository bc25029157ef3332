import type { ZipLimits } from './open-zip.ts';

/**
 * Limits of a document that is a ZIP of parts. Only parts with text are unpacked; a long novel's are a few
 * megabytes, and markup packs to a tenth, a table of one word to a hundredth.
 */
export const PART_LIMITS: ZipLimits = {
  entries: 20_000,
  entryBytes: 64 * 1024 * 1024,
  totalBytes: 2 * 1024 * 1024 * 1024,
  ratio: 400,
  freeBytes: 32 * 1024 * 1024,
};

/** Number of the form of a library file; FORMAT.md describes it. */
export const LIBRARY_FORMAT = 'duidu/library@1';

/** What the last entry of a library file says of the others. */
export interface LibraryManifest {
  readonly format: typeof LIBRARY_FORMAT;
  /** Acts, a line each, and the SHA-256 of the entry. */
  readonly journal: { readonly acts: number; readonly sha256: string };
  readonly settings: { readonly sha256: string } | null;
  readonly originals: readonly { readonly sha256: string; readonly bytes: number }[];
}

export const JOURNAL_ENTRY = 'journal.ndjson';
export const SETTINGS_ENTRY = 'settings.json';
export const MANIFEST_ENTRY = 'manifest.json';
export const ORIGINALS_FOLDER = 'originals/';

/**
 * Every expected failure has a code here and, in `resources/locales`, a sentence that says what happened
 * and what to do. Codes are stable: journals, logs and the command line print them.
 */
export const ERROR_CODES = [
  // decode
  'empty-file',
  'not-text',
  'unknown-encoding',
  'malformed-text',
  'unsupported-format',
  'file-too-large',
  'no-text',
  'file-encrypted',
  // archives and packed documents
  'archive-damaged',
  'archive-too-many',
  'archive-too-deep',
  'archive-bomb',
  'archive-method',
  'archive-entry-unsafe',
  'archive-empty',
  // reading pages
  'page-unreadable',
  'page-too-slow',
  'reader-failed',
  'import-failed',
  // the browser's storage
  'storage-full',
  'storage-blocked',
  'storage-failed',
  // files and the command line
  'file-not-found',
  'file-unreadable',
  'file-unwritable',
  'file-is-folder',
  // vault
  'vault-gone',
  'vault-locked',
  'vault-newer',
  'vault-damaged',
  'vault-missing',
  'vault-mark-damaged',
  'vault-mark-mended',
  'vault-unreadable',
  'vault-unwritable',
  'journal-changed',
  'journal-mended',
  'steps-lost',
  'head-missing',
  'head-unwritable',
  'settings-damaged',
  'settings-unsound',
  'way-cleared',
  'backup-failed',
  'backup-unsound',
  'original-missing',
  'original-damaged',
  'originals-damaged',
  // disks
  'disk-full',
  'disk-read-only',
  'disk-failing',
  'path-blocked',
  'path-too-long',
  'path-loops',
  'too-many-open-files',
  // journal
  'act-malformed',
  'act-target-unknown',
  'nothing-to-undo',
  // anchors
  'anchor-ambiguous',
  'anchor-not-found',
  'anchor-source-unknown',
  // search
  'document-malformed',
  'index-damaged',
  'index-missing',
  'search-failed',
  'query-malformed',
  // exports
  'export-damaged',
  'export-unknown',
  'export-form-unfit',
  'library-unknown',
  'annotations-unknown',
  'exchange-failed',
  'clipboard-refused',
  // hosts
  'unexpected',
  'host-failed',
  'host-gone',
  'outbox-unwritable',
  'page-unknown',
  'vault-other',
  'refused',
  'cancelled',
  'not-available-here',
  'port-taken',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

import { type Failure, failure } from '@shared/contracts/results.ts';

/** A deletion or an upgrade waits for a page that does not let go of the database. */
export class StorageBlocked extends Error {
  override readonly name = 'StorageBlocked';
}

/** Why the browser's storage did not do what was asked; what is in it can be derived again. */
export function failureOfStorage(
  error: unknown,
): Failure<'storage-full' | 'storage-blocked' | 'storage-failed'> {
  const names = namesOf(error);
  if (names.includes('QuotaExceededError')) return failure('storage-full');
  if (names.includes('StorageBlocked')) return failure('storage-blocked');
  return failure('storage-failed', { error: [...new Set(names)].join(' ') });
}

/** Names of an error and of those that caused it: Dexie wraps what IndexedDB says. */
function namesOf(error: unknown): string[] {
  if (typeof error !== 'object' || error === null) return [String(error)];
  const { name, inner, failures } = error as {
    readonly name?: unknown;
    readonly inner?: unknown;
    readonly failures?: unknown;
  };
  return [
    String(name ?? 'Error'),
    ...(inner ? namesOf(inner) : []),
    ...(Array.isArray(failures) ? namesOf(failures[0] ?? null) : []),
  ];
}

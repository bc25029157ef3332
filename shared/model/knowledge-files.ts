/**
 * Data files of `resources/`, as a host has loaded them. Paths are relative to `resources/`.
 * @throws Error when a path is asked for that the caller did not list.
 */
export interface KnowledgeFiles {
  text(path: string): string;
  bytes(path: string): Uint8Array;
}

/** Ids of the acts that wait in an outbox, by the ids they wait under. */
type Noted = Readonly<Record<string, readonly string[]>>;

/**
 * What waits in the outbox of a vault, noted apart from its database: a browser drops a damaged database without a
 * word, and what was in it would be missed by nobody. The notes lie in the page's own storage.
 */
export interface OutboxNote {
  add(id: string, acts: readonly string[]): void;
  remove(ids: readonly string[]): void;
  read(): Noted;
}

export function openOutboxNote(vault: string): OutboxNote {
  const name = `duidu outbox ${vault}`;
  const read = (): Noted => {
    try {
      const noted: unknown = JSON.parse(localStorage.getItem(name) ?? '{}');
      return typeof noted === 'object' && noted !== null ? (noted as Noted) : {};
    } catch {
      return {};
    }
  };
  const write = (noted: Noted): void => {
    try {
      if (Object.keys(noted).length === 0) localStorage.removeItem(name);
      else localStorage.setItem(name, JSON.stringify(noted));
    } catch {
      // The person's browser keeps nothing for this page: what waits is kept all the same, only its loss may not show.
    }
  };
  return {
    read,
    add: (id, acts) => write({ ...read(), [id]: acts }),
    remove: (ids) => write(Object.fromEntries(Object.entries(read()).filter(([id]) => !ids.includes(id)))),
  };
}

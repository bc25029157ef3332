import { failure, type Result, success } from '@shared/contracts/results.ts';
import { walkXml } from '../xml/walk-xml.ts';
import type { OpenZip, ZipProblem } from './open-zip.ts';
import { resolvePart } from './resolve-part.ts';

/** A relationship of a part (ECMA-376-2, 6.5). */
export interface Relationship {
  readonly id: string;
  /** The last word of its type, which is the same in both editions of the standard. */
  readonly type: string;
  /** The part's name in the package; null for what lies outside, which is never read. */
  readonly part: string | null;
}

/** Parts of a package (ECMA-376-2), each unpacked when it is asked for. */
export class PackageParts {
  readonly #zip: OpenZip;
  readonly #entries: ReadonlyMap<string, OpenZip['entries'][number]>;

  /** @param root folder of the archive that the package lies in, with its slash; empty for the archive itself. */
  constructor(zip: OpenZip, root = '') {
    this.#zip = zip;
    const inside = zip.entries.filter(({ name }) => name.startsWith(root));
    // Names of parts are equal whatever their case (ECMA-376-2, 6.2.2.3); the first of two stands.
    this.#entries = new Map(inside.reverse().map((entry) => [nameOf(entry.name.slice(root.length)), entry]));
  }

  /** Null where the package has no such part. */
  read(part: string): Result<Uint8Array | null, ZipProblem> {
    const entry = this.#entries.get(nameOf(part));
    return entry === undefined ? success(null) : this.#zip.read(entry);
  }

  /** @param part the empty name for the package itself. */
  relationships(part: string): Result<readonly Relationship[], ZipProblem> {
    const slash = part.lastIndexOf('/') + 1;
    const bytes = this.read(`${part.slice(0, slash)}_rels/${part.slice(slash)}.rels`);
    if (!bytes.ok) return bytes;
    const found: Relationship[] = [];
    if (bytes.value === null) return success(found);
    const isSound = walkXml(bytes.value, {
      open: (name, { Id = '', Type = '', Target = '', TargetMode }) => {
        if (name !== 'Relationship') return;
        const inside = TargetMode === 'External' ? null : resolvePart(part, Target);
        found.push({ id: Id, type: Type.slice(Type.lastIndexOf('/') + 1), part: inside });
      },
    });
    return isSound ? success(found) : failure('archive-damaged');
  }
}

const nameOf = (name: string): string => name.replaceAll('\\', '/').replace(/^\/+/, '').toLowerCase();

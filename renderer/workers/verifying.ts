import type { PickedFile } from '@shared/contracts/host.ts';
import type { Failure, Result } from '@shared/contracts/results.ts';
import { unpackFiles } from '@shared/exchange/pack-files.ts';
import { isBroken, type ReadClaim } from '@shared/exchange/proof/claim.ts';
import { readExport } from '@shared/exchange/proof/read-export.ts';
import { verify } from '@shared/exchange/proof/verify.ts';
import type { Sha256 } from '@shared/model/source.ts';
import type { Knowledge } from '@shared/pipeline/knowledge.ts';
import { createReadingAnew, readSourceToCheck, type SourceToCheck } from '@shared/pipeline/read-figures.ts';
import type { OpenedExport, VerifiedExport } from './exchange-calls.ts';

/** Items that do not hold and are listed; a spreadsheet of the wrong source has thousands, all of one kind. */
const MOST_LISTED = 300;

/** Exports that were opened, to be checked once their sources are there. */
export class Verifying {
  readonly #sha256: Sha256;
  #exports: { readonly name: string; readonly claims: Result<readonly ReadClaim[]> }[] = [];

  constructor(sha256: Sha256) {
    this.#sha256 = sha256;
  }

  async open(files: readonly PickedFile[]): Promise<readonly OpenedExport[]> {
    this.#exports = [];
    for (const { name, bytes } of files.flatMap((file) => unpackFiles(file.name, file.bytes)))
      this.#exports.push({ name, claims: await readExport(name, bytes) });
    return this.#exports.map(({ name, claims }) => ({
      name,
      sources: claims.ok
        ? [...new Set(claims.value.flatMap((c) => (isBroken(c) ? [] : [c.evidence.sourceSha256])))]
        : [],
    }));
  }

  async check(
    files: readonly PickedFile[],
    knowledge: Knowledge,
    tell: (done: number, total: number) => void,
  ): Promise<readonly VerifiedExport[]> {
    const sources: SourceToCheck[] = [];
    const unread: { readonly name: string; readonly failure: Failure }[] = [];
    for (const { name, bytes } of files) {
      const read = await readSourceToCheck(name, bytes, this.#sha256);
      if (read.ok) sources.push(read.value);
      else unread.push({ name, failure: read });
    }
    const reading = createReadingAnew(knowledge, this.#sha256);
    const total = this.#exports.reduce((sum, { claims }) => sum + (claims.ok ? claims.value.length : 0), 0);
    let before = 0;
    const verified: VerifiedExport[] = [];
    for (const { name, claims } of this.#exports) {
      if (!claims.ok) {
        verified.push({ name, failure: claims, unread });
        continue;
      }
      const { items, notices } = await verify(claims.value, sources, reading, (done) => {
        if (done % 50 === 0) tell(before + done, total);
      });
      before += items.length;
      const fallen = items.filter(({ finding }) => finding.state !== 'holds');
      verified.push({
        name,
        failure: null,
        unread,
        items: items.length,
        holds: items.length - fallen.length,
        said: items.filter(({ saidByPerson }) => saidByPerson).length,
        notices,
        fallen: fallen.slice(0, MOST_LISTED),
        more: Math.max(0, fallen.length - MOST_LISTED),
      });
    }
    return verified;
  }
}

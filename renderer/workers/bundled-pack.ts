import type { SourceHash } from '@shared/model/source.ts';
import { PACK_FORMAT, type Pack, type PackedSource } from '@shared/pack/pack.ts';

/** A source of the bundled corpus as the desk knows it before it is opened. */
export type BundledSource = Pick<PackedSource, 'sha256' | 'name' | 'size' | 'digest'>;

/** The bundled corpus as it was derived when the app was built. */
export interface BundledPack {
  readonly sources: readonly BundledSource[];
  /** What its rows were derived by; where that differs, they are derived again from their originals. */
  readonly madeBy: string;
  read(source: SourceHash): PackedSource | null;
}

const NO_PACK: BundledPack = { sources: [], madeBy: '', read: () => null };

/** The pack that was built beside the page; a pack of another format is left alone. */
export async function loadPack(address: string): Promise<BundledPack> {
  const response = await fetch(address);
  if (!response.ok) return NO_PACK;
  const pack: Pack = await response.json();
  if (pack.format !== PACK_FORMAT) return NO_PACK;
  const sources = new Map(pack.sources.map((source) => [source.sha256, source]));
  return {
    sources: pack.sources.map(({ sha256, name, size, digest }) => ({ sha256, name, size, digest })),
    madeBy: pack.madeBy,
    read: (source) => sources.get(source) ?? null,
  };
}

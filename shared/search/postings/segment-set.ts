import { type Failure, failure } from '@shared/contracts/results.ts';
import type { Folding } from '@shared/text/folding.ts';
import { Queue } from '@shared/work/queue.ts';
import type { IndexedDocument, SegmentStore } from '../search-index.ts';
import {
  EMPTY_MANIFEST,
  MANIFEST_KEY,
  type Manifest,
  readManifest,
  type SegmentEntry,
  segmentKey,
  writeManifest,
} from './manifest.ts';
import { mergeSegments } from './merge-segments.ts';
import { Segment } from './segment.ts';
import { SegmentBuilder } from './segment-builder.ts';

/** Pairs of term and document after which a segment is closed: about 27 million units of text. */
const LARGEST_BATCH = 16_000_000;
/** Segments of a tier before they become one of the next. */
const TIER_WIDTH = 8;
/** A segment is written anew when more than this share of its documents is gone. */
const MOST_REMOVED = 0.3;

/** A segment that is open: its views, and which of its documents are gone. */
export interface OpenSegment {
  readonly key: string;
  readonly segment: Segment;
  readonly removed: Set<number>;
}

/**
 * The segments of an index and the changes to them. A change has happened when the manifest that names its
 * segments is put; a crash before leaves the index as it was. Changes are made one after another.
 */
export class SegmentSet {
  /** What could not be read when the index was opened, one for each blob: its documents must be added again. */
  readonly damage: readonly Failure<'index-damaged'>[];
  private readonly store: SegmentStore;
  private manifest: Manifest;
  private open: readonly OpenSegment[];
  private readonly queue = new Queue();

  private constructor(
    store: SegmentStore,
    manifest: Manifest,
    open: readonly OpenSegment[],
    damage: readonly Failure<'index-damaged'>[],
  ) {
    this.store = store;
    this.manifest = manifest;
    this.open = open;
    this.damage = damage;
  }

  static async open(store: SegmentStore): Promise<SegmentSet> {
    const blob = await store.get(MANIFEST_KEY);
    const manifest = blob && readManifest(blob);
    if (!manifest) {
      const damage = blob ? [failure('index-damaged', { blob: MANIFEST_KEY })] : [];
      return new SegmentSet(store, EMPTY_MANIFEST, [], damage);
    }
    const open: OpenSegment[] = [];
    const damage: Failure<'index-damaged'>[] = [];
    for (const { key, documents, removed } of manifest.segments) {
      const bytes = await store.get(key);
      const segment = bytes && Segment.read(bytes);
      if (segment && segment.documents === documents) open.push({ key, segment, removed: new Set(removed) });
      else damage.push(failure('index-damaged', { blob: key, documents: documents - removed.length }));
    }
    return new SegmentSet(store, manifest, open, damage);
  }

  /** As they are now; a change puts new ones in their place and leaves these as they are. */
  get segments(): readonly OpenSegment[] {
    return this.open;
  }

  get documents(): number {
    return this.open.reduce((sum, { segment, removed }) => sum + segment.documents - removed.size, 0);
  }

  *ids(): Generator<string> {
    for (const { segment, removed } of this.open)
      for (let document = 0; document < segment.documents; document++)
        if (!removed.has(document)) yield segment.id(document);
  }

  add(documents: readonly IndexedDocument[], folding: Folding): Promise<void> {
    return this.change(async () => {
      // The last of two with one id is the one that counts.
      const latest = new Map(documents.map((document) => [document.id, document]));
      if (latest.size === 0) return;
      const open = this.without(latest.keys());
      let builder = new SegmentBuilder();
      let { next } = this.manifest;
      const close = async () => {
        if (builder.documents === 0) return;
        const added = await this.keep(segmentKey(next++), builder.finish());
        open.push(added);
        builder = new SegmentBuilder();
      };
      for (const { id, title, text } of latest.values()) {
        builder.add(id, folding.fold(title), folding.fold(text));
        if (builder.size >= LARGEST_BATCH) await close();
      }
      await close();
      await this.commit(await this.settle(open, next));
    });
  }

  remove(ids: Iterable<string>): Promise<void> {
    return this.change(async () => {
      const open = this.without(ids);
      if (open.every((entry, i) => entry === this.open[i])) return;
      await this.commit(await this.settle(open, this.manifest.next));
    });
  }

  /** Makes one segment of all, without what was removed. */
  compact(): Promise<void> {
    return this.change(async () => {
      if (this.open.length <= 1 && this.open.every(({ removed }) => removed.size === 0)) return;
      await this.commit(await this.merge([...this.open], this.open, this.manifest.next));
    });
  }

  /** Takes over what another page has changed since; cheap when nothing has. */
  refresh(): Promise<void> {
    return this.change(async () => {
      const blob = await this.store.get(MANIFEST_KEY);
      const manifest = blob && readManifest(blob);
      if (!manifest || manifest.generation === this.manifest.generation) return;
      const known = new Map(this.open.map((entry) => [entry.key, entry.segment]));
      const open: OpenSegment[] = [];
      for (const { key, removed } of manifest.segments) {
        const bytes = known.has(key) ? null : await this.store.get(key);
        const segment = known.get(key) ?? (bytes && Segment.read(bytes));
        if (segment) open.push({ key, segment, removed: new Set(removed) });
      }
      this.manifest = manifest;
      this.open = open;
    });
  }

  private change(make: () => Promise<void>): Promise<void> {
    return this.queue.run(make);
  }

  /** The open segments, those anew that lose a document. */
  private without(ids: Iterable<string>): OpenSegment[] {
    const wanted = [...ids];
    return this.open.map((entry) => {
      const lost = wanted
        .map((id) => entry.segment.findDocument(id))
        .filter((document) => document !== null && !entry.removed.has(document)) as number[];
      return lost.length > 0 ? { ...entry, removed: new Set([...entry.removed, ...lost]) } : entry;
    });
  }

  private async keep(key: string, blob: Uint8Array): Promise<OpenSegment> {
    await this.store.put(key, blob);
    const segment = Segment.read(blob);
    if (!segment) throw new Error(`segment ${key} cannot be read as it was written`);
    return { key, segment, removed: new Set() };
  }

  /** Merges tiers that are full, and segments that are mostly gone. */
  private async settle(
    segments: readonly OpenSegment[],
    from: number,
  ): Promise<{ open: OpenSegment[]; next: number }> {
    let open = [...segments];
    let next = from;
    for (;;) {
      const wasted = open.filter(({ segment, removed }) => removed.size > segment.documents * MOST_REMOVED);
      const due = wasted.length > 0 ? wasted : fullTier(open);
      if (!due) return { open, next };
      ({ open, next } = await this.merge(due, open, next));
    }
  }

  private async merge(
    due: readonly OpenSegment[],
    open: readonly OpenSegment[],
    next: number,
  ): Promise<{ open: OpenSegment[]; next: number }> {
    const parts = due.map(({ segment, removed }) => ({
      segment,
      isRemoved: (document: number) => removed.has(document),
    }));
    const left = open.filter((entry) => !due.includes(entry));
    if (due.every(({ segment, removed }) => removed.size === segment.documents)) return { open: left, next };
    const merged = await this.keep(segmentKey(next), mergeSegments(parts));
    // In the place of the first, so that older documents stay before newer ones.
    const at = open.indexOf(due[0] as OpenSegment);
    const before = open.slice(0, at).filter((entry) => left.includes(entry)).length;
    return { open: left.toSpliced(before, 0, merged), next: next + 1 };
  }

  private async commit({ open, next }: { open: readonly OpenSegment[]; next: number }): Promise<void> {
    const kept = new Set(open.map(({ key }) => key));
    // Segments that were written on the way and merged at once are among them.
    const written = Array.from({ length: next - this.manifest.next }, (_, i) =>
      segmentKey(this.manifest.next + i),
    );
    const obsolete = [...this.manifest.segments.map(({ key }) => key), ...written];
    const manifest: Manifest = {
      generation: this.manifest.generation + 1,
      next,
      segments: open.map(
        ({ key, segment, removed }): SegmentEntry => ({
          key,
          documents: segment.documents,
          removed: [...removed].sort((a, b) => a - b),
        }),
      ),
      obsolete: [...new Set([...this.manifest.obsolete, ...obsolete])].filter((key) => !kept.has(key)),
    };
    await this.store.put(MANIFEST_KEY, writeManifest(manifest));
    this.manifest = { ...manifest, obsolete: [] };
    this.open = open;
    for (const key of manifest.obsolete) await this.store.delete(key);
  }
}

/** The segments of the lowest tier that is full: sizes of a tier differ by less than its width. */
function fullTier(open: readonly OpenSegment[]): readonly OpenSegment[] | null {
  const tiers = new Map<number, OpenSegment[]>();
  for (const entry of open) {
    const size = Math.max(1, entry.segment.documents - entry.removed.size);
    const tier = Math.floor(Math.log(size) / Math.log(TIER_WIDTH));
    tiers.set(tier, [...(tiers.get(tier) ?? []), entry]);
  }
  for (const [, entries] of [...tiers].sort(([a], [b]) => a - b))
    if (entries.length >= TIER_WIDTH) return entries;
  return null;
}

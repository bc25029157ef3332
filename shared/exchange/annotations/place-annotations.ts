import { type AnchoredText, describeSpans } from '@shared/anchors/describe.ts';
import { resolveSelector } from '@shared/anchors/resolve.ts';
import type { Selector } from '@shared/anchors/selector.ts';
import { sourceSpan } from '@shared/model/offset.ts';
import type { ForeignAnnotation } from './read-annotations.ts';

export interface PlacedAnnotation {
  readonly annotation: ForeignAnnotation;
  readonly target: Selector;
}

export interface LooseAnnotation {
  readonly annotation: ForeignAnnotation;
  /**
   * `nowhere`: no source has the words; `several`: they stand in several places and nothing tells which; `short`:
   * they are too few to be looked for where no source is named.
   */
  readonly why: 'nowhere' | 'several' | 'short';
}

export interface PlacedAnnotations {
  readonly placed: readonly PlacedAnnotation[];
  readonly loose: readonly LooseAnnotation[];
}

/** Shorter words in a source that the annotation does not name are too common to be placed by themselves. */
const SHORTEST_UNNAMED = 4;

/**
 * Finds the words of annotations in sources: in the one that is named, else in all of them. Nothing is guessed:
 * words of other programs are placed only where they stand, blanks and line ends aside.
 */
export function placeAnnotations(
  annotations: readonly ForeignAnnotation[],
  sources: readonly AnchoredText[],
): PlacedAnnotations {
  const placed: PlacedAnnotation[] = [];
  const loose: LooseAnnotation[] = [];
  for (const annotation of annotations) {
    const named = sources.filter(({ source }) => source === annotation.source);
    const candidates = named.length > 0 ? named : sources;
    if (named.length === 0 && annotation.exact.length < SHORTEST_UNNAMED) {
      loose.push({ annotation, why: 'short' });
      continue;
    }
    const found = candidates.flatMap((source) => placeIn(annotation, source));
    const sure = found.filter((place) => place !== 'several');
    if (sure.length === 1 && sure[0] !== undefined) placed.push({ annotation, target: sure[0] });
    else loose.push({ annotation, why: found.length > 0 ? 'several' : 'nowhere' });
  }
  return { placed, loose };
}

/** One place in a source, `several` where the surroundings do not tell, nothing where the words are not there. */
function placeIn(annotation: ForeignAnnotation, anchored: AnchoredText): (Selector | 'several')[] {
  const exact = findWording(annotation.exact, anchored.text);
  if (exact === null) return [];
  const start = annotation.position?.start ?? 0;
  const resolved = resolveSelector(
    {
      source: anchored.source,
      // Another text's hash: its offsets count only where the surroundings agree.
      textHash: '',
      spans: [sourceSpan(start, start + exact.length)],
      quote: { exact, prefix: annotation.prefix, suffix: annotation.suffix },
    },
    anchored,
  );
  if (resolved.ok) return [describeSpans(resolved.value.spans, anchored)];
  return resolved.reason === 'anchor-ambiguous' ? ['several'] : [];
}

/** The words as the source wraps them; null where it does not have them. */
function findWording(exact: string, text: string): string | null {
  if (text.includes(exact)) return exact;
  const letters = [...exact.replace(/\s/g, '')].map((letter) =>
    letter.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&'),
  );
  if (letters.length < SHORTEST_UNNAMED) return null;
  return new RegExp(letters.join('\\s*')).exec(text)?.[0] ?? null;
}

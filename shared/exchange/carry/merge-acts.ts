import type { Act } from '@shared/journal/act.ts';
import { sourceOfCut } from '@shared/journal/fold.ts';
import { inOrder } from '@shared/journal/in-order.ts';

/** What both sides changed without knowing of each other; the later act stands, the earlier stays in the journal. */
export interface MergeConflict {
  /** The thing that both changed: `bookmark <id>`, `description <source> newspaper`, … */
  readonly about: string;
  readonly mine: Act;
  readonly theirs: Act;
  readonly stands: 'mine' | 'theirs';
}

export interface MergedActs {
  /** Acts to append, in the order in which they came. */
  readonly fresh: readonly Act[];
  readonly conflicts: readonly MergeConflict[];
  /** Acts of one id that differ between the sides; mine are kept. */
  readonly differing: readonly string[];
}

/** Their acts beside mine: by id, nothing dropped. Merging twice is merging once. */
export function mergeActs(mine: readonly Act[], theirs: readonly Act[]): MergedActs {
  const known = new Map(mine.map((act) => [act.id, act]));
  const given = new Set(theirs.map(({ id }) => id));
  const fresh: Act[] = [];
  const differing: string[] = [];
  for (const act of theirs) {
    const same = known.get(act.id);
    if (same === undefined) {
      known.set(act.id, act);
      fresh.push(act);
    } else if (JSON.stringify(same) !== JSON.stringify(act)) differing.push(act.id);
  }
  const place = new Map(inOrder([...mine, ...fresh]).map(({ id }, i) => [id, i]));
  const own = lastByTopic(mine.filter(({ id }) => !given.has(id)));
  const conflicts: MergeConflict[] = [];
  for (const [about, act] of lastByTopic(fresh)) {
    const other = own.get(about);
    if (other === undefined || JSON.stringify(other.deed) === JSON.stringify(act.deed)) continue;
    const isLater = (place.get(act.id) as number) > (place.get(other.id) as number);
    conflicts.push({ about, mine: other, theirs: act, stands: isLater ? 'theirs' : 'mine' });
  }
  return { fresh, conflicts, differing };
}

function lastByTopic(acts: readonly Act[]): Map<string, Act> {
  const last = new Map<string, Act>();
  for (const act of acts) for (const topic of topicsOf(act)) last.set(topic, act);
  return last;
}

/** The things that an act settles and that another act would settle otherwise. */
function topicsOf({ deed }: Act): string[] {
  switch (deed.type) {
    case 'source.add':
    case 'source.remove':
    case 'source.restore':
    case 'source.erase':
      return [`source ${deed.source}`];
    case 'source.describe':
      return Object.keys(deed.description).map((field) => `description ${deed.source} ${field}`);
    case 'source.tag':
      return [`tags ${deed.source}`];
    case 'fact.confirm':
    case 'fact.correct':
    case 'fact.reject':
    case 'fact.add': {
      const spans = deed.target.spans.map(({ start, end }) => `${start}-${end}`).join('+');
      return [`fact ${deed.target.source} ${spans} ${deed.kind}`];
    }
    case 'article.label': {
      const spans = deed.target.spans.map(({ start, end }) => `${start}-${end}`).join('+');
      return ['tags', 'mark']
        .filter((field) => field in deed)
        .map((field) => `${field} ${deed.target.source} ${spans}`);
    }
    case 'story.continue':
      return [deed.first, deed.second].map(
        ({ source, spans }, i) =>
          `story ${i} ${source} ${spans.map(({ start, end }) => `${start}-${end}`).join('+')}`,
      );
    case 'name.mark': {
      const spans = deed.target.spans.map(({ start, end }) => `${start}-${end}`).join('+');
      return [`name ${deed.target.source} ${spans}`];
    }
    case 'figures.join':
    case 'figures.part':
    case 'figures.settle': {
      const keys = deed.figures.map(({ target, kind }) => {
        const spans = target.spans.map(({ start, end }) => `${start}-${end}`).join('+');
        return `${target.source} ${spans} ${kind}`;
      });
      return [`${deed.type === 'figures.settle' ? 'settled' : 'paired'} ${keys.sort().join(' ')}`];
    }
    case 'word.keep':
    case 'word.forget':
      return [`word ${deed.word}`];
    case 'name.join':
      return [`name ${deed.nameType} ${deed.as}`];
    case 'name.split':
      return [`name ${deed.nameType} ${deed.from}`];
    case 'bookmark.add':
    case 'bookmark.edit':
    case 'bookmark.place':
    case 'bookmark.remove':
      return [`bookmark ${deed.bookmark}`];
    case 'search.save':
    case 'search.forget':
      return [`search ${deed.search}`];
    // Cuts of one page replay one after another, and one that no longer fits is listed there.
    case 'page.cut':
      return [`cuts ${sourceOfCut(deed.cut)}`];
    case 'doubt.settle':
    case 'undo':
      return [];
  }
}

import type { MergeConflict } from '@shared/exchange/carry/merge-acts.ts';
import type { Act } from '@shared/journal/act.ts';
import { nameOfDeed } from '../../ui/name-of-deed.ts';
import type { Messages } from '../../ui/read-messages.ts';

/** Names of sources by their hashes. */
export type SourceNames = ReadonlyMap<string, string>;

const ORIGINAL = /^originals\/([0-9a-f]{64})$/;

const PARTS: Readonly<Record<string, 'journal' | 'settings' | 'manifest' | 'archive'>> = {
  'journal.ndjson': 'journal',
  'settings.json': 'settings',
  'manifest.json': 'manifest',
  archive: 'archive',
};

/** A part of a library file that is not whole. */
export function sayDamaged(part: string, names: SourceNames, { say }: Messages): string {
  const hash = ORIGINAL.exec(part)?.[1];
  if (hash !== undefined)
    return say('export.carry.part.original', { name: names.get(hash) ?? hash.slice(0, 12) });
  const known = PARTS[part];
  return known === undefined ? part : say(`export.carry.part.${known}`);
}

/** The words or the name of the thing that an act is about. */
function subjectOf({ deed }: Act, names: SourceNames): string {
  if ('target' in deed) return `“${deed.target.quote.exact}”`;
  if ('source' in deed) return names.get(deed.source) ?? '';
  if ('word' in deed) return `“${deed.word}”`;
  if ('forms' in deed) return deed.as;
  return 'from' in deed ? deed.from : '';
}

/** What both sides did to one thing, and whose stands. */
export function sayConflict(
  { mine, theirs, stands }: MergeConflict,
  names: SourceNames,
  messages: Messages,
): string {
  const { say } = messages;
  return say(stands === 'mine' ? 'export.carry.mineStands' : 'export.carry.theirsStands', {
    subject: subjectOf(mine, names) || subjectOf(theirs, names),
    mine: nameOfDeed(mine.deed, messages),
    theirs: nameOfDeed(theirs.deed, messages),
  });
}

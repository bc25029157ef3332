import { NAME_TYPES } from '@shared/model/name.ts';
import type { Command } from '../../commands/command.ts';
import type { Desk } from '../../state/desk.ts';
import { lentId } from '../../state/offers.ts';
import { nameOfPageOf, type ShelfRow } from '../../state/shelf.ts';
import type { MessageKey, Messages } from '../../ui/read-messages.ts';
import type { Offer, OfferedKind } from '../../workers/search-calls.ts';

/** What the palette finds. */
export const PALETTE_KINDS: readonly OfferedKind[] = ['command', 'article', ...NAME_TYPES];

export interface PaletteEntry {
  readonly id: string;
  readonly label: string;
  readonly note: string;
  readonly shortcut: string | null;
  /** Its words come from an article. */
  readonly isChinese: boolean;
  readonly run: (desk: Desk) => unknown;
}

export interface PaletteGroup {
  readonly id: string;
  /** Empty where all there is are commands. */
  readonly title: string;
  readonly entries: readonly PaletteEntry[];
}

/**
 * @param commands those that can be done now.
 * @param offers what answers the words typed; null lists all commands.
 * @param rows of the shelf, which knows what a page is called.
 */
export function listEntries(
  commands: readonly Command[],
  offers: readonly Offer[] | null,
  rows: readonly ShelfRow[],
  { say }: Pick<Messages, 'say'>,
): PaletteGroup[] {
  const ofCommand = ({ id, group, shortcut, run }: Command): PaletteEntry => ({
    id: `command:${id}`,
    label: say(`commands.${id}` as MessageKey),
    note: say(`commands.group.${group}`),
    shortcut,
    isChinese: false,
    run,
  });
  if (offers === null) return [{ id: 'commands', title: '', entries: commands.map(ofCommand) }];
  const entriesOf = (is: (offer: Offer) => boolean): PaletteEntry[] =>
    offers.filter(is).flatMap((offer): PaletteEntry[] => {
      if (offer.kind === 'article') return [ofArticle(offer, rows)];
      if (offer.kind === 'command') {
        const command = commands.find(({ id }) => id === lentId(offer));
        return command ? [ofCommand(command)] : [];
      }
      return 'articles' in offer ? [ofName(offer, say)] : [];
    });
  const groups = [
    { id: 'commands', title: say('desk.palette'), entries: entriesOf(({ kind }) => kind === 'command') },
    {
      id: 'articles',
      title: say('search.group.articles'),
      entries: entriesOf(({ kind }) => kind === 'article'),
    },
    { id: 'names', title: say('search.group.names'), entries: entriesOf((offer) => 'articles' in offer) },
  ];
  return groups.filter(({ entries }) => entries.length > 0);
}

const ofArticle = (offer: Extract<Offer, { kind: 'article' }>, rows: readonly ShelfRow[]): PaletteEntry => ({
  id: `article:${offer.article}`,
  label: offer.text,
  note: nameOfPageOf(rows, offer),
  shortcut: null,
  isChinese: true,
  run: ({ reader }) => reader.getState().open(offer.article),
});

const ofName = (
  { kind, text, articles }: Extract<Offer, { articles: number }>,
  say: Messages['say'],
): PaletteEntry => ({
  id: `name:${kind}:${text}`,
  label: text,
  note: `${say(`facts.name.${kind}`)} · ${say('search.inArticles', { articles })}`,
  shortcut: null,
  isChinese: true,
  run: ({ settings }) => settings.getState().goTo({ room: 'names', name: `${kind}:${text}` }),
});

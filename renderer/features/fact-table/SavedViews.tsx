import { CLAIM_FACETS } from '@shared/search/claims/claim-view.ts';
import type { Claims } from '../../state/claims.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import type { Messages } from '../../ui/read-messages.ts';
import { sayFacetValue } from './table-columns.tsx';

/** Views that are kept; for one more another is deleted first. */
const MOST_VIEWS = 20;
const SAVE = 'save';

/** The table as it stands is saved, and brought back or forgotten later. */
export function SavedViews() {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const views = useDeskState('settings', (settings) => settings.tableViews);
  const change = (tableViews: typeof views): void => desk.settings.getState().change({ tableViews });
  const save = (): void => {
    const { scope, query, chosen, order, groupBy } = desk.claims.getState();
    const name = nameOf(desk.claims.getState(), messages);
    const others = views.filter((view) => view.name !== name);
    change([{ name, scope, query, chosen, order, groupBy }, ...others]);
  };
  const isFull = views.length >= MOST_VIEWS;
  const open = (name: string): void => {
    const view = views.find((one) => one.name === name);
    if (view) desk.claims.getState().restore(view);
  };
  return (
    <MenuButton
      icon="bookmark"
      label={say('table.views')}
      choices={[
        {
          id: SAVE,
          label: say(isFull ? 'table.viewsFull' : 'table.saveView', { count: MOST_VIEWS }),
          isDisabled: isFull,
        },
        ...views.map(({ name }) => ({ id: `open:${name}`, label: name })),
        ...views.map(({ name }) => ({ id: `forget:${name}`, label: say('table.forgetView', { name }) })),
      ]}
      onChoose={(id) => {
        if (id === SAVE) save();
        else if (id.startsWith('open:')) open(id.slice('open:'.length));
        else change(views.filter(({ name }) => `forget:${name}` !== id));
      }}
    />
  );
}

/** What a view shows, in words. */
function nameOf({ scope, query, chosen, order, groupBy }: Claims, messages: Messages): string {
  const { say } = messages;
  return (
    [
      ...(scope === 'library' ? [] : [say(`table.scope.${scope}`)]),
      ...(query.trim() === '' ? [] : [query.trim()]),
      ...CLAIM_FACETS.flatMap((facet) =>
        (chosen[facet] ?? []).map((value) => sayFacetValue(facet, value, messages)),
      ),
      ...(order ? [say('table.sortBy', { by: say(`table.column.${order.by}`) })] : []),
      ...(groupBy ? [say('table.groups', { by: say(`table.column.${groupBy}`) })] : []),
    ].join(' · ') || say('table.scope.library')
  );
}

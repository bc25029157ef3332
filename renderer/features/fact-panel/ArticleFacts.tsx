import type { LibraryState } from '@shared/journal/state.ts';
import { useMemo } from 'react';
import { runCommand } from '../../commands/commands.ts';
import type { NameItem } from '../../state/article-view.ts';
import { formOf } from '../../state/names.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { sayTime } from '../../ui/value-words.ts';
import { FactPanel } from './FactPanel.tsx';
import { FollowingFacts } from './FollowingFacts.tsx';
import type { FactActions } from './fact-actions.ts';
import { PublicationLine } from './PublicationLine.tsx';
import { rememberLast } from './remember-last.ts';

/** The panel over the article that the desk has open. */
export function ArticleFacts() {
  const messages = useMessages();
  const desk = useDesk();
  const view = useDeskState('reader', (reader) => reader.view);
  const source = useDeskState('reader', (reader) => reader.source);
  const focus = useDeskState('focus', (state) => state);
  const state = useDeskState('session', (session) => session.state);
  const unwritten = useDeskState('session', (session) => session.unwritten);
  const gatherUnder = gathererOf(state.joinedNames, state.splitNames);
  const published = source?.record.publishedOn.value ?? null;
  const { pin } = focus;
  const actions = useMemo<FactActions>(
    () => ({
      confirm: (item) => view && desk.trusting.confirm(view, item),
      reject: (item) =>
        view && (item.type === 'name' ? desk.naming.reject(view, item) : desk.trusting.reject(view, item)),
      confirmShown: () => {
        runCommand(desk, 'confirmShown');
      },
      correct: (item) => {
        pin(item.id, 'panel');
        runCommand(desk, 'correctFact');
      },
      cite: (item) => {
        desk.reader.getState().select([]);
        pin(item.id, 'panel');
        runCommand(desk, 'copyQuotation');
      },
      copy: desk.copy,
      takeBack: (act) => desk.deeds.undoAct(act),
      openName: ({ name }) =>
        desk.settings.getState().goTo({ room: 'names', name: `${name.type}:${formOf(name, state)}` }),
    }),
    [view, desk, pin, state],
  );
  return (
    <FactPanel
      view={view}
      focus={focus}
      formOf={gatherUnder}
      attribution={
        published === null
          ? messages.say('facts.claims')
          : messages.say('facts.claimedBy', { date: sayTime(published, messages) })
      }
      takenAway={view ? (source?.takenAway ?? []).filter(({ fact }) => fact.article === view.article.id) : []}
      rejectedNames={
        view ? (source?.rejectedNames ?? []).filter(({ name }) => name.article === view.article.id) : []
      }
      unwritten={unwritten}
      publication={view && source && <PublicationLine view={view} source={source} />}
      following={<FollowingFacts />}
      actions={actions}
    />
  );
}

/** The form that each mention is gathered under; the same function as long as no names are joined or split. */
const gathererOf = rememberLast(
  (joinedNames: LibraryState['joinedNames'], splitNames: LibraryState['splitNames']) =>
    ({ name }: NameItem) =>
      formOf(name, { joinedNames, splitNames }),
);

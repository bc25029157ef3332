import type { Fact } from '@shared/model/fact.ts';
import { joinLines } from '@shared/text/unseen.ts';
import { useState } from 'react';
import { describeWords } from '../../state/reader.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { type FactDraft, FactForm } from './FactForm.tsx';

/** The form for the facts in hand: of the table, or the pinned one, or a new one on the selected words. */
export function FactFormSurface() {
  const isTable = useDeskState('settings', ({ place }) => place.room === 'facts');
  return isTable ? <TableFactForm /> : <ArticleFactForm />;
}

/** Says the same of all facts of the table that are chosen: what is changed in the form, and nothing else. */
function TableFactForm() {
  const { say } = useMessages();
  const desk = useDesk();
  const [rows] = useState(() => desk.claims.getState().inHand());
  const [first] = rows;
  if (!first) return null;
  return (
    <FactForm
      title={rows.length === 1 ? say('facts.editTitle') : say('table.correctMany', { count: rows.length })}
      isNew={false}
      draft={draftOf(first.fact)}
      onClose={() => desk.surfaces.getState().hide()}
      onSave={async (_, correction) => {
        const done = await desk.judging.correct(rows, correction);
        if (done) desk.claims.getState().unmark();
        return done;
      }}
    />
  );
}

const draftOf = (fact: Fact): FactDraft => ({
  words: fact.text,
  kind: fact.kind,
  value: fact.value,
  valueMax: fact.valueMax ?? null,
  unit: fact.unit,
  bound: fact.bound,
  measure: fact.measure?.text ?? null,
  when: fact.when,
});

function ArticleFactForm() {
  const { say } = useMessages();
  const desk = useDesk();
  const open = useDeskState('surfaces', (surfaces) => surfaces.open);
  // The fields of the form take the keyboard, and with it the selection: what it was is kept.
  const [{ view, selection }] = useState(() => desk.reader.getState());
  const [{ pinned }] = useState(() => desk.focus.getState());
  const hide = () => desk.surfaces.getState().hide();
  if (!view) return null;

  const words = joinLines(selection.map(({ start, end }) => view.sourceText.slice(start, end)).join(''));

  if (open === 'fact-form') {
    const item = view.itemById.get(pinned ?? '');
    if (item?.type !== 'fact') return null;
    const { fact } = item;
    return (
      <FactForm
        key={fact.id}
        title={say('facts.editTitle')}
        isNew={false}
        draft={draftOf(fact)}
        onClose={hide}
        selected={selection.length > 0 && words !== fact.text ? words : null}
        onSave={(_, correction, moves) =>
          desk.trusting.correct(view, item, {
            ...correction,
            ...(moves ? { span: describeWords(view, selection) } : {}),
          })
        }
      />
    );
  }
  if (open !== 'new-fact-form' || selection.length === 0) return null;
  return (
    <FactForm
      title={say('facts.addTitle')}
      isNew
      draft={{
        words,
        kind: 'quantity',
        value: Number.parseFloat(words.replace(/^\D+/, '')) || null,
        valueMax: null,
        unit: null,
        bound: 'exact',
        measure: null,
        when: null,
      }}
      onClose={hide}
      onSave={(kind, correction) => desk.trusting.add(view, selection, kind, correction)}
    />
  );
}

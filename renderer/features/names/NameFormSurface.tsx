import { joinLines } from '@shared/text/unseen.ts';
import { useState } from 'react';
import { formOf } from '../../state/names.ts';
import type { NameSaying } from '../../state/naming.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { NameForm, type NameScope } from './NameForm.tsx';

/** The form for the pinned name, or for a new one on the selected words. */
export function NameFormSurface() {
  const { say } = useMessages();
  const desk = useDesk();
  const open = useDeskState('surfaces', (surfaces) => surfaces.open);
  // The fields of the form take the keyboard, and with it the selection: what it was is kept.
  const [{ view, selection }] = useState(() => desk.reader.getState());
  const [{ pinned }] = useState(() => desk.focus.getState());
  const [{ state }] = useState(() => desk.session.getState());
  const hide = () => desk.surfaces.getState().hide();
  if (!view) return null;

  if (open === 'name-form') {
    const item = pinned === null ? undefined : view.itemById.get(pinned);
    if (item?.type !== 'name') return null;
    const { name } = item;
    const form = formOf(name, state);
    // The forms that the article prints of the one name.
    const forms = view.items.flatMap((other) =>
      other.type === 'name' && other.name.type === name.type && formOf(other.name, state) === form
        ? [other.name.text]
        : [],
    );
    const save = (is: NameSaying, scope: NameScope) =>
      scope === 'here'
        ? desk.naming.correct(view, item, is)
        : desk.naming.everywhere({ forms: [...new Set(forms)], was: { type: name.type, form }, is });
    return (
      <NameForm
        title={say('names.correctTitle', { name: form })}
        words={name.text}
        draft={{ type: name.type, form }}
        onClose={hide}
        onSave={save}
      />
    );
  }

  const words = joinLines(
    selection.map(({ start, end }) => view.sourceText.slice(start, end)).join(''),
  ).trim();
  if (words === '') return null;
  return (
    <NameForm
      title={say('names.addTitle')}
      words={words}
      draft={{ type: 'person', form: words }}
      isNew
      onClose={hide}
      onSave={(is, scope) =>
        scope === 'here'
          ? desk.naming.add(view, selection, words, is)
          : desk.naming.everywhere({ forms: [words], was: { type: null, form: words }, is })
      }
    />
  );
}

import { owned } from '../../state/owned.ts';
import { useDesk } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import { LIST_FORMS, type ListName } from '../../workers/lists-calls.ts';

/** Hands a list on as a file. */
export function WriteOut({ list }: { readonly list: ListName }) {
  const { say } = useMessages();
  const desk = useDesk();
  return (
    <MenuButton
      icon="export"
      label={say('desk.export')}
      choices={LIST_FORMS.map((id) => ({ id, label: say(`export.form.${id}`) }))}
      onChoose={(form) => owned(desk.log, desk.hitLists.getState().write(list, form))}
    />
  );
}

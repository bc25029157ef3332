import { BOOKMARK_COLOURS } from '@shared/journal/act.ts';
import { colourOf } from '@shared/journal/state.ts';
import { joinLines } from '@shared/text/unseen.ts';
import { useState } from 'react';
import type { PlacedBookmark } from '../../state/bookmarks.ts';
import { listTags } from '../../state/export-scopes.ts';
import { describeWords } from '../../state/reader.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Segmented, TextField } from '../../ui/Field.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Note } from '../../ui/Note.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { hasMarks } from '../../ui/read-note.ts';
import { readTags, TagField } from '../../ui/TagField.tsx';
import { useSave } from '../../ui/use-save.ts';
import styles from './bookmarks.module.css';

export interface BookmarkFormProps {
  /** Null: a new bookmark on what is selected in the reader. */
  readonly placed: PlacedBookmark | null;
  readonly onClose: () => void;
}

export function BookmarkForm({ placed, onClose }: BookmarkFormProps) {
  const { say } = useMessages();
  const desk = useDesk();
  // The fields below take the keyboard, and with it the selection: what it was is kept.
  const [{ view, selection }] = useState(() => desk.reader.getState());
  const [note, setNote] = useState(placed?.bookmark.note ?? '');
  const [tags, setTags] = useState(placed?.bookmark.tags.join(' ') ?? '');
  const [colour, setColour] = useState(colourOf(placed?.bookmark ?? {}));
  const [known] = useState(() => listTags(desk));
  const words =
    placed?.words ??
    joinLines(selection.map(({ start, end }) => view?.sourceText.slice(start, end) ?? '').join(''));

  const { isSaving, save } = useSave(onClose);
  const isUnsaved =
    note !== (placed?.bookmark.note ?? '') ||
    tags !== (placed?.bookmark.tags.join(' ') ?? '') ||
    colour !== colourOf(placed?.bookmark ?? {});

  async function write(): Promise<boolean> {
    const { add, edit } = desk.bookmarks.getState();
    const isChosen = colour !== colourOf(placed?.bookmark ?? {});
    const said = { note: note.trim(), tags: readTags(tags), ...(isChosen ? { colour } : {}) };
    if (placed) return await edit(placed.bookmark.id, said);
    return view !== null && (await add(describeWords(view, selection), said)) !== null;
  }

  return (
    <Dialog
      title={say(placed ? 'bookmarks.edit' : 'bookmarks.add')}
      size="small"
      isOpen
      isUnsaved={isUnsaved}
      onClose={onClose}
    >
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          save(write);
        }}
      >
        <blockquote className={styles.quoted} lang="zh-CN">
          {words}
        </blockquote>
        <TextField
          label={say('bookmarks.note')}
          placeholder={say('bookmarks.noteHint')}
          hint={say('bookmarks.noteMarks')}
          value={note}
          onChange={setNote}
          lines={3}
          autoFocus
        />
        {hasMarks(note) && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached from the keyboard
          <section className={styles.preview} aria-label={say('bookmarks.preview')} tabIndex={0}>
            <Note note={note} />
          </section>
        )}
        <TagField
          label={say('bookmarks.tags')}
          hint={say('bookmarks.tagsHint')}
          value={tags}
          onChange={setTags}
          known={known}
        />
        <Segmented
          label={say('bookmarks.colour')}
          value={colour}
          choices={BOOKMARK_COLOURS.map((id) => ({ id, label: say(`bookmarks.colour.${id}`), swatch: id }))}
          onChange={setColour}
        />
        <FormFoot onCancel={onClose} isSaving={isSaving} />
      </form>
    </Dialog>
  );
}

import { NAME_TYPES, type NameType } from '@shared/model/name.ts';
import { useState } from 'react';
import { owned } from '../../state/owned.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { Select, TextField } from '../../ui/Field.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import styles from './names.module.css';

/** The person's own list of names, which is read before all else: what it holds, and more of it. */
export function OwnWords({ onClose }: { readonly onClose: () => void }) {
  const { say } = useMessages();
  const desk = useDesk();
  const words = useDeskState('session', ({ state }) => state.ownWords);
  const [typed, setTyped] = useState('');
  const [type, setType] = useState<NameType | 'none'>('person');
  const { isSaving, save } = useSave(() => setTyped(''));
  const fresh = [...new Set(typed.split('\n').map((word) => word.trim()))].filter(Boolean);
  const labelOf = (id: NameType | 'none'): string =>
    say(id === 'none' ? 'names.notName' : `facts.name.${id}`);
  return (
    <Dialog title={say('names.words')} isOpen isUnsaved={fresh.length > 0} onClose={onClose}>
      <form
        className={styles.nameForm}
        onSubmit={(event) => {
          event.preventDefault();
          if (fresh.length > 0) save(() => desk.naming.keepWords(fresh, type === 'none' ? null : type));
        }}
      >
        <p className={styles.hint}>{say('names.wordsWhy')}</p>
        <TextField label={say('names.wordsAdd')} value={typed} onChange={setTyped} lines={3} autoFocus />
        <div className={styles.wordsType}>
          <Select
            label={say('names.type')}
            value={type}
            choices={([...NAME_TYPES, 'none'] as const).map((id) => ({ id, label: labelOf(id) }))}
            onChange={setType}
          />
          <Button look="accent" type="submit" isDisabled={fresh.length === 0} isBusy={isSaving}>
            {say('names.add')}
          </Button>
        </div>
      </form>
      {words.length === 0 ? (
        <p className={styles.none}>{say('names.wordsNone')}</p>
      ) : (
        <LongList
          className={styles.words}
          rows={words.toReversed()}
          keyOf={({ word }) => word}
          guess={() => 38}
          propsOf={() => ({ className: styles.word ?? '' })}
        >
          {({ word, type: kind }) => (
            <>
              <span lang="zh-CN">{word}</span>
              <small>{labelOf(kind ?? 'none')}</small>
              <IconButton
                icon="close"
                isSmall
                label={say('names.wordsForget', { word })}
                onPress={() => owned(desk.log, desk.naming.forgetWord(word))}
              />
            </>
          )}
        </LongList>
      )}
    </Dialog>
  );
}

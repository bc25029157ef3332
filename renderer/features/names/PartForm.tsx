import { useEffect, useMemo, useState } from 'react';
import { owned } from '../../state/owned.ts';
import { nameOfPage, rowsById } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { TextField } from '../../ui/Field.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import type { NamePage } from '../../workers/names-calls.ts';
import styles from './names.module.css';

/** Pixels of an article with its particulars, until it is measured. */
const ROW_HEIGHT = 58;

export interface PartFormProps {
  readonly page: NamePage;
  readonly onClose: () => void;
}

/** Two of one name: the person says in which articles it is the other, and what that one goes by. */
export function PartForm({ page, onClose }: PartFormProps) {
  const { say } = useMessages();
  const desk = useDesk();
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const lines = useDeskState('names', (names) => names.lines);
  const { isSaving, save } = useSave(onClose);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<string | null>(null);
  const [telling, setTelling] = useState<string | null>(null);
  // Articles are the last of a name's lines.
  const before = page.figures + page.quotes;
  const places = useMemo(() => Array.from({ length: page.articles }, (_, i) => before + i), [page, before]);
  useEffect(() => {
    let isCurrent = true;
    const words = desk.names.getState().telling(page.id, [...chosen]);
    owned(
      desk.log,
      words.then((word) => isCurrent && setTelling(word)),
    );
    return () => {
      isCurrent = false;
    };
  }, [desk, page, chosen]);
  const form = (typed ?? (telling === null ? '' : `${page.form}（${telling}）`)).trim();
  const isPart = chosen.size > 0 && chosen.size < page.articles && form !== '' && form !== page.form;

  const choose = (article: string): void => {
    const next = new Set(chosen);
    if (!next.delete(article)) next.add(article);
    setChosen(next);
  };
  async function part(): Promise<boolean> {
    const mentions = await desk.names.getState().mentions(page.id, [...chosen]);
    return await desk.naming.part(mentions, form);
  }
  return (
    <Dialog
      title={say('names.partTitle', { name: page.form })}
      isOpen
      isUnsaved={chosen.size > 0}
      onClose={onClose}
    >
      <form
        className={styles.parting}
        onSubmit={(event) => {
          event.preventDefault();
          if (!isPart) return;
          save(part);
        }}
      >
        <p>{say('names.partWhy')}</p>
        <LongList
          className={styles.parted}
          rows={places}
          keyOf={String}
          guess={() => ROW_HEIGHT}
          onSight={(from, to) => desk.names.getState().needLines(before + from, before + to)}
        >
          {(place) => {
            const line = lines.get(place);
            if (line?.type !== 'article') return <span className={styles.partedRow} />;
            const { article, telling } = line;
            const row = rowsById(rows).get(article);
            const particulars = [...telling, row ? nameOfPage(row) : '', row?.published.value ?? ''];
            return (
              <button
                type="button"
                className={styles.partedRow}
                aria-pressed={chosen.has(article)}
                onClick={() => choose(article)}
              >
                <span lang="zh-CN">{row?.title ?? ''}</span>
                <small lang="zh-CN">{particulars.filter(Boolean).join(' · ')}</small>
              </button>
            );
          }}
        </LongList>
        <TextField
          label={say('names.partAs')}
          value={typed ?? form}
          onChange={setTyped}
          hint={say('names.partHint')}
        />
        <FormFoot onCancel={onClose} isDisabled={!isPart} isSaving={isSaving} label={say('names.partSave')} />
      </form>
    </Dialog>
  );
}

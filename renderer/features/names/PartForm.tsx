import { useMemo, useState } from 'react';
import type { NameContext, NamePage } from '../../state/names.ts';
import { nameOfPage, rowsById } from '../../state/shelf.ts';
import { groupBy } from '../../state/sorted.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { TextField } from '../../ui/Field.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import styles from './names.module.css';

/** Places of an article that help to tell who is meant. */
const PLACES_SHOWN = 3;

export interface PartFormProps {
  readonly page: NamePage;
  readonly context: NameContext | null;
  readonly onClose: () => void;
}

/** Two of one name: the person says in which articles it is the other, and what that one goes by. */
export function PartForm({ page, context, onClose }: PartFormProps) {
  const { say } = useMessages();
  const desk = useDesk();
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const { isSaving, save } = useSave(onClose);
  const [chosen, setChosen] = useState<ReadonlySet<string>>(new Set());
  const [typed, setTyped] = useState<string | null>(null);
  /** What tells who is meant, by article. */
  const tellingOf = useMemo(() => {
    const articles = groupBy(page.mentions, ({ article }) => article);
    return new Map(
      [...articles].map(([article, mentions]) => {
        const posts = mentions.flatMap(({ name }) => name.role ?? []);
        const places = (context?.places[article] ?? []).slice(0, PLACES_SHOWN);
        return [article, [...new Set([...posts, ...places])]] as const;
      }),
    );
  }, [page, context]);
  const [ofOther, ofThis] = [true, false].map((is) =>
    [...tellingOf].flatMap(([article, words]) => (chosen.has(article) === is ? words : [])),
  );
  // What is said of both tells nobody apart.
  const telling = ofOther?.find((word) => !ofThis?.includes(word)) ?? ofOther?.[0];
  const form = (typed ?? (telling === undefined ? '' : `${page.form}（${telling}）`)).trim();
  const isPart = chosen.size > 0 && chosen.size < tellingOf.size && form !== '' && form !== page.form;

  const choose = (article: string): void => {
    const next = new Set(chosen);
    if (!next.delete(article)) next.add(article);
    setChosen(next);
  };
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
          const mentions = page.mentions.filter(({ article }) => chosen.has(article));
          save(() => desk.naming.part(mentions, form));
        }}
      >
        <p>{say('names.partWhy')}</p>
        <ul>
          {[...tellingOf].map(([article, words]) => {
            const row = rowsById(rows).get(article);
            const particulars = [...words, row ? nameOfPage(row) : '', row?.published.value ?? ''];
            return (
              <li key={article}>
                <button type="button" aria-pressed={chosen.has(article)} onClick={() => choose(article)}>
                  <span lang="zh-CN">{row?.title ?? ''}</span>
                  <small lang="zh-CN">{particulars.filter(Boolean).join(' · ')}</small>
                </button>
              </li>
            );
          })}
        </ul>
        <TextField
          label={say('names.partAs')}
          value={typed ?? form}
          onChange={setTyped}
          hint={say('names.partHint')}
        />
        <FormFoot onCancel={onClose} isDisabled={isSaving || !isPart} label={say('names.partSave')} />
      </form>
    </Dialog>
  );
}

import type { DescriptionChange } from '@shared/journal/act.ts';
import type { SourceHash } from '@shared/model/source.ts';
import { guessNamePattern, type NamedPage, readNamePattern } from '@shared/text/file-name-pattern.ts';
import { useState } from 'react';
import type { ImportEntry } from '../../library/import-queue.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { TextField } from '../../ui/Field.tsx';
import { FormFoot } from '../../ui/FormFoot.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { Dialog } from '../../ui/Overlay.tsx';
import { useSave } from '../../ui/use-save.ts';
import styles from './describe-by-names.module.css';

/** Rows that are shown; every page that fits is described. */
const SHOWN = 100;

interface Named {
  readonly source: SourceHash;
  readonly path: string;
  readonly page: NamedPage | null;
}

/** Newspaper, date, page and title of many pages from their file names, seen before they are kept. */
export function DescribeByNames({
  entries,
  onClose,
}: {
  readonly entries: readonly ImportEntry[];
  readonly onClose: () => void;
}) {
  const { say } = useMessages();
  const desk = useDesk();
  const descriptions = useDeskState('session', ({ state }) => state.descriptions);
  const imported = onePerSource(entries);
  const [pattern, setPattern] = useState(
    () => guessNamePattern(imported.map(({ path }) => path)) ?? '{paper}-{date}-{page}',
  );
  const { isSaving, save } = useSave(onClose);
  const known = readNamePattern(pattern.trim());
  const named = imported.map(
    ({ source, path }): Named => ({ source, path, page: known?.read(path) ?? null }),
  );
  const fitting = named.filter(({ page }) => page !== null);
  const deeds = fitting.flatMap(({ source, page }) => {
    const description = changeOf(page ?? {}, descriptions.get(source) ?? {});
    return Object.keys(description).length === 0
      ? []
      : [{ type: 'source.describe' as const, source, description }];
  });
  return (
    <Dialog title={say('import.describeTitle')} isOpen onClose={onClose}>
      <form
        className={styles.form}
        onSubmit={(event) => {
          event.preventDefault();
          if (deeds.length > 0) save(() => desk.deeds.perform(...deeds));
        }}
      >
        <TextField
          label={say('import.pattern')}
          value={pattern}
          onChange={setPattern}
          hint={say('import.patternHint')}
          error={known === null ? say('import.patternBad') : null}
          autoFocus
        />
        <p className={styles.fits} role="status">
          {say('import.patternFits', { fits: fitting.length, all: named.length })}
        </p>
        <Preview named={named} />
        <FormFoot
          onCancel={onClose}
          isDisabled={deeds.length === 0}
          isSaving={isSaving}
          label={say('import.describeKeep', { count: deeds.length })}
        />
      </form>
    </Dialog>
  );
}

function Preview({ named }: { readonly named: readonly Named[] }) {
  const { say } = useMessages();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached from the keyboard
    <section className={styles.preview} tabIndex={0} aria-label={say('import.describeTitle')}>
      <table>
        <thead>
          <tr>
            <th scope="col">{say('import.column.name')}</th>
            <th scope="col">{say('import.column.paper')}</th>
            <th scope="col">{say('import.column.date')}</th>
            <th scope="col">{say('import.column.page')}</th>
            <th scope="col">{say('import.column.title')}</th>
          </tr>
        </thead>
        <tbody>
          {named.slice(0, SHOWN).map(({ source, path, page }) => (
            <tr key={source}>
              <th scope="row">{path}</th>
              {page === null ? (
                <td colSpan={4} className={styles.none}>
                  {say('import.patternNone')}
                </td>
              ) : (
                <>
                  <td>{page.newspaper}</td>
                  <td>{page.publishedOn}</td>
                  <td>{page.edition}</td>
                  <td>{page.pageTitle}</td>
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
      {named.length > SHOWN && <p>{say('import.showMore', { count: named.length - SHOWN })}</p>}
    </section>
  );
}

/** The first name of each page that came in. */
function onePerSource(entries: readonly ImportEntry[]): { source: SourceHash; path: string }[] {
  const seen = new Map<SourceHash, string>();
  for (const { source, path, step } of entries)
    if (source !== null && (step === 'done' || step === 'known' || step === 'unread') && !seen.has(source))
      seen.set(source, path);
  return [...seen].map(([source, path]) => ({ source, path }));
}

/** What is to be written so that a page is described as its name says; empty when it is so already. */
function changeOf(page: NamedPage, given: NamedPage): DescriptionChange {
  return Object.fromEntries(
    Object.entries(page).filter(([key, value]) => given[key as keyof NamedPage] !== value),
  );
}

import type { SourceOffset, Span } from '@shared/model/offset.ts';
import { type ReactNode, useMemo, useState } from 'react';
import type { NameSaying } from '../../state/naming.ts';
import { owned } from '../../state/owned.ts';
import { rowsById } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { LongList } from '../../ui/LongList.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import type { Messages } from '../../ui/read-messages.ts';
import { sayValue } from '../../ui/value-words.ts';
import type { NameLine, NamePage as Page } from '../../workers/names-calls.ts';
import { JoinForm } from './JoinForm.tsx';
import { NameForm } from './NameForm.tsx';
import styles from './names.module.css';
import { PartForm } from './PartForm.tsx';

/** Pixels of a line, until it is measured. */
const LINE_HEIGHT = 31;

/** A heading, or the place of a line. */
type PageRow = { readonly heading: 'names.figures' | 'names.quotes' | 'names.mentions' } | number;

/** One name across the library: its forms, posts, programmes, figures, words and mentions. */
export function NamePage({ page, onBack }: { readonly page: Page; readonly onBack: () => void }) {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const shelf = useDeskState('shelf', (shelf) => shelf.rows);
  const lines = useDeskState('names', (names) => names.lines);
  const isUnwritten = useDeskState('session', ({ unwritten }) => unwritten.names.has(page.id));
  const [form, setForm] = useState<'join' | 'part' | 'correct' | null>(null);
  const rows = useMemo(() => rowsOf(page), [page]);
  const close = () => setForm(null);

  async function correct({ type, form }: NameSaying): Promise<boolean> {
    const forms = [...new Set([...page.forms, page.form])];
    const isDone = await desk.naming.everywhere({ forms, was: page, is: { type, form } });
    if (isDone) desk.settings.getState().goTo({ name: type === null ? null : `${type}:${form}` });
    return isDone;
  }
  const open = (article: string, { start, end }: Span<SourceOffset>) =>
    desk.reader.getState().open(article, [{ start, end }]);
  return (
    <>
      <LongList
        className={styles.page}
        label={page.form}
        rows={rows}
        keyOf={(row) => (typeof row === 'number' ? String(row) : row.heading)}
        guess={() => LINE_HEIGHT}
        onSight={(from, to) => desk.names.getState().needLines(...placesIn(rows, from, to))}
        before={
          <Head page={page} isUnwritten={isUnwritten} onBack={onBack}>
            <div className={styles.ways}>
              <Button icon="edit" onPress={() => setForm('correct')}>
                {say('names.correct')}
              </Button>
              <Button icon="plus" onPress={() => setForm('join')}>
                {say('names.join')}
              </Button>
              {page.articles > 1 && (
                <Button icon="copy" onPress={() => setForm('part')}>
                  {say('names.part')}
                </Button>
              )}
            </div>
          </Head>
        }
      >
        {(row) =>
          typeof row === 'number' ? (
            <Line
              line={lines.get(row)}
              titleOf={(article) => rowsById(shelf).get(article)?.title ?? ''}
              messages={messages}
              onOpen={open}
            />
          ) : (
            <h3>{say(row.heading)}</h3>
          )
        }
      </LongList>
      {form === 'correct' && (
        <NameForm
          title={say('names.correctTitle', { name: page.form })}
          words={null}
          draft={{ type: page.type, form: page.form }}
          onClose={close}
          onSave={correct}
        />
      )}
      {form === 'part' && <PartForm page={page} onClose={close} />}
      {form === 'join' && <JoinForm page={page} onClose={close} />}
    </>
  );
}

/** Each kind of line below its heading; a name has articles in any case. */
function rowsOf({ figures, quotes, articles }: Page): PageRow[] {
  const rows: PageRow[] = [];
  let place = 0;
  for (const [heading, count] of [
    ['names.figures', figures],
    ['names.quotes', quotes],
    ['names.mentions', articles],
  ] as const) {
    if (count > 0) rows.push({ heading });
    for (const end = place + count; place < end; place++) rows.push(place);
  }
  return rows;
}

/** The places of the lines among some rows, from the first to behind the last. */
function placesIn(rows: readonly PageRow[], from: number, to: number): readonly [number, number] {
  const places = rows.slice(from, to).filter((row) => typeof row === 'number');
  return [places[0] ?? 0, (places.at(-1) ?? 0) + 1];
}

interface LineProps {
  /** Undefined until it is read, null where it is not there any more. */
  readonly line: NameLine | null | undefined;
  readonly titleOf: (article: string) => string;
  readonly messages: Messages;
  readonly onOpen: (article: string, words: Span<SourceOffset>) => void;
}

function Line({ line, titleOf, messages, onOpen }: LineProps) {
  if (!line) return <span className={styles.link}>{'\u00a0'}</span>;
  const { article } = line;
  if (line.type === 'article')
    return (
      <button
        type="button"
        className={styles.link}
        lang="zh-CN"
        data-context={`article:${article}`}
        onClick={() => line.first && onOpen(article, line.first)}
      >
        <span>{titleOf(article)}</span>
        <small>{line.mentions}</small>
      </button>
    );
  if (line.type === 'quote')
    return (
      <button type="button" className={styles.link} lang="zh-CN" onClick={() => onOpen(article, line.quote)}>
        {line.quote.text}
      </button>
    );
  const value = sayValue(line.fact, messages);
  return (
    <button type="button" className={styles.link} onClick={() => onOpen(article, line.fact)}>
      <b>
        {value.bound} {value.number} {value.unit}
      </b>
      <span lang="zh-CN">{line.fact.measure?.text ?? ''}</span>
    </button>
  );
}

interface HeadProps {
  readonly page: Page;
  readonly isUnwritten: boolean;
  readonly onBack: () => void;
  /** What can be done with the name, above all that is long. */
  readonly children: ReactNode;
}

/** What stands above the lines of a name. */
function Head({ page, isUnwritten, onBack, children }: HeadProps) {
  const { say } = useMessages();
  const desk = useDesk();
  const { type, form, forms, posts, places, programmes } = page;
  const split = (other: string) => owned(desk.log, desk.names.getState().split(type, other, form));
  return (
    <>
      <header className={styles.head}>
        <IconButton icon="back" label={say('names.back')} onPress={onBack} />
        <div>
          <h2 lang="zh-CN">{form}</h2>
          <p>
            {say(`facts.name.${type}`)} · {say('facts.mentions', { count: page.mentions })} ·{' '}
            {say('names.inArticles', { articles: page.articles })} {isUnwritten && <NotOnDisk />}
          </p>
        </div>
      </header>
      {children}
      {forms.length > 1 && (
        <Part title={say('names.forms')}>
          <ul className={styles.forms}>
            {forms.map((other) => (
              <li key={other} lang="zh-CN">
                {other}
                {other !== form && (
                  <Button
                    look="link"
                    aria-label={say('names.split', { form: other })}
                    onPress={() => split(other)}
                  >
                    {say('names.splitOff')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {posts.length > 0 && (
        <Part title={say('names.posts')}>
          <p lang="zh-CN">{posts.join('；')}</p>
        </Part>
      )}
      {places.length > 0 && (
        <Part title={say(places.length > 1 ? 'names.ambiguous' : 'facts.name.place')}>
          <ul>
            {places.map((path) => (
              <li key={path} lang="zh-CN">
                {path}
              </li>
            ))}
          </ul>
        </Part>
      )}
      {programmes.length > 0 && (
        <Part title={say('names.programmes')}>
          <p lang="zh-CN">{programmes.join('　')}</p>
        </Part>
      )}
    </>
  );
}

function Part({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section>
      <h3>{title}</h3>
      {children}
    </section>
  );
}

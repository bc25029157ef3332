import type { SourceOffset } from '@shared/model/offset.ts';
import { useEffect, useState } from 'react';
import type { NameContext, NamePage as Page } from '../../state/names.ts';
import type { NameSaying } from '../../state/naming.ts';
import { owned } from '../../state/owned.ts';
import { rowsById } from '../../state/shelf.ts';
import { groupBy } from '../../state/sorted.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { sayValue } from '../../ui/value-words.ts';
import { JoinForm } from './JoinForm.tsx';
import { NameForm } from './NameForm.tsx';
import styles from './names.module.css';
import { PartForm } from './PartForm.tsx';

/** One name across the library: its forms, posts, programmes, figures, words and mentions. */
export function NamePage({ page, onBack }: { readonly page: Page; readonly onBack: () => void }) {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const rows = useDeskState('shelf', (shelf) => shelf.rows);
  const isUnwritten = useDeskState('session', ({ unwritten }) => unwritten.names.has(page.id));
  const [context, setContext] = useState<NameContext | null>(null);
  const [isJoining, setJoining] = useState(false);
  const [isCorrecting, setCorrecting] = useState(false);
  const [isParting, setParting] = useState(false);
  useEffect(() => {
    let isCurrent = true;
    owned(
      desk.log,
      desk.names
        .getState()
        .contextOf(page)
        .then((found) => isCurrent && setContext(found)),
    );
    return () => {
      isCurrent = false;
    };
  }, [desk, page]);

  const titleOf = (article: string) => rowsById(rows).get(article)?.title ?? '';
  const articles = groupBy(page.mentions, ({ article }) => article);
  const places = [
    ...new Set(page.mentions.flatMap(({ name }) => name.places?.map(({ path }) => path.join(' ')) ?? [])),
  ];
  async function correct({ type, form }: NameSaying): Promise<boolean> {
    const forms = [...new Set([...page.forms, page.form])];
    const isDone = await desk.naming.everywhere({ forms, was: page, is: { type, form } });
    if (isDone) desk.settings.getState().goTo({ name: type === null ? null : `${type}:${form}` });
    return isDone;
  }
  const open = (article: string, start: SourceOffset, end: SourceOffset) =>
    desk.reader.getState().open(article, [{ start, end }]);
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <IconButton icon="back" label={say('names.back')} onPress={onBack} />
        <div>
          <h2 lang="zh-CN">{page.form}</h2>
          <p>
            {say(`facts.name.${page.type}`)} · {say('facts.mentions', { count: page.mentions.length })} ·{' '}
            {say('names.inArticles', { articles: articles.size })} {isUnwritten && <NotOnDisk />}
          </p>
        </div>
      </header>
      {page.forms.length > 1 && (
        <section>
          <h3>{say('names.forms')}</h3>
          <ul className={styles.forms}>
            {page.forms.map((form) => (
              <li key={form} lang="zh-CN">
                {form}
                {form !== page.form && (
                  <Button
                    look="link"
                    aria-label={say('names.split', { form })}
                    onPress={() => owned(desk.log, desk.names.getState().split(page.type, form, page.form))}
                  >
                    {say('names.splitOff')}
                  </Button>
                )}
              </li>
            ))}
          </ul>
        </section>
      )}
      {page.roles.length > 0 && (
        <section>
          <h3>{say('names.posts')}</h3>
          <p lang="zh-CN">{page.roles.join('；')}</p>
        </section>
      )}
      {places.length > 0 && (
        <section>
          <h3>{say(places.length > 1 ? 'names.ambiguous' : 'facts.name.place')}</h3>
          <ul>
            {places.map((path) => (
              <li key={path} lang="zh-CN">
                {path}
              </li>
            ))}
          </ul>
        </section>
      )}
      {context && context.programmes.length > 0 && (
        <section>
          <h3>{say('names.programmes')}</h3>
          <p lang="zh-CN">{context.programmes.join('　')}</p>
        </section>
      )}
      {context && context.figures.length > 0 && (
        <section>
          <h3>{say('names.figures')}</h3>
          <ul>
            {context.figures.map(({ article, fact }) => {
              const value = sayValue(fact, messages);
              return (
                <li key={fact.id}>
                  <button
                    type="button"
                    className={styles.link}
                    onClick={() => open(article, fact.start, fact.end)}
                  >
                    <b>
                      {value.bound} {value.number} {value.unit}
                    </b>
                    <span lang="zh-CN">{fact.measure?.text ?? ''}</span>
                  </button>
                </li>
              );
            })}
          </ul>
        </section>
      )}
      {context && context.quotes.length > 0 && (
        <section>
          <h3>{say('names.quotes')}</h3>
          <ul>
            {context.quotes.map(({ article, quote }) => (
              <li key={`${article} ${quote.start}`}>
                <button
                  type="button"
                  className={styles.link}
                  lang="zh-CN"
                  onClick={() => open(article, quote.start, quote.end)}
                >
                  {quote.text}
                </button>
              </li>
            ))}
          </ul>
        </section>
      )}
      <section>
        <h3>{say('names.mentions')}</h3>
        <ul>
          {[...articles].map(([article, mentions]) => {
            const [first] = mentions;
            return (
              <li key={article}>
                <button
                  type="button"
                  className={styles.link}
                  lang="zh-CN"
                  onClick={() => first && open(article, first.name.start, first.name.end)}
                >
                  <span>{titleOf(article)}</span>
                  <small>{mentions.length}</small>
                </button>
              </li>
            );
          })}
        </ul>
      </section>
      <div className={styles.ways}>
        <Button icon="plus" onPress={() => setJoining(true)}>
          {say('names.join')}
        </Button>
        {articles.size > 1 && (
          <Button icon="copy" onPress={() => setParting(true)}>
            {say('names.part')}
          </Button>
        )}
        <Button icon="edit" onPress={() => setCorrecting(true)}>
          {say('names.correct')}
        </Button>
      </div>
      {isCorrecting && (
        <NameForm
          title={say('names.correctTitle', { name: page.form })}
          words={null}
          draft={{ type: page.type, form: page.form }}
          onClose={() => setCorrecting(false)}
          onSave={correct}
        />
      )}
      {isParting && <PartForm page={page} context={context} onClose={() => setParting(false)} />}
      {isJoining && <JoinForm page={page} onClose={() => setJoining(false)} />}
    </div>
  );
}

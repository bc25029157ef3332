import type { Continuation } from '@shared/analysis/continuations/find-continuations.ts';
import type { ArticleView } from '../../state/article-view.ts';
import { owned } from '../../state/owned.ts';
import { nameOfPage, rowsById } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import styles from './story-parts.module.css';

/** Where the open article comes from, above its text. */
export function StoryBefore({ article }: { readonly article: string }) {
  const { say } = useMessages();
  const desk = useDesk();
  const before = useDeskState('stories', ({ previous }) => previous.get(article));
  const offered = useDeskState('stories', (stories) => stories.offered);
  const page = usePageOf(before?.article);
  return (
    <>
      {before && page && (
        <p className={styles.line} data-story="before">
          {say('reader.story.from', { page: page.page })}
          <Button look="link" onPress={() => desk.reader.getState().open(before.article)}>
            <span lang="zh-CN">{page.title}</span>
          </Button>
          <PartAgain act={before.act} />
        </p>
      )}
      {offered
        .filter(({ second }) => second === article)
        .map((offer) => (
          <Offer key={offer.first} offer={offer} other={offer.first} way="from" />
        ))}
    </>
  );
}

/** The parts that the open article goes on in, each named by its page, below its text. */
export function StoryAfter({ article }: { readonly article: string }) {
  const following = useDeskState('stories', (stories) => stories.following);
  const offered = useDeskState('stories', (stories) => stories.offered);
  const last = following.at(-1)?.view.article.id ?? article;
  return (
    <>
      {following.map(({ view }) => (
        <Part key={view.article.id} view={view} />
      ))}
      {offered
        .filter(({ first }) => first === last)
        .map((offer) => (
          <Offer key={offer.second} offer={offer} other={offer.second} way="to" />
        ))}
    </>
  );
}

function Part({ view }: { readonly view: ArticleView }) {
  const { say } = useMessages();
  const desk = useDesk();
  const { id } = view.article;
  const page = usePageOf(id);
  const act = useDeskState('stories', ({ previous }) => previous.get(id)?.act);
  const name = say('reader.story.goesOn', { page: page?.page ?? '' });
  return (
    <section className={styles.part} aria-label={name} data-story="part">
      <p className={styles.line}>
        {name}
        <Button look="link" onPress={() => desk.reader.getState().open(id)}>
          {say('reader.story.open')}
        </Button>
        {act !== undefined && <PartAgain act={act} />}
      </p>
      {view.blocks.map(({ index, role, text }) =>
        role === 'title' ? (
          <h2 key={index}>{text}</h2>
        ) : (
          <p key={index} data-role={role}>
            {text}
          </p>
        ),
      )}
    </section>
  );
}

interface OfferProps {
  readonly offer: Continuation;
  readonly other: string;
  readonly way: 'from' | 'to';
}

function Offer({ offer, other, way }: OfferProps) {
  const { say } = useMessages();
  const desk = useDesk();
  const page = usePageOf(other);
  if (!page) return null;
  return (
    <p className={styles.line} data-story="offer">
      {say(`reader.story.offer.${way}`, { page: page.page })}
      <Button look="link" onPress={() => desk.reader.getState().open(other)}>
        <span lang="zh-CN">{page.title}</span>
      </Button>
      <Button onPress={() => owned(desk.log, desk.stories.getState().join(offer))}>
        {say('reader.story.join')}
      </Button>
    </p>
  );
}

function PartAgain({ act }: { readonly act: string }) {
  const { say } = useMessages();
  const desk = useDesk();
  return (
    <Button look="link" onPress={() => owned(desk.log, desk.deeds.undoAct(act))}>
      {say('reader.story.part')}
    </Button>
  );
}

function usePageOf(article: string | undefined): { readonly page: string; readonly title: string } | null {
  const row = useDeskState('shelf', ({ rows }) => rowsById(rows).get(article ?? ''));
  return row ? { page: row.description.edition ?? nameOfPage(row), title: row.title } : null;
}

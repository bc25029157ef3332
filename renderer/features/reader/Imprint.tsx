import type { LeftOut } from '@shared/model/source.ts';
import { runCommand } from '../../commands/commands.ts';
import type { SourceRow } from '../../library/rows.ts';
import type { ArticleView } from '../../state/article-view.ts';
import { rowsById } from '../../state/shelf.ts';
import { useDesk, useDeskState } from '../../state/use-desk.ts';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { MenuButton } from '../../ui/Overlay.tsx';
import type { Messages } from '../../ui/read-messages.ts';
import { sayPublication } from '../../ui/value-words.ts';
import styles from './reader.module.css';
import { StoryBefore } from './StoryParts.tsx';

/** What an article gives away. */
const OUT = ['copyReference', 'copyInText', 'exportThings'] as const;

const sayLeftOut = (leftOut: readonly LeftOut[], { say }: Messages): string =>
  leftOut.map(({ what, count }) => say(`reader.leftOut.${what}`, { count })).join(say('reader.semicolon'));

/** By whom, where and when it was printed; a date that is only inferred says so. */
export function Imprint({ view, source }: { readonly view: ArticleView; readonly source: SourceRow }) {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const row = useDeskState('shelf', ({ rows }) => rowsById(rows).get(view.article.id));
  const { basis } = source.record.publishedOn;
  const { newspaper, edition, pageTitle } = row?.description ?? {};
  const date = sayPublication(source.record.publishedOn, messages) ?? say('reader.dateUnknown');
  const place = [newspaper, edition, pageTitle].filter(Boolean).join(' · ');
  const isUnwritten = useDeskState('session', ({ unwritten }) => unwritten.sources.has(view.source));
  const digest = useDeskState(
    'session',
    ({ pack }) => pack.find(({ sha256 }) => sha256 === view.source)?.digest ?? null,
  );
  return (
    <>
      <p className={styles.imprint}>
        {view.byline.length > 0 && <span lang="zh-CN">{view.byline.join('　')}</span>}
        <span lang="zh-CN">{place || source.record.name}</span>
        <span data-basis={basis}>{basis === 'inferred' ? say('reader.inferredDate', { date }) : date}</span>
        {isUnwritten && <NotOnDisk />}
        <MenuButton
          icon="quote"
          label={say('commands.group.exchange')}
          choices={OUT.map((id) => ({ id, label: say(`commands.${id}`) }))}
          onChoose={(id) => runCommand(desk, id)}
        />
      </p>
      <StoryBefore article={view.article.id} />
      {source.record.leftOut && (
        <p className={styles.leftOut}>
          {say('reader.leftOut', { list: sayLeftOut(source.record.leftOut, messages) })}
        </p>
      )}
      {digest !== null && messages.language === 'en' && (
        <p className={styles.digest} lang="en">
          {digest}
        </p>
      )}
    </>
  );
}

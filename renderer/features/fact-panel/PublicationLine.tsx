import { joinLines } from '@shared/text/unseen.ts';
import { runCommand } from '../../commands/commands.ts';
import type { SourceRow } from '../../library/rows.ts';
import type { ArticleView } from '../../state/article-view.ts';
import { useDesk } from '../../state/use-desk.ts';
import { Button } from '../../ui/Button.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { sayPublication } from '../../ui/value-words.ts';
import styles from './publication-line.module.css';

/** When the page was published, how that is known, the words that prove it, and a way to change it. */
export function PublicationLine({
  view,
  source,
}: {
  readonly view: ArticleView;
  readonly source: SourceRow;
}) {
  const messages = useMessages();
  const { say } = messages;
  const desk = useDesk();
  const { value, basis, evidence, notBefore, notAfter } = source.record.publishedOn;
  const isBounded = notBefore !== undefined || notAfter !== undefined;
  const article = view.article.id;
  return (
    <div className={styles.line} data-basis={basis}>
      <p>
        <span>{say('facts.published')}</span>
        <b>{sayPublication(source.record.publishedOn, messages) ?? say('facts.basis.unknown')}</b>
        {value !== null && <span>{say(`facts.basis.${basis}`)}</span>}
        <Button look="link" icon="edit" onPress={() => runCommand(desk, 'describeSource')}>
          {say(value === null ? 'facts.setDate' : 'facts.changeDate')}
        </Button>
      </p>
      {value === null && (
        <p className={styles.why}>{say(isBounded ? 'facts.dateBoundedWhy' : 'facts.dateUnknownWhy')}</p>
      )}
      {evidence.length > 0 && (
        <p className={styles.evidence}>
          <span>{say('facts.evidence')}</span>
          {evidence.map((span) => (
            <button
              key={span.start}
              type="button"
              lang="zh-CN"
              onClick={() => {
                desk.reader.getState().open(article, [span]);
                desk.reader.getState().select([span]);
              }}
            >
              {joinLines(view.sourceText.slice(span.start, span.end))}
            </button>
          ))}
        </p>
      )}
    </div>
  );
}

import type { PartsOfWhole } from '@shared/facts/sum-parts.ts';
import type { Fact } from '@shared/model/fact.ts';
import { placeAt } from '@shared/model/place-at.ts';
import { memo } from 'react';
import type { ArticleView, NameItem } from '../../state/article-view.ts';
import type { Focus } from '../../state/focus.ts';
import { spansOfItem } from '../../state/reader.ts';
import { Button } from '../../ui/Button.tsx';
import { Icon } from '../../ui/icons.tsx';
import { useMessages } from '../../ui/messages.tsx';
import { NotOnDisk } from '../../ui/NotOnDisk.tsx';
import { saySum } from '../../ui/sum-words.ts';
import { sayAbout, sayConverted, sayValue } from '../../ui/value-words.ts';
import { AsRead } from './AsRead.tsx';
import { type Card, contextOf } from './cards.ts';
import type { FactActions } from './fact-actions.ts';
import styles from './fact-panel.module.css';

const CONTEXT_REACH = 22;

export interface CardViewProps {
  readonly card: Card;
  readonly view: ArticleView;
  /** The parts that the page names of this figure. */
  readonly sum: PartsOfWhole<Fact> | null;
  /** What the person said of it is not on disk yet. */
  readonly isUnwritten: boolean;
  /** The pinned item where it is one of the card's. */
  readonly pinned: string | null;
  readonly pin: Focus['pin'];
  readonly release: Focus['release'];
  readonly actions: FactActions;
  readonly attribution: string;
}

/** Pixels that a card is likely to take. */
export function guessHeight({ type, item }: Card): number {
  if (type === 'quote') return 110;
  if (type === 'name') return item.name.role ? 58 : 36;
  return item.fact.measure || item.fact.subject || item.fact.when ? 68 : 46;
}

/** What stands in a card. Memoised: a pointer that goes over the text lights one card and leaves the others. */
export const CardView = memo(function CardView(props: CardViewProps) {
  const { card, pinned, pin, release } = props;
  return (
    <>
      <button
        type="button"
        className={styles.face}
        aria-expanded={pinned !== null}
        onClick={() => {
          if (pinned !== null && card.type !== 'name') release();
          else pin(nextMention(card, pinned), 'panel');
        }}
      >
        <CardFace card={card} sum={props.sum} />
        {props.isUnwritten && (
          <span className={styles.unwritten}>
            <NotOnDisk />
          </span>
        )}
      </button>
      {pinned !== null && <Inside {...props} />}
    </>
  );
});

/** Pressing a name's card again goes on to its next mention. */
function nextMention(card: Card, pinned: string | null): string {
  const at = card.items.findIndex((item) => item.id === pinned);
  return card.items[(at + 1) % card.items.length]?.id ?? card.item.id;
}

/** What a card says while it is closed. */
export function CardFace({ card, sum }: Pick<CardViewProps, 'card' | 'sum'>) {
  const messages = useMessages();
  const { say } = messages;
  if (card.type === 'name')
    return (
      <>
        <span className={styles.name} lang="zh-CN">
          {card.form}
        </span>
        <span className={styles.aside}>
          {card.item.name.said && (
            <span className={styles.seal} title={say('facts.corrected')}>
              <Icon name="edit" size={13} />
            </span>
          )}
          {say(`facts.name.${card.item.name.type}`)}
          {card.items.length > 1 && ` · ${card.items.length}`}
        </span>
        {card.item.name.role && (
          <span className={styles.what} lang="zh-CN">
            {card.item.name.role}
          </span>
        )}
      </>
    );
  if (card.type === 'quote')
    return (
      <>
        <span className={styles.speech} lang="zh-CN">
          {card.item.quote.text}
        </span>
        <span className={styles.what}>
          {card.item.quote.speaker ? (
            <span lang="zh-CN">{card.item.quote.speaker.text}</span>
          ) : (
            say('facts.speakerUnknown')
          )}
          {card.item.quote.manner === 'indirect' && ` · ${say('facts.indirect')}`}
        </span>
      </>
    );
  const { fact, trust } = card.item;
  const value = sayValue(fact, messages);
  const what = sayAbout(fact, messages);
  return (
    <>
      <span className={styles.value}>
        {value.bound && <span className={styles.bound}>{value.bound}</span>}
        <b className={styles.number} data-vague={fact.value === null}>
          {value.number}
        </b>
        {value.unit && <span className={styles.unit}>{value.unit}</span>}
      </span>
      <span className={styles.aside} lang="zh-CN">
        {trust !== 'found' && (
          <span className={styles.seal} title={say(`facts.${trust}`)}>
            <Icon name={trust === 'confirmed' ? 'check' : 'edit'} size={13} />
          </span>
        )}
        {fact.value !== null && fact.text}
      </span>
      {what.length > 0 && (
        <span className={styles.what} lang="zh-CN">
          {what.join(' · ')}
        </span>
      )}
      {sum && (
        <span className={styles.sum} data-adds={sum.adds}>
          {saySum(sum, messages)}
        </span>
      )}
    </>
  );
}

function Inside({ card, view, pinned, actions, attribution }: CardViewProps) {
  const messages = useMessages();
  const { say } = messages;
  const item = card.items.find(({ id }) => id === pinned) ?? card.item;
  const context = card.type === 'quote' ? null : contextOf(view, item, CONTEXT_REACH);
  const fact = card.type === 'fact' ? card.item : null;
  const [span] = spansOfItem(item);
  const place = span ? placeAt(view.places, span) : null;
  const converted = fact && sayConverted(fact.fact, messages);
  return (
    <div className={styles.inside}>
      {converted && <p className={styles.converted}>{converted}</p>}
      {fact?.fact.asRead && <AsRead fact={fact.fact} read={fact.fact.asRead} />}
      {context && (
        <blockquote className={styles.context}>
          <span className={styles.claims}>{attribution}</span>
          <span lang="zh-CN">
            {context.before}
            <b className={styles.quoted}>{context.words}</b>
            {context.after}
          </span>
        </blockquote>
      )}
      {place && <p className={styles.rule}>{say('facts.place', { where: place.where })}</p>}
      <footer className={styles.actions}>
        {card.type !== 'name' && (
          <Button look="link" icon="quote" onPress={() => actions.cite(card.item)}>
            {say('reader.cite')}
          </Button>
        )}
        {fact && (
          <>
            {fact.trust !== 'confirmed' && (
              <Button look="link" icon="check" onPress={() => actions.confirm(fact)}>
                {say('facts.confirm')}
              </Button>
            )}
            <Button look="link" icon="edit" onPress={() => actions.correct(fact)}>
              {say('facts.correct')}
            </Button>
            <Button look="link" icon="reject" onPress={() => actions.reject(fact)}>
              {say('facts.reject')}
            </Button>
            <span className={styles.rule} title={fact.fact.rule}>
              {say('facts.rule', { kind: say(`facts.kind.${fact.fact.kind}`) })} ·{' '}
              {say('facts.confidence', { percent: Math.round(fact.fact.confidence * 100) })}
            </span>
          </>
        )}
        {card.type === 'name' && (
          <>
            <Button look="link" icon="names" onPress={() => actions.openName(card.item)}>
              {say('facts.openName')}
            </Button>
            <Button look="link" icon="edit" onPress={() => actions.correct(item as NameItem)}>
              {say('facts.correct')}
            </Button>
            <Button look="link" icon="reject" onPress={() => actions.reject(item as NameItem)}>
              {say('names.reject')}
            </Button>
            <span className={styles.rule}>{say('facts.mentions', { count: card.items.length })}</span>
          </>
        )}
        {card.type === 'quote' && (
          <span className={styles.rule}>
            {attribution} · {say(card.item.quote.manner === 'direct' ? 'facts.direct' : 'facts.indirect')}
          </span>
        )}
      </footer>
    </div>
  );
}

import { type KeyboardEvent, type ReactNode, useId, useRef } from 'react';

export interface Tab<Id extends string> {
  readonly id: Id;
  readonly label: string;
  readonly content: ReactNode;
}

export interface TabsProps<Id extends string> {
  /** Accessible name of the row of tabs. */
  readonly label: string;
  readonly tabs: readonly Tab<Id>[];
  readonly chosen: Id;
  readonly onChoose: (id: Id) => void;
  /** Stands beside the row of tabs. */
  readonly beside?: ReactNode;
  readonly className?: Readonly<Partial<Record<'tabs' | 'head' | 'list' | 'tab' | 'panel', string>>>;
}

/**
 * Tabs over one panel, by the pattern of https://www.w3.org/WAI/ARIA/apg/patterns/tabs/: one tab is in the order
 * of Tab, the arrows choose the others. The panel is no stop of its own: what it holds takes the focus, or is read on.
 */
export function Tabs<Id extends string>(props: TabsProps<Id>) {
  const { tabs, chosen, onChoose, className = {} } = props;
  const own = useId();
  const elements = useRef(new Map<Id, HTMLElement>());
  const at = tabs.findIndex(({ id }) => id === chosen);

  function walk(event: KeyboardEvent): void {
    const next = {
      ArrowLeft: (at - 1 + tabs.length) % tabs.length,
      ArrowRight: (at + 1) % tabs.length,
      Home: 0,
      End: tabs.length - 1,
    }[event.key];
    const tab = next === undefined ? undefined : tabs[next];
    if (!tab) return;
    event.preventDefault();
    elements.current.get(tab.id)?.focus();
    onChoose(tab.id);
  }

  return (
    <div className={className.tabs}>
      <div className={className.head}>
        <div role="tablist" aria-label={props.label} className={className.list} onKeyDown={walk}>
          {tabs.map(({ id, label }) => (
            <button
              key={id}
              ref={(element) => {
                if (element) elements.current.set(id, element);
                else elements.current.delete(id);
              }}
              type="button"
              role="tab"
              id={`${own}-tab-${id}`}
              aria-selected={id === chosen}
              aria-controls={id === chosen ? `${own}-panel-${id}` : undefined}
              tabIndex={id === chosen ? 0 : -1}
              className={className.tab}
              onClick={() => onChoose(id)}
            >
              {label}
            </button>
          ))}
        </div>
        {props.beside}
      </div>
      {tabs[at] && (
        <div
          key={chosen}
          role="tabpanel"
          id={`${own}-panel-${chosen}`}
          aria-labelledby={`${own}-tab-${chosen}`}
          className={className.panel}
        >
          {tabs[at].content}
        </div>
      )}
    </div>
  );
}

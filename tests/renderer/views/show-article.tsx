import { page } from 'vitest/browser';
import { useStore } from 'zustand';
import { createStore, type StoreApi } from 'zustand/vanilla';
import { FactPanel } from '../../../renderer/features/fact-panel/FactPanel.tsx';
import { Reader, type ReaderProps } from '../../../renderer/features/reader/Reader.tsx';
import type { ArticleView } from '../../../renderer/state/article-view.ts';
import type { BlockSpan } from '../../../renderer/state/blocks.ts';
import { createFocus } from '../../../renderer/state/focus.ts';
import { listUnwritten } from '../../../renderer/state/unwritten.ts';
import { showView } from '../show-view.tsx';

const nothing = (): void => {};
const ACTIONS = {
  confirm: nothing,
  confirmShown: nothing,
  correct: nothing,
  reject: nothing,
  takeBack: nothing,
  cite: nothing,
  copy: nothing,
  openName: nothing,
};
const UNWRITTEN = listUnwritten([], []);

/** What is shown, which a test may change; under another `key` the reader is another. */
type Shown = Pick<ReaderProps, 'view' | 'startAt' | 'target'> & { readonly key?: number };

interface ShownTools {
  readonly focus: ReturnType<typeof createFocus>;
  readonly shown: StoreApi<Shown>;
  readonly selection: StoreApi<{ readonly spans: readonly BlockSpan[] }>;
}

function ReaderAndPanel({ focus, shown, selection }: ShownTools) {
  const selected = useStore(selection, ({ spans }) => spans);
  const state = useStore(focus);
  const { view, key, ...at } = useStore(shown);
  return (
    <div style={{ display: 'grid', gridTemplateColumns: '600px 380px', height: '560px' }}>
      <Reader
        key={key}
        view={view}
        {...at}
        focus={state}
        imprint={null}
        selected={selected}
        onSelect={(spans) => selection.setState({ spans })}
        wordsToCopy={() => `${selected.length} paragraphs`}
        onDoubt={nothing}
      />
      <FactPanel
        view={view}
        focus={state}
        formOf={formOf}
        actions={ACTIONS}
        takenAway={[]}
        rejectedNames={[]}
        unwritten={UNWRITTEN}
        publication={null}
        attribution="据该版"
      />
    </div>
  );
}

const formOf: Parameters<typeof FactPanel>[0]['formOf'] = ({ name }) => name.text;

/** The article with its panel beside it, as on the desk, in a window of 1000 by 600. */
export async function showArticle(view: ArticleView) {
  await page.viewport(1000, 600);
  const focus = createFocus();
  const shown = createStore<Shown>(() => ({ view }));
  const selection = createStore<{ readonly spans: readonly BlockSpan[] }>(() => ({ spans: [] }));
  const { show, hide } = showView(<ReaderAndPanel focus={focus} shown={shown} selection={selection} />);
  return { focus, shown, selected: () => selection.getState().spans, show, hide };
}

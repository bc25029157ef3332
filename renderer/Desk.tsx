import { type CSSProperties, type ReactNode, useEffect, useState } from 'react';
import { pressKey } from './commands/shortcuts.ts';
import { DeskConnection } from './DeskConnection.tsx';
import { DeskContextMenu } from './DeskContextMenu.tsx';
import { DeskFooter } from './DeskFooter.tsx';
import { DeskHeader } from './DeskHeader.tsx';
import { DeskNews } from './DeskNews.tsx';
import { DeskPanel } from './DeskPanel.tsx';
import { DeskRail } from './DeskRail.tsx';
import { DeskSurfaces } from './DeskSurfaces.tsx';
import styles from './desk.module.css';
import { ErrorBoundary } from './ErrorBoundary.tsx';
import { AgreementSections } from './features/agreement/AgreementSections.tsx';
import { LibraryAgreement } from './features/agreement/LibraryAgreement.tsx';
import { Bookmarks } from './features/bookmarks/Bookmarks.tsx';
import { Compare } from './features/compare/Compare.tsx';
import { ArticleFacts } from './features/fact-panel/ArticleFacts.tsx';
import { ClaimFacets } from './features/fact-table/ClaimFacets.tsx';
import { FactTable } from './features/fact-table/FactTable.tsx';
import { DropTarget } from './features/import/DropTarget.tsx';
import { Imports } from './features/import/Imports.tsx';
import { MendPanel } from './features/mend/MendPanel.tsx';
import { Names } from './features/names/Names.tsx';
import { isMac } from './features/palette/Palette.tsx';
import { useLentCommands } from './features/palette/use-lent-commands.ts';
import { PrintSheet } from './features/print/PrintSheet.tsx';
import { OpenArticle } from './features/reader/OpenArticle.tsx';
import { OpenOriginal } from './features/reader/OpenOriginal.tsx';
import { SelectionTools } from './features/reader/SelectionTools.tsx';
import { SearchResults } from './features/search/SearchResults.tsx';
import { Settings } from './features/settings/Settings.tsx';
import { LibraryShelf } from './features/shelf/LibraryShelf.tsx';
import { useHistory } from './follow-history.ts';
import { showPanel } from './state/panel.ts';
import { type Room, showsText, type Widths } from './state/settings.ts';
import { useDesk, useDeskState } from './state/use-desk.ts';
import { noteError } from './state/watch-errors.ts';
import { IconButton } from './ui/Button.tsx';
import { keepComposingKeys } from './ui/composing-keys.ts';
import { useMessages } from './ui/messages.tsx';
import { PaneHandle } from './ui/PaneHandle.tsx';
import { useMedia } from './ui/use-media.ts';

const LISTS: Record<Room, ReactNode> = {
  reader: <LibraryShelf />,
  shelf: <LibraryShelf />,
  settings: <LibraryShelf />,
  search: <SearchResults />,
  bookmarks: <Bookmarks />,
  names: <Names />,
  imports: <Imports />,
  facts: <ClaimFacets />,
  agreement: <AgreementSections />,
};

/** Rooms that take the place of the text. */
const WHOLE: Partial<Record<Room, ReactNode>> = {
  settings: <Settings />,
  facts: <FactTable />,
  agreement: <LibraryAgreement />,
};

/** Pixels; how far each gives way is in desk.module.css. */
const LIST_WIDTH = { least: 220, most: 560 } as const;
const PANEL_WIDTH = { least: 320, most: 900 } as const;
/** Of the window's height, so that words stay in sight above it. */
const DRAWER_SHARE = { least: 0.2, most: 0.7 } as const;

/** The whole window: a list, the article, and what it claims, side by side as far as there is room. */
export function Desk() {
  const { say } = useMessages();
  const { place, widths, goTo, change } = useDeskState('settings', (settings) => settings);
  const pinned = useDeskState('focus', (focus) => focus.pinned);
  const open = useDeskState('surfaces', (surfaces) => surfaces.open);
  const isComparing = useDeskState('comparing', ({ pair }) => pair !== null);
  const isMending = useDeskState('surfaces', (surfaces) => surfaces.mending);
  const isMiddle = useMedia('(max-width: 1120px)');
  const isNarrow = useMedia('(max-width: 760px)');
  const desk = useDesk();
  const { drawer, haveDrawers, bring } = useDeskState('surfaces', (surfaces) => surfaces);
  useEffect(() => haveDrawers(isMiddle), [isMiddle, haveDrawers]);
  useKeys();
  useHistory();
  useLentCommands();

  // On a window without room for the panel, a pinned claim brings it in and Esc sends it off.
  useEffect(() => {
    if (!isMiddle) return;
    if (pinned) bring('panel');
    else if (desk.surfaces.getState().drawer === 'panel') bring(null);
  }, [isMiddle, pinned, desk, bring]);

  // The mending tool lies in the panel.
  useEffect(() => {
    if (isMiddle && isMending) bring('panel');
  }, [isMiddle, isMending, bring]);

  // On a narrow window the list makes way for what is opened from it.
  const opened = useDeskState('reader', (reader) => reader.target?.turn);
  useEffect(() => {
    if (isNarrow && opened !== undefined && desk.surfaces.getState().drawer === 'list') bring(null);
  }, [isNarrow, opened, desk, bring]);

  // A room that is asked for is shown: as a drawer on a narrow window, unless it has the text's place; in the panel's
  // place on a middle one.
  const showList = () => {
    if (isNarrow) bring(showsText(desk.settings.getState().place.room) ? 'list' : null);
    else if (isComparing) bring('list');
    else if (isMiddle) bring(null);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: also when a key leads to another room
  useEffect(() => {
    if (isMiddle && !isNarrow) bring(null);
  }, [place.room]);

  const hasText = showsText(place.room);
  // Two articles take the place of the one and of its panel, or of the list that they were opened from.
  const comparing = isComparing && (hasText || place.room === 'agreement');
  const hasPanel = hasText && !isComparing;
  const isPanelShown = isMiddle ? drawer === 'panel' : place.panel;
  // Where three columns do not fit, the panel takes the place of the list, never of the text.
  const isSqueezed = isMiddle && !isNarrow;
  const hasRoom =
    isNarrow || (isSqueezed && comparing) ? drawer === 'list' : !(isSqueezed && isPanelShown && hasPanel);
  // A form that the list has opened keeps it, and what is typed, where the window loses the room for it.
  const [showed, setShowed] = useState(hasRoom);
  const isKept = showed && !hasRoom && open === null && document.querySelector('[role="dialog"]') !== null;
  const showsList = hasRoom || isKept;
  if (showed !== showsList) setShowed(showsList);
  useEffect(() => {
    if (isKept) bring('list');
  }, [isKept, bring]);
  const resize = (given: Partial<Widths>): void => change({ widths: { ...widths, ...given } });
  const ofPanel = place.original ? 'original' : 'facts';
  return (
    <DropTarget>
      <DeskConnection />
      <div
        className={styles.desk}
        data-room={place.room}
        data-panel={!isMiddle && place.panel && hasPanel}
        data-original={place.original}
        data-squeezed={isSqueezed && isPanelShown && hasPanel}
        data-wide={isSqueezed && comparing && !showsList}
        data-covered={isNarrow && isPanelShown && hasPanel}
        style={givenWidths({
          '--list': px(widths.list),
          '--panel': px(widths[ofPanel]),
          '--drawer': share(widths.drawer),
        })}
      >
        <a className={styles.skip} href="#reading-text">
          {say('desk.skipToText')}
        </a>
        <DeskHeader
          onShelf={() => bring(drawer === 'list' ? null : 'list')}
          hasPanel={hasPanel}
          onPanel={() => bring(drawer === 'panel' ? null : 'panel')}
          onAnswers={showList}
        />
        <DeskRail onChoose={showList} />
        {showsList && (
          <aside className={styles.list} data-drawer={isNarrow}>
            <Part place={place.room}>{LISTS[place.room]}</Part>
            {!isNarrow && (
              <PaneHandle
                label={say('desk.listWidth')}
                side="right"
                {...LIST_WIDTH}
                onResize={(list) => resize({ list })}
              />
            )}
          </aside>
        )}
        <main className={styles.text}>
          <Part place={`${hasText || place.room} ${comparing} ${place.article}`}>
            {comparing ? (
              <Compare />
            ) : (
              (WHOLE[place.room] ?? <OpenArticle selectionTools={<SelectionTools />} />)
            )}
          </Part>
          <DeskNews />
        </main>
        {isPanelShown && hasPanel && (
          <DeskPanel
            isDrawer={isNarrow}
            handle={
              isNarrow ? (
                <PaneHandle
                  label={say('desk.panelHeight')}
                  side="top"
                  least={Math.round(window.innerHeight * DRAWER_SHARE.least)}
                  most={Math.round(window.innerHeight * DRAWER_SHARE.most)}
                  onResize={(height) => resize({ drawer: height && height / window.innerHeight })}
                />
              ) : (
                <PaneHandle
                  label={say('desk.panelWidth')}
                  side="left"
                  {...PANEL_WIDTH}
                  onResize={(width) => resize({ [ofPanel]: width })}
                />
              )
            }
            facts={
              <Part place={`${place.article}`}>
                <ArticleFacts />
              </Part>
            }
            original={
              <Part place={`${place.article}`}>
                <OpenOriginal tools={isMending ? null : <SelectionTools />} head={<MendPanel />} />
              </Part>
            }
            onClose={() => showPanel(desk, false)}
          />
        )}
        {!isMiddle && !place.panel && hasPanel && (
          <span className={styles.bring}>
            <IconButton
              icon="panel"
              label={say('desk.openPanel')}
              shortcut="P"
              onPress={() => goTo({ panel: true })}
            />
          </span>
        )}
        <DeskFooter />
        <Part place={open ?? ''}>
          <DeskSurfaces />
        </Part>
        <DeskContextMenu />
        <PrintSheet />
      </div>
    </DropTarget>
  );
}

const px = (width: number | null): string | null => (width === null ? null : `${width}px`);
const share = (height: number | null): string | null => (height === null ? null : `${height * 100}vh`);

/** Custom properties of those that the person gave; the stylesheet has the others. */
const givenWidths = (widths: Readonly<Record<`--${string}`, string | null>>): CSSProperties =>
  Object.fromEntries(Object.entries(widths).filter(([, width]) => width !== null));

/** One part of the desk, whose failure leaves the others as they are. */
function Part({ place, children }: { readonly place: string; readonly children: ReactNode }) {
  const { log } = useDesk();
  return (
    <ErrorBoundary place={place} report={(error) => noteError(log, 'part-failed', error)}>
      {children}
    </ErrorBoundary>
  );
}

const TYPING = 'input, textarea, select, [contenteditable="true"]';
const BOX = '[role="dialog"], [role="alertdialog"]';

function useKeys(): void {
  const desk = useDesk();
  useEffect(() => {
    const listen = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      // What is typed above a list of choices is also sent to the choice that it would take.
      const places = [event.target, document.activeElement];
      const isTyping = places.some((place) => place instanceof Element && place.closest(TYPING) !== null);
      const isBoxed = document.querySelector(BOX) !== null;
      const { key, ctrlKey, metaKey, altKey, shiftKey } = event;
      if (pressKey(desk, { key, ctrlKey, metaKey, altKey, shiftKey, isTyping, isBoxed }, isMac))
        event.preventDefault();
    };
    const endKeeping = keepComposingKeys(document);
    document.addEventListener('keydown', listen);
    return () => {
      endKeeping();
      document.removeEventListener('keydown', listen);
    };
  }, [desk]);
}

import { type Failure, failure, type Result, success } from '@shared/contracts/results.ts';
import { headOf } from '../library/library.ts';
import { openLibrary } from '../library/open-library.ts';
import type { BundledSource } from '../workers/bundled-pack.ts';
import type { DeriveSurroundings } from '../workers/derive-calls.ts';
import { type PageReaders, ReaderFailure } from '../workers/page-readers.ts';
import type { SearchClient } from '../workers/search-client.ts';
import { createAgreements } from './agreements.ts';
import { createArticleTargets } from './article-targets.ts';
import { createBookmarks } from './bookmarks.ts';
import { createCarrying } from './carrying.ts';
import { createChosen } from './chosen.ts';
import { createCiting } from './citing.ts';
import { createClaims } from './claims.ts';
import { createComparing } from './comparing.ts';
import { createCopy } from './copying.ts';
import { createDeeds } from './deeds.ts';
import { createDerivation } from './derivation.ts';
import type { Desk, DeskGround } from './desk.ts';
import { createDoubts } from './doubts.ts';
import { createExports } from './exports.ts';
import { createFind } from './find.ts';
import { createFocus } from './focus.ts';
import { createHitLists } from './hit-lists.ts';
import { createImports } from './imports.ts';
import { createJudging } from './judging.ts';
import { createLabelling, inheritLabels } from './labelling.ts';
import { createLog } from './log.ts';
import { createMending } from './mending.ts';
import { createNames } from './names.ts';
import { createNaming } from './naming.ts';
import { createNotices } from './notices.ts';
import { createOffers } from './offers.ts';
import { createPairing } from './pairing.ts';
import { createReader } from './reader.ts';
import { createSearch } from './search.ts';
import { openSession } from './session.ts';
import { createSettings, showsText } from './settings.ts';
import { createShelf } from './shelf.ts';
import { createSpecimen } from './specimen.ts';
import { createStories } from './stories.ts';
import { createSurfaces } from './surfaces.ts';
import { createTrusting } from './trust.ts';
import { createVaultCare } from './vault-care.ts';
import { createVerifying } from './verifying.ts';
import { createVisited } from './visited.ts';
import { startWatching } from './watch-library.ts';
import { createWatching } from './watching.ts';

/** Opens the desk where it was left; rows that are missing or stale are derived in the background. */
export async function openDesk(ground: DeskGround): Promise<Result<Desk>> {
  const { host, outbox, queue, readers, searching, exchange, comparer, placing, surroundings, now, newId } =
    ground;
  const log = createLog(host, now);
  const opened = await openLibrary(surroundings.library);
  if (!opened.ok) return opened;
  const library = opened.value;
  const [pack, stored, searched] = await Promise.all([
    listBundled(readers),
    host.call('settings.read'),
    openSearch(searching, surroundings),
  ]);
  if (!pack.ok) return pack;
  let closed = false;
  const failed = (error: unknown): void => {
    if (!closed) log.getState().report('error', 'library', { error: String(error) });
  };
  const session = await openSession(host, pack.value, { outbox, now, newId, fail: failed });
  if (!session.ok) return session;

  const watching = startWatching(failed);
  const notices = createNotices();
  const damage = searched.ok ? searched.value : [];
  for (const { reason, detail = {} } of searched.ok ? damage : [searched])
    log.getState().report('warning', reason, detail);
  const { readOnly, findings } = session.value.getState().info.vault;
  for (const found of readOnly ? [readOnly, ...findings] : findings) notices.getState().fail(found);
  const { lost } = session.value.getState();
  if (lost > 0) notices.getState().fail(failure('outbox-lost', { count: lost }));
  const settings = createSettings(host, stored);
  if (!stored.ok) notices.getState().fail(stored);
  const deeds = createDeeds(host, session.value, notices);
  const milliseconds = (): number => now().getTime();
  const derivation = createDerivation(host, readers, session.value, milliseconds, failed);
  const articleTargets = createArticleTargets(placing, failed);
  const shelf = createShelf(library, session.value, derivation, watching, articleTargets);
  shelf.subscribe(({ held }, before) => {
    if (held !== before.held) derivation.getState().follow(held);
  });
  // The worker's own file comes from the host: begun only when it is needed, it could not be had once the host is gone.
  placing.call('place.find', []).catch(failed);
  const bookmarks = createBookmarks({ placing, session: session.value, shelf, deeds, newId, fail: failed });
  const focus = createFocus();
  const chosen = createChosen(shelf);
  const visited = createVisited();
  const surfaces = createSurfaces();
  const comparing = createComparing({
    worker: comparer,
    library,
    session: session.value,
    shelf,
    watch: watching.watch,
  });
  const reader = createReader({
    library,
    bookmarks,
    derivation,
    watch: watching.watch,
    isHeld: () => surfaces.getState().open !== null,
    opened: (article) => {
      derivation.getState().putFirst(headOf(article));
      focus.getState().release();
      comparing.getState().close();
      visited.getState().visit(article);
      const { room } = settings.getState().place;
      // A list that the article was opened from stays beside it.
      settings.getState().goTo({ article, room: showsText(room) ? room : 'reader' });
    },
  });
  const mending = createMending(
    deeds,
    surfaces,
    settings,
    inheritLabels({ session: session.value, shelf, articleTargets }),
  );
  const imports = createImports({
    host,
    library,
    queue,
    readers,
    session: session.value,
    derivation,
    notices,
    show: () => settings.getState().goTo({ room: 'imports' }),
    now: milliseconds,
    fail: failed,
  });
  const copy = createCopy(notices, (words) => navigator.clipboard.writeText(words));
  const watchingFolder = createWatching({ imports, notices, fail: failed });
  const search = createSearch({
    worker: searching,
    damage,
    unavailable: searched.ok ? null : searched,
    settings,
    shelf,
    bookmarks,
    fail: failed,
  });
  const claims = createClaims({
    worker: searching,
    unavailable: searched.ok ? null : searched,
    isShown: () => settings.getState().place.room === 'facts',
    search,
    shelf,
    reader,
    chosenArticles: () => [...chosen.getState().ids],
    bookmarks,
    fail: failed,
  });
  derivation.subscribe(({ failures, trouble }, before) => {
    if (trouble && trouble !== before.trouble) {
      log.getState().report('error', trouble.reason, trouble.detail ?? {});
      notices.getState().fail(trouble);
    }
    if (failures === before.failures) return;
    for (const [source, failure] of failures)
      if (before.failures.get(source) !== failure)
        log.getState().report('error', failure.reason, { ...failure.detail, source: source.slice(0, 12) });
  });
  const readAnew = (start: string): void => {
    derivation.getState().readAnew(start).catch(failed);
  };
  library.onTorn = readAnew;
  host.on('vault.found', (found) => notices.getState().fail(found));
  searching.on('search.torn', readAnew);
  placing.on('place.torn', readAnew);
  comparer.on('compare.torn', readAnew);
  // Another page dropped the database, or the browser did: what was in it is derived again.
  library.on('close', () => !closed && derivation.getState().lookAgain().catch(failed));
  library.on('versionchange', () => derivation.getState().lookAgain().catch(failed));
  derivation.getState().refresh().catch(failed);
  imports.getState().restore().catch(failed);
  const { place } = settings.getState();
  if (place.article !== null) {
    reader.getState().open(place.article);
    if (place.room === 'facts' || place.room === 'agreement') settings.getState().goTo({ room: place.room });
  }

  return success({
    host,
    connection: host.connection,
    deeds,
    judging: createJudging(library, deeds),
    pairing: createPairing(library, deeds),
    trusting: createTrusting(deeds, focus, settings),
    naming: createNaming({ deeds, focus, session: session.value, library }),
    labelling: createLabelling({ library, session: session.value, shelf, deeds, articleTargets }),
    chosen,
    visited,
    mending,
    citing: createCiting({
      library,
      session: session.value,
      reader,
      focus,
      settings,
      copy,
    }),
    copy,
    importSpecimen: createSpecimen(imports, notices, surroundings.knowledge),
    doubts: createDoubts({ reader, shelf, mending, deeds }),
    session: session.value,
    settings,
    derivation,
    shelf,
    reader,
    focus,
    bookmarks,
    names: createNames({
      worker: searching,
      unavailable: searched.ok ? null : searched,
      session: session.value,
      deeds,
      fail: failed,
    }),
    search,
    claims,
    hitLists: createHitLists({
      worker: searching,
      host,
      session: session.value,
      notices,
      request: () => search.getState().request(),
      fail: failed,
    }),
    find: createFind({ worker: searching, reader, settings, fail: failed }),
    offers: createOffers({
      worker: searching,
      session: session.value,
      bookmarks,
      shelf,
      settings,
      fail: failed,
    }),
    imports,
    watching: watchingFolder,
    verifying: createVerifying({ host, exchange, session: session.value }),
    comparing,
    stories: createStories({
      library,
      session: session.value,
      shelf,
      reader,
      deeds,
      articleTargets,
      fail: failed,
    }),
    agreements: createAgreements({
      worker: comparer,
      library,
      session: session.value,
      watch: watching.watch,
      comparing,
      fail: failed,
    }),
    carrying: createCarrying({ host, exchange, session: session.value, settings, deeds, now }),
    exports: createExports({
      host,
      exchange,
      session: session.value,
      settings,
      surfaces,
      notices,
      reader,
      focus,
      shelf,
      search,
      bookmarks,
      chosen,
      claims,
      now: milliseconds,
      fail: failed,
    }),
    surfaces,
    notices,
    log,
    vaultCare: createVaultCare(host, session.value, notices, milliseconds),
    close: () => {
      closed = true;
      watching.stop();
      watchingFolder.getState().stop();
      readers.close('the desk is closed');
      searching.close('the desk is closed');
      exchange.close('the desk is closed');
      placing.close('the desk is closed');
      comparer.close('the desk is closed');
      library.close();
      queue.close();
    },
  });
}

async function listBundled(readers: PageReaders): Promise<Result<readonly BundledSource[]>> {
  try {
    return success(await readers.call('derive.listBundled'));
  } catch (error) {
    return error instanceof ReaderFailure
      ? error.failure
      : failure('reader-failed', { error: String(error) });
  }
}

/** Pages can be read also where nothing can be searched. */
async function openSearch(
  searching: SearchClient,
  surroundings: DeriveSurroundings,
): Promise<Result<readonly Failure<'index-damaged'>[]>> {
  try {
    return await searching.call('search.open', surroundings);
  } catch (error) {
    return failure('search-failed', { error: String(error) });
  }
}

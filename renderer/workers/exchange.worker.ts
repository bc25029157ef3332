import { failure, type Result, success } from '@shared/contracts/results.ts';
import { KNOWLEDGE_FILES, readKnowledge } from '@shared/pipeline/knowledge.ts';
import type { Library } from '../library/library.ts';
import { openLibrary } from '../library/open-library.ts';
import { failureOfStorage } from '../library/storage-failure.ts';
import { lookAt, takeIn, writeLibrary } from './carrying.ts';
import { connectPage } from './connect-page.ts';
import type { ExchangeCalls, ExchangeEvents } from './exchange-calls.ts';
import { previewExport, writeToBlob } from './exporting.ts';
import { loadKnowledgeFiles } from './load-knowledge.ts';
import { answerCalls } from './message-calls.ts';
import { placeFile } from './placing.ts';
import { sha256 } from './sha256.ts';
import { Verifying } from './verifying.ts';

let opened: { readonly library: Library; readonly knowledge: string } | null = null;
let turn = 0;
const verifying = new Verifying(sha256);

const open = (): NonNullable<typeof opened> => {
  if (!opened) throw new Error('exchange.open comes first');
  return opened;
};

/** What nobody expects of a file, and any file may do, ends its own work alone. */
async function guarded<Value>(work: () => Promise<Result<Value>>): Promise<Result<Value>> {
  try {
    return await work();
  } catch (error) {
    return error instanceof DOMException
      ? failureOfStorage(error)
      : failure('exchange-failed', { error: String(error) });
  }
}

const progress = (done: number, total: number): void => tell('exchange.progress', { done, total });

const tell = answerCalls<ExchangeCalls, ExchangeEvents>(globalThis as unknown as DedicatedWorkerGlobalScope, {
  'exchange.open': async ({ library, knowledge }) => {
    const found = await openLibrary(library);
    if (!found.ok) return found;
    opened = { library: found.value, knowledge };
    return success(null);
  },
  'export.preview': async (request) => {
    const mine = ++turn;
    const isStale = (): boolean => mine !== turn;
    return await previewExport(open().library, request, isStale, (preview) => {
      if (!isStale()) tell('export.previewed', preview);
    });
  },
  'export.write': (request, page) =>
    guarded(() => writeToBlob(open().library, request, connectPage(page), progress)),
  'verify.open': (files) => verifying.open(files),
  'verify.check': (sources) =>
    guarded(async () => {
      const files = await loadKnowledgeFiles(open().knowledge, KNOWLEDGE_FILES);
      return success(await verifying.check(sources, readKnowledge(files), progress));
    }),
  'carry.look': (file, here) => guarded(() => lookAt(file, here, sha256)),
  'carry.take': (file, here, page) => guarded(() => takeIn(file, here, page, sha256, progress)),
  'carry.write': (library, page) =>
    guarded(async () => success(await writeLibrary(library, page, sha256, progress))),
  'annotations.place': (text, known) => guarded(() => placeFile(open().library, text, known)),
});

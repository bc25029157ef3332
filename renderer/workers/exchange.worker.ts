import { failure, success } from '@shared/contracts/results.ts';
import type { Library } from '../library/library.ts';
import { openLibrary } from '../library/open-library.ts';
import { failureOfStorage } from '../library/storage-failure.ts';
import type { ExchangeCalls, ExchangeEvents } from './exchange-calls.ts';
import { previewExport, writeToBlob } from './exporting.ts';
import { answerCalls } from './message-calls.ts';

let opened: Library | null = null;
let turn = 0;

const library = (): Library => {
  if (!opened) throw new Error('exchange.open comes first');
  return opened;
};

const tell = answerCalls<ExchangeCalls, ExchangeEvents>(globalThis as unknown as DedicatedWorkerGlobalScope, {
  'exchange.open': async (surroundings) => {
    const found = await openLibrary(surroundings.library);
    if (!found.ok) return found;
    opened = found.value;
    return success(null);
  },
  'export.preview': async (request) => {
    const mine = ++turn;
    const isStale = (): boolean => mine !== turn;
    return await previewExport(library(), request, isStale, (preview) => {
      if (!isStale()) tell('export.previewed', preview);
    });
  },
  'export.write': async (request) => {
    try {
      return await writeToBlob(library(), request, (progress) => tell('exchange.progress', progress));
    } catch (error) {
      return error instanceof DOMException
        ? failureOfStorage(error)
        : failure('exchange-failed', { error: String(error) });
    }
  },
});

import type { Result } from '@shared/contracts/results.ts';
import type { StoreApi } from 'zustand/vanilla';
import type { ConnectedHost } from '../host/connection.ts';
import type { PageLibraryCalls } from '../workers/exchange-calls.ts';
import { answerCalls } from '../workers/message-calls.ts';
import type { Session } from './session.ts';

/** A line over which a worker asks this page for what only its host can do with the library. */
export function answerPage(host: ConnectedHost, session: StoreApi<Session>): MessagePort {
  const { port1, port2 } = new MessageChannel();
  const asResult = (outcome: Promise<Result<unknown>>): Promise<Result<unknown>> => outcome;
  answerCalls<PageLibraryCalls, Record<string, never>>(port1, {
    'page.readOriginal': (hash) => host.call('originals.read', hash),
    'page.keepOriginal': (bytes) => asResult(host.call('originals.keep', bytes)),
    'page.eraseOriginal': (hash) => asResult(host.call('originals.erase', hash)),
    'page.append': (acts) => asResult(session.getState().takeActs(acts)),
  });
  port1.start();
  return port2;
}

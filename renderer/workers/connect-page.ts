import type { PageLibraryCalls } from './exchange-calls.ts';
import { type CallClient, connectCalls } from './message-calls.ts';

/** Asks the page for what only it can do with the library: its host keeps originals and acts. */
export function connectPage(port: MessagePort): CallClient<PageLibraryCalls, Record<string, never>> {
  const client = connectCalls<PageLibraryCalls, Record<string, never>>(port);
  port.start();
  return client;
}

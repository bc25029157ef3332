import { expect, it, onTestFinished, vi } from 'vitest';
import { answerCalls, connectCalls, type MessagePortLike } from '../../../renderer/workers/message-calls.ts';

/** A worker's scope and the page's end of it, as one realm has them. */
function linked(): { readonly scope: EventTarget & MessagePortLike; readonly page: MessagePortLike } {
  const scope = new EventTarget();
  const page = new EventTarget();
  const to = (other: EventTarget) => (data: unknown) =>
    void other.dispatchEvent(new MessageEvent('message', { data: structuredClone(data) }));
  return {
    scope: Object.assign(scope, { postMessage: to(page), onunhandledrejection: null }) as never,
    page: Object.assign(page, { postMessage: to(scope) }) as never,
  };
}

it('an error that nobody in a worker heard of reaches the page by its name, and fails no call', async () => {
  const { scope, page } = linked();
  const reported: unknown[] = [];
  vi.stubGlobal('reportError', (error: unknown) => reported.push(error));
  onTestFinished(() => void vi.unstubAllGlobals());
  const client = connectCalls<{ double: (value: number) => number }, Record<string, never>>(page);
  answerCalls<{ double: (value: number) => number }, Record<string, never>>(scope, {
    double: (value) => value * 2,
  });
  scope.dispatchEvent(
    Object.assign(new Event('unhandledrejection'), { reason: new RangeError('河湾村的话') }),
  );
  expect(reported).toEqual([expect.objectContaining({ name: 'RangeError', message: 'in a worker' })]);
  expect(await client.call('double', 4)).toBe(8);
});

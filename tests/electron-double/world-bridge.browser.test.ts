import { expect, it } from 'vitest';
import { bridgeWorlds } from './world-bridge.ts';

/** Both ends in one world: what crosses is packed all the same. */
function expose(api: unknown): Record<string, (...args: unknown[]) => unknown> {
  const key = `api${crypto.randomUUID()}`;
  bridgeWorlds(key, 'page');
  bridgeWorlds(key, 'preload')(key, api);
  return Reflect.get(window, key);
}

it('carries values and promises, and leaves no object of the other side', async () => {
  const bytes = Uint8Array.of(1, 2, 3);
  const kept = { list: [bytes] };
  const api = expose({ keep: async (value: unknown) => ({ value, kept }) });
  const answer = (await api.keep?.(kept)) as { value: { list: Uint8Array[] }; kept: object };
  expect(answer.value).toEqual(kept);
  expect(answer.kept).not.toBe(kept);
  expect(Object.isFrozen(api)).toBe(true);
});

it('carries functions both ways', () => {
  const heard: unknown[] = [];
  const api = expose({
    on: (listener: (value: string) => void) => {
      listener('now');
      return () => heard.push('stopped');
    },
  });
  const stop = api.on?.((value: unknown) => heard.push(value)) as () => void;
  stop();
  expect(heard).toEqual(['now', 'stopped']);
});

it('carries errors as their message', async () => {
  const api = expose({
    fail: () => {
      throw new TypeError('at once');
    },
    reject: async () => {
      throw new Error('later');
    },
  });
  expect(() => api.fail?.()).toThrow('at once');
  await expect(api.reject?.()).rejects.toThrow('later');
});

it('cannot be exposed over twice', () => {
  const key = `api${crypto.randomUUID()}`;
  bridgeWorlds(key, 'page');
  const exposeOver = bridgeWorlds(key, 'preload');
  exposeOver(key, { version: 1 });
  expect(() => Object.defineProperty(window, key, { value: 2 })).toThrow(TypeError);
});

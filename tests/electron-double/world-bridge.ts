/** What a value becomes between the page's two worlds, as `contextBridge` has it. */
export type Packed =
  | { readonly kind: 'clone'; readonly value: unknown }
  | { readonly kind: 'error'; readonly message: string }
  | { readonly kind: 'function'; readonly id: number }
  | { readonly kind: 'promise'; readonly id: number }
  | { readonly kind: 'list'; readonly items: readonly Packed[] }
  | { readonly kind: 'record'; readonly entries: readonly (readonly [string, Packed])[] };

type Signal =
  | { readonly type: 'expose'; readonly key: string; readonly value: Packed }
  | {
      readonly type: 'call';
      readonly call: number;
      readonly target: number;
      readonly args: readonly Packed[];
    }
  | { readonly type: 'return'; readonly call: number; readonly threw: boolean; readonly value: Packed }
  | { readonly type: 'settle'; readonly promise: number; readonly threw: boolean; readonly value: Packed };

/**
 * One end of the bridge between the preload's world and the page's. DOM events cross worlds at once and
 * their detail is cloned, so neither side ever holds an object of the other. The source runs in the page:
 * it may use nothing from outside itself, and keeps the page's own functions before scripts can change them.
 */
export function bridgeWorlds(
  secret: string,
  side: 'page' | 'preload',
): (key: string, value: unknown) => void {
  const other = side === 'page' ? 'preload' : 'page';
  const functions = new Map<number, (...args: unknown[]) => unknown>();
  const promises = new Map<
    number,
    { resolve: (value: unknown) => void; reject: (reason: unknown) => void }
  >();
  const returned = new Map<number, Signal & { type: 'return' }>();
  const OwnEvent = CustomEvent;
  const dispatch = window.dispatchEvent.bind(window);
  let next = 1;

  const signal = (detail: Signal): void => {
    dispatch(new OwnEvent(`${secret}-${other}`, { detail }));
  };

  const pack = (value: unknown): Packed => {
    if (typeof value === 'function') {
      const id = next++;
      functions.set(id, value as (...args: unknown[]) => unknown);
      return { kind: 'function', id };
    }
    if (value instanceof Promise) {
      const promise = next++;
      value.then(
        (result) => signal({ type: 'settle', promise, threw: false, value: pack(result) }),
        (reason) => signal({ type: 'settle', promise, threw: true, value: pack(reason) }),
      );
      return { kind: 'promise', id: promise };
    }
    if (value instanceof Error) return { kind: 'error', message: value.message };
    if (Array.isArray(value)) return { kind: 'list', items: value.map(pack) };
    if (value !== null && typeof value === 'object' && Object.getPrototypeOf(value) === Object.prototype)
      return { kind: 'record', entries: Object.entries(value).map(([key, item]) => [key, pack(item)]) };
    return { kind: 'clone', value };
  };

  const callOther =
    (target: number) =>
    (...args: unknown[]): unknown => {
      const call = next++;
      signal({ type: 'call', call, target, args: args.map(pack) });
      const result = returned.get(call);
      returned.delete(call);
      if (!result) throw new Error('double: the other world is gone');
      if (result.threw) throw unpack(result.value);
      return unpack(result.value);
    };

  const unpack = (packed: Packed): unknown => {
    switch (packed.kind) {
      case 'clone':
        return packed.value;
      case 'error':
        return new Error(packed.message);
      case 'function':
        return callOther(packed.id);
      case 'promise':
        return new Promise((resolve, reject) => promises.set(packed.id, { resolve, reject }));
      case 'list':
        return packed.items.map(unpack);
      case 'record':
        return Object.freeze(Object.fromEntries(packed.entries.map(([key, item]) => [key, unpack(item)])));
    }
  };

  const run = (target: number, args: readonly Packed[]): { threw: boolean; value: Packed } => {
    try {
      return { threw: false, value: pack(functions.get(target)?.(...args.map(unpack))) };
    } catch (error) {
      return { threw: true, value: pack(error instanceof Error ? error : new Error(String(error))) };
    }
  };

  window.addEventListener(
    `${secret}-${side}`,
    (event) => {
      event.stopImmediatePropagation();
      const received = (event as CustomEvent<Signal>).detail;
      switch (received.type) {
        case 'expose':
          Object.defineProperty(window, received.key, { value: unpack(received.value), enumerable: true });
          return;
        case 'call':
          signal({ type: 'return', call: received.call, ...run(received.target, received.args) });
          return;
        case 'return':
          returned.set(received.call, received);
          return;
        case 'settle': {
          const promise = promises.get(received.promise);
          promises.delete(received.promise);
          if (received.threw) promise?.reject(unpack(received.value));
          else promise?.resolve(unpack(received.value));
        }
      }
    },
    true,
  );

  return (key, value) => signal({ type: 'expose', key, value: pack(value) });
}

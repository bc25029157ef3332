/**
 * The same function, which gives again what it gave for the same arguments last: what a panel of many thousand cards is
 * made of outlives the panel, and is not made again where the person turns back to it.
 */
export function rememberLast<Args extends readonly unknown[], Value>(
  make: (...args: Args) => Value,
): (...args: Args) => Value {
  let last: { readonly args: Args; readonly value: Value } | null = null;
  return (...args) => {
    if (!last?.args.every((arg, at) => arg === args[at])) last = { args, value: make(...args) };
    return last.value;
  };
}

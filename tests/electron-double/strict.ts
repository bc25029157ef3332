/** Lets nothing be asked of a double that it does not have: silence would pass for Electron's answer. */
export function strict<Target extends object>(name: string, target: Target): Target {
  return new Proxy(target, {
    get(object, key) {
      if (typeof key === 'string' && key !== 'then' && !Reflect.has(object, key))
        throw new Error(`double: ${name}.${key} is not doubled`);
      const value: unknown = Reflect.get(object, key);
      return typeof value === 'function' ? value.bind(object) : value;
    },
  });
}

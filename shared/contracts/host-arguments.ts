import * as v from 'valibot';
import { type HostCall, type HostCalls, MAX_ORIGINAL_BYTES, MENU_ROLES } from './host.ts';
import { failure, type Result, success } from './results.ts';

/** Acts of one append, and characters of one act as JSON: far beyond what a person makes, below what harms. */
const MAX_ACTS = 10_000;
const MAX_SETTINGS_CHARACTERS = 1024 * 1024;

const sha256 = v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/));
const bytes = v.pipe(
  v.instance(Uint8Array),
  v.check((value) => value.length <= MAX_ORIGINAL_BYTES),
);
/** The host's own id of a save under way. */
const save = v.pipe(v.string(), v.regex(/^[0-9a-f-]{36}$/));
const detail = v.record(
  v.pipe(v.string(), v.maxLength(64)),
  v.union([v.pipe(v.string(), v.maxLength(1024)), v.number()]),
);

const label = v.pipe(v.string(), v.minLength(1), v.maxLength(100));
const menuItem = v.variant('type', [
  v.strictObject({
    type: v.literal('command'),
    command: v.pipe(v.string(), v.regex(/^[\w.-]{1,64}$/)),
    label,
    accelerator: v.optional(v.pipe(v.string(), v.regex(/^[\w+,.\-=/[\]\\;'`]{1,40}$/))),
    enabled: v.boolean(),
  }),
  v.strictObject({ type: v.literal('role'), role: v.picklist(MENU_ROLES), label }),
  v.strictObject({ type: v.literal('separator') }),
]);
const menuItems = v.pipe(v.array(menuItem), v.maxLength(100));
const menuSections = v.pipe(v.array(v.strictObject({ label, items: menuItems })), v.maxLength(20));

/** What each call takes, checked where it crosses into the host; names and order are those of `HostCalls`. */
const SCHEMAS = {
  'host.info': v.strictTuple([]),
  'originals.keep': v.strictTuple([bytes]),
  'originals.read': v.strictTuple([sha256]),
  'originals.check': v.strictTuple([sha256]),
  'originals.erase': v.strictTuple([sha256]),
  'journal.append': v.strictTuple([
    v.pipe(v.array(v.looseObject({ id: v.string() })), v.minLength(1), v.maxLength(MAX_ACTS)),
  ]),
  'journal.read': v.strictTuple([v.pipe(v.number(), v.safeInteger(), v.minValue(0))]),
  'settings.read': v.strictTuple([]),
  'settings.write': v.strictTuple([
    v.pipe(
      v.unknown(),
      v.check((value) => (JSON.stringify(value)?.length ?? Infinity) <= MAX_SETTINGS_CHARACTERS),
    ),
  ]),
  'menu.show': v.strictTuple([menuSections, menuItems]),
  'files.pick': v.strictTuple([]),
  'files.takeOpened': v.strictTuple([]),
  'beside.begin': v.strictTuple([]),
  'beside.open': v.strictTuple([save]),
  'save.begin': v.strictTuple([v.pipe(v.string(), v.minLength(1), v.maxLength(255))]),
  'save.append': v.strictTuple([save, bytes]),
  'save.end': v.strictTuple([save]),
  'save.drop': v.strictTuple([save]),
  'storage.clear': v.strictTuple([]),
  'log.write': v.strictTuple([
    v.strictObject({
      at: v.pipe(v.string(), v.maxLength(40)),
      level: v.picklist(['info', 'warning', 'error']),
      what: v.pipe(v.string(), v.maxLength(200)),
      detail: v.optional(detail),
    }),
  ]),
  'log.read': v.strictTuple([]),
  'vault.survey': v.strictTuple([]),
  'backups.list': v.strictTuple([]),
  'backups.make': v.strictTuple([]),
  'backups.restore': v.strictTuple([v.pipe(v.string(), v.regex(/^[\w-]{4,64}$/))]),
} satisfies { [Call in HostCall]: v.GenericSchema<unknown, Loose<Parameters<HostCalls[Call]>>> };

/** Parameters as a schema yields them: optional members may be present and undefined. */
type Loose<Value> = Value extends Uint8Array
  ? Value
  : Value extends object
    ? { [Key in keyof Value]: Loose<Value[Key]> | (undefined extends Value[Key] ? undefined : never) }
    : Value;

/** A call whose name and arguments are known to fit each other. */
export type CheckedCall = {
  readonly [Call in HostCall]: { readonly name: Call; readonly args: Parameters<HostCalls[Call]> };
}[HostCall];

/** Checks what came across a gate: an unknown name or arguments of another form are `refused`. */
export function checkCall(name: unknown, args: unknown): Result<CheckedCall, 'refused'> {
  if (typeof name !== 'string' || !Object.hasOwn(SCHEMAS, name)) return failure('refused');
  const checked = v.safeParse(SCHEMAS[name as HostCall], args);
  if (!checked.success) return failure('refused', { call: name });
  return success({ name, args: checked.output } as CheckedCall);
}

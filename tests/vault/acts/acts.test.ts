import { rmSync } from 'node:fs';
import { join } from 'node:path';
import type { HostCall } from '@shared/contracts/host.ts';
import type { Act } from '@shared/journal/act.ts';
import fc from 'fast-check';
import { expect, it, vi } from 'vitest';
import { createStore } from 'zustand/vanilla';
import { HostService, notAvailable } from '../../../electron/host/host-service.ts';
import { Vault } from '../../../electron/vault/vault.ts';
import type { ConnectedHost, Connection } from '../../../renderer/host/connection.ts';
import { createDeeds } from '../../../renderer/state/deeds.ts';
import { createNotices } from '../../../renderer/state/notices.ts';
import { openSession } from '../../../renderer/state/session.ts';
import { createMemoryOutbox } from '../../renderer/memory-outbox.ts';
import { disk } from '../failing-files.ts';
import { newFolder } from '../new-vault.ts';
import { anyDeed, SOURCES } from './any-deed.ts';
import { PlainModel, pictureOf } from './plain-model.ts';

vi.mock('node:fs/promises', async (original) =>
  (await import('../failing-files.ts')).onFailingDisk(await original()),
);

let ids = 0;

/** A vault, a host over it and a page of the host, as a person has them open. */
async function openDesk(path: string) {
  const opened = await Vault.open({ path, host: 'loopback' });
  if (!opened.ok) return opened;
  const vault = opened.value;
  const service = new HostService(vault, {
    capabilities: { nativeDialogs: false, nativeMenu: false },
    version: '0.0.0',
    systemLocale: () => 'zh-CN',
    showMenu: () => undefined,
    pickFiles: notAvailable,
    chooseSavePath: notAvailable,
    clearStorage: async () => undefined,
    openLibrary: notAvailable,
    readBundled: async () => null,
  });
  const host = {
    call: (name: HostCall, ...args: unknown[]) => service.call('page', { name, args } as never),
    on: (event: never, listener: (payload: never) => void) =>
      service.listen('page', (told, payload) => {
        if (told === event) listener(payload as never);
      }),
    connection: createStore<Connection>()(() => ({ phase: 'here', failure: null })),
    look: async () => true,
    settle: () => undefined,
  } as unknown as ConnectedHost;
  const session = await openSession(host, [], {
    now: () => new Date('2026-01-02T03:04:05Z'),
    newId: () => `act-${++ids}`,
    outbox: createMemoryOutbox(),
    fail: (error) => {
      throw error;
    },
  });
  if (!session.ok) throw new Error(session.reason);
  return {
    ok: true as const,
    vault,
    host,
    session: session.value,
    deeds: createDeeds(host, session.value, createNotices()),
  };
}

type Desk = Extract<Awaited<ReturnType<typeof openDesk>>, { ok: true }>;

/** One person at one vault, and the model of what they did. */
class Life {
  readonly path: string;
  desk: Desk;
  model = new PlainModel([]);
  readonly backups = new Map<string, PlainModel>();

  constructor(path: string, desk: Desk) {
    this.path = path;
    this.desk = desk;
  }

  get acts(): readonly Act[] {
    return this.desk.session.getState().acts;
  }

  /** Takes what was acknowledged into the model, and looks whether that is what the page shows. */
  took(isDone: boolean): void {
    const known = this.model.acts.length;
    expect(this.acts.slice(0, known)).toEqual(this.model.acts);
    expect(this.acts.length).toBe(isDone ? known + 1 : known);
    this.model = this.model.with(this.acts.slice(known));
  }

  look(): void {
    const { state, undoable, redoable } = this.desk.session.getState();
    expect(pictureOf(state)).toEqual(this.model.picture);
    expect([undoable?.id ?? null, redoable?.id ?? null]).toEqual([this.model.nextUndo, this.model.nextRedo]);
  }

  /** The program ends, well or in the middle of things, and is started again. */
  async restart(isCrash: boolean): Promise<void> {
    if (isCrash) disk.fail(0, Number.POSITIVE_INFINITY, 'EIO');
    await this.desk.vault.close().catch(() => undefined);
    if (isCrash) disk.heal();
    let opened = await this.open();
    if (!opened.ok) {
      disk.heal();
      opened = await this.open();
    }
    if (!opened.ok) throw new Error(`${opened.reason} ${JSON.stringify(opened.detail)}`);
    this.desk = opened;
    const known = this.model.acts.length;
    expect(opened.vault.state.damagedLine).toBeNull();
    expect(this.acts.slice(0, known)).toEqual(this.model.acts);
    // What was written and never acknowledged may have come through.
    this.model = this.model.with(this.acts.slice(known));
  }

  /** The lock of a process that is gone is taken over; this process plays one that is. */
  private open() {
    rmSync(join(this.path, 'lock'), { force: true });
    rmSync(join(this.path, 'lock.succession'), { force: true });
    return openDesk(this.path);
  }
}

/** What happens next in a life; its name tells a failing sequence. */
interface Step {
  readonly name: string;
  readonly run: (life: Life) => Promise<void>;
}

const step = (name: string, run: Step['run']): Step => ({ name, run });

/** A step that writes one act or none. @param act whether it was acknowledged */
const acting = (name: string, act: (life: Life) => Promise<boolean>): Step =>
  step(name, async (life) => life.took(await act(life)));

const undo = acting('undo', async ({ desk, model }) => {
  const done = await desk.session.getState().undo();
  if (done.ok) expect(done.value.deed).toEqual({ type: 'undo', act: model.nextUndo });
  return done.ok;
});

const redo = acting('redo', async ({ desk, model }) => {
  const done = await desk.session.getState().redo();
  if (done.ok) expect(done.value.deed).toEqual({ type: 'undo', act: model.nextRedo });
  return done.ok;
});

const undoOne = (nth: number): Step =>
  acting('undo one', async ({ desk, model }) => {
    const act = model.standing[nth % Math.max(1, model.standing.length)];
    // Not by `undoAct`, which refuses an erasure: older journals hold such undos.
    return act !== undefined && (await desk.session.getState().perform({ type: 'undo', act })).ok;
  });

const backUp = step('back up', async ({ desk, backups, model }) => {
  const made = await desk.vault.makeBackup();
  if (made.ok) backups.set(made.value.id, model);
});

const restore = (nth: number): Step =>
  step('restore', async (life) => {
    const listed = await life.desk.vault.listBackups();
    const ours = (listed.ok ? listed.value : []).filter(
      ({ id, lines }) => life.backups.get(id)?.acts.length === lines,
    );
    const backup = ours[nth % Math.max(1, ours.length)];
    if (!backup) return;
    const restored = await life.desk.host.call('backups.restore', backup.id);
    // The page has read the journal again when something that it was asked after that is answered.
    await life.desk.session.getState().undoAct('no such act');
    if (restored.ok) life.model = life.backups.get(backup.id) ?? life.model;
    expect(life.acts).toEqual(life.model.acts);
  });

const steps: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 12,
    arbitrary: anyDeed.map((deed) =>
      acting(deed.type, async ({ desk }) => (await desk.session.getState().perform(deed)).ok),
    ),
  },
  { weight: 4, arbitrary: fc.constant(undo) },
  { weight: 3, arbitrary: fc.constant(redo) },
  { weight: 4, arbitrary: fc.nat({ max: 20 }).map(undoOne) },
  {
    weight: 2,
    arbitrary: fc
      .constantFrom(...SOURCES)
      .map((source) => acting('erase', ({ desk }) => desk.deeds.erase(source))),
  },
  {
    weight: 2,
    arbitrary: fc
      .boolean()
      .map((isCrash) => step(isCrash ? 'crash' : 'restart', (life) => life.restart(isCrash))),
  },
  { weight: 1, arbitrary: fc.constant(backUp) },
  { weight: 1, arbitrary: fc.nat({ max: 3 }).map(restore) },
  {
    weight: 5,
    arbitrary: fc
      .tuple(fc.nat({ max: 8 }), fc.constantFrom(1, 2, 40), fc.constantFrom('ENOSPC', 'EIO', 'EDQUOT'))
      .map(([healthy, failing, code]) =>
        step(`${failing} × ${code} after ${healthy}`, async () => disk.fail(healthy, failing, code)),
      ),
  },
);

it('keeps every acknowledged act, and shows what a plain model shows, whatever is done and fails', async () => {
  let failed = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(
        steps.map((one) => ({ ...one, [fc.toStringMethod]: () => one.name })),
        { minLength: 5, maxLength: 40 },
      ),
      async (life) => {
        disk.heal();
        const path = newFolder();
        const opened = await openDesk(path);
        if (!opened.ok) throw new Error(opened.reason);
        const person = new Life(path, opened);
        for (const { run } of life) {
          await run(person);
          person.look();
          failed += disk.failed;
        }
        disk.heal();
        await person.restart(true);
        person.look();
        await person.desk.vault.close();
      },
    ),
    { numRuns: 40 },
  );
  expect(failed).toBeGreaterThan(0);
});

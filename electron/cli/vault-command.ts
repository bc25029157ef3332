import type { Backup } from '@shared/contracts/host.ts';
import type { Failure, Result } from '@shared/contracts/results.ts';
import { describeFailure } from '../host/describe-failure.ts';
import { inspectVault } from '../vault/inspect-vault.ts';
import { decideVaultPath } from '../vault/location.ts';
import { repairVault } from '../vault/repair-vault.ts';
import { Vault } from '../vault/vault.ts';
import { readMark } from '../vault/vault-mark.ts';
import { type Command, type CommandIo, type ExitCode, WrongUse } from './command.ts';
import { readOptions } from './read-options.ts';

const ACTIONS = ['check', 'backup', 'restore', 'repair'] as const;
type Action = (typeof ACTIONS)[number];

export const vaultCommand: Command = {
  name: 'vault',
  usage: [
    'duidu vault check|backup|repair [--vault DIR] [--json]',
    'duidu vault restore [BACKUP] [--vault DIR] [--json]',
  ].join('\n'),
  summary: [
    'Looks after the folder that keeps what you imported and made.',
    '  check    reads everything and changes nothing; exit 1 where something is amiss',
    '  backup   copies the journal now',
    '  restore  puts a backup in the journal’s place: the one named, else the newest sound one',
    '  repair   puts right what can be put right, and names what is lost',
  ].join('\n'),
  async run(args, io) {
    const { action, backup, vault, isJson } = parse(args);
    const path = decideVaultPath({
      option: vault,
      env: process.env,
      platform: process.platform,
      cwd: io.cwd,
    });
    const answer = new Answer(path, io, isJson);
    switch (action) {
      case 'check':
        return await check(path, answer);
      case 'backup':
        return await withVault(path, answer, async (opened) => {
          const made = await opened.makeBackup();
          return made.ok
            ? answer.end({ backup: made.value }, [sayBackup(made.value)])
            : answer.fail('backup', made);
        });
      case 'restore':
        return await withVault(path, answer, (opened) => restore(opened, backup, answer));
      case 'repair':
        return await repair(path, answer);
    }
  },
};

async function check(path: string, answer: Answer): Promise<ExitCode> {
  const report = await inspectVault(path);
  if (!report.ok) return answer.fail(path, report);
  const { faults, ...found } = report.value;
  for (const { place, failure } of faults) answer.tell(place, failure);
  const { lines, originals, backups, newestBackup, strays } = found;
  return answer.end(found, [
    `library    ${path}`,
    `journal    ${lines} steps`,
    `originals  ${originals}`,
    `backups    ${backups}${newestBackup ? `, the newest of ${newestBackup}` : ''}`,
    ...strays.map((stray) => `not Duidu’s, left alone: ${stray}`),
    faults.length === 0 ? 'everything is whole' : `${faults.length} amiss`,
  ]);
}

async function restore(vault: Vault, named: string | null, answer: Answer): Promise<ExitCode> {
  const backups = await vault.listBackups();
  if (!backups.ok) return answer.fail('backups', backups);
  const newest = backups.value.findLast(({ sound, reason }) => sound && reason !== 'mended');
  const id = named ?? newest?.id;
  if (id === undefined || !backups.value.some((one) => one.id === id)) {
    const known = backups.value.map(sayBackup).join('\n');
    throw new WrongUse(known === '' ? 'there is no backup yet' : `name one of these backups:\n${known}`);
  }
  const restored = await vault.restoreBackup(id);
  if (!restored.ok) return answer.fail(id, restored);
  return answer.end({ restored: id }, [`restored ${id}; what was there is kept`]);
}

async function repair(path: string, answer: Answer): Promise<ExitCode> {
  const repaired = await repairVault(path);
  if (!repaired.ok) return answer.fail(path, repaired);
  const mended = repaired.value.map((found) => ({ code: found.reason, message: answer.say(found) }));
  const left = await inspectVault(path);
  if (!left.ok) return answer.fail(path, left);
  for (const { place, failure } of left.value.faults) answer.tell(place, failure);
  const isLost = repaired.value.some(({ reason }) => reason === 'steps-lost');
  const ended = await answer.end({ mended, lines: left.value.lines }, [
    ...mended.map(({ message }) => message),
    mended.length === 0 ? 'there was nothing to put right' : `${left.value.lines} steps in the journal`,
  ]);
  return isLost ? 1 : ended;
}

/** Opens a vault that is there; none is made here. */
async function withVault(
  path: string,
  answer: Answer,
  use: (vault: Vault) => Promise<ExitCode>,
): Promise<ExitCode> {
  const marked = await readMark(path);
  if (marked.ok && marked.value === null)
    return answer.fail(path, { ok: false, reason: 'vault-missing', detail: { path } });
  const opened = await Vault.open({ path, host: 'cli' });
  if (!opened.ok) return answer.fail(path, opened);
  try {
    return await use(opened.value);
  } finally {
    await opened.value.close();
  }
}

/** What one call prints: words for a person, or one JSON object; what is amiss also on standard error. */
class Answer {
  readonly #vault: string;
  readonly #io: CommandIo;
  readonly #isJson: boolean;
  readonly #faults: { place: string; code: string; message: string }[] = [];

  constructor(vault: string, io: CommandIo, isJson: boolean) {
    this.#vault = vault;
    this.#io = io;
    this.#isJson = isJson;
  }

  say(failure: Failure): string {
    return describeFailure(failure, this.#io.resources);
  }

  tell(place: string, failure: Failure): void {
    const message = this.say(failure);
    this.#faults.push({ place, code: failure.reason, message });
    this.#io.report(`duidu vault: ${place}: ${failure.reason}: ${message}`);
  }

  async fail(place: string, failure: Extract<Result<never>, { ok: false }>): Promise<ExitCode> {
    this.tell(place, failure);
    return await this.end({}, []);
  }

  async end(found: object, words: readonly string[]): Promise<ExitCode> {
    if (this.#isJson)
      await this.#io.print(JSON.stringify({ vault: this.#vault, ...found, faults: this.#faults }));
    else for (const line of words) await this.#io.print(line);
    return this.#faults.length > 0 ? 1 : 0;
  }
}

const sayBackup = ({ id, reason, lines, sound, lost }: Backup): string =>
  [`${id}  ${lines} steps, ${reason}`, sound ? '' : ', damaged', lost > 0 ? `, ${lost} lost` : ''].join('');

interface VaultRequest {
  readonly action: Action;
  readonly backup: string | null;
  readonly vault: string | undefined;
  readonly isJson: boolean;
}

function parse(args: readonly string[]): VaultRequest {
  const parsed = readOptions(args, OPTIONS);
  const [named = '', backup = null, ...rest] = parsed.positionals;
  const action = ACTIONS.find((each) => each === named);
  if (action === undefined) throw new WrongUse(`say what to do: ${ACTIONS.join(', ')}`);
  if (rest.length > 0 || (backup !== null && action !== 'restore')) throw new WrongUse('too many words');
  return { action, backup, vault: parsed.values.vault, isJson: parsed.values.json ?? false };
}

const OPTIONS = {
  allowPositionals: true,
  options: { vault: { type: 'string' }, json: { type: 'boolean' } },
} as const;

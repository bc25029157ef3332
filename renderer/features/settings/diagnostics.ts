import type { HostInfo, LogEntry } from '@shared/contracts/host.ts';
import { localeOf } from '../../state/locale.ts';

/** What is known of the machine and the library without a word of what the person reads or writes. */
export interface Diagnosed {
  readonly info: HostInfo;
  readonly browser: string;
  readonly window: string;
  readonly counts: Readonly<Record<string, number>>;
  readonly log: readonly LogEntry[];
}

/** A line for each thing; no path, no name of a file, no text: codes and numbers alone. */
export function sayDiagnostics({ info, browser, window, counts, log }: Diagnosed): string {
  const { version, capabilities, vault } = info;
  const able = Object.entries(capabilities).flatMap(([name, can]) => (can === true ? [name] : []));
  const reasons = new Map<string, number>();
  for (const { what } of log) reasons.set(what, (reasons.get(what) ?? 0) + 1);
  return [
    `duidu ${version}`,
    `browser ${browser}`,
    `window ${window}`,
    `locale ${localeOf(info)}`,
    `host ${able.sort().join(' ') || 'plain'}`,
    `vault ${vault.readOnly ? vault.readOnly.reason : 'writable'}${vault.endedUncleanly ? ', last end unclean' : ''}`,
    ...vault.findings.map(({ reason }) => `found ${reason}`),
    ...Object.entries(counts).map(([what, count]) => `${what} ${count}`),
    ...[...reasons].map(([code, count]) => `log ${code} ${count}`),
  ].join('\n');
}

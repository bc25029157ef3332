import { type ParseArgsConfig, parseArgs } from 'node:util';
import { WrongUse } from './command.ts';

/** Options and words of a call, as `parseArgs` reads them. @throws WrongUse for what the command does not take. */
export function readOptions<Config extends ParseArgsConfig>(
  args: readonly string[],
  config: Config,
): ReturnType<typeof parseArgs<Config & { args: string[] }>> {
  try {
    return parseArgs({ ...config, args: [...args] });
  } catch (error) {
    throw new WrongUse((error as Error).message);
  }
}

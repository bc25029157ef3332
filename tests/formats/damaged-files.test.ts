import { ERROR_CODES } from '@shared/contracts/error-codes.ts';
import { describe, expect, it } from 'vitest';
import { damage, GREEDY_FILES, randomFrom, readAll, SOUND_FILES } from './damaged-files.ts';

const RUNS = 250;
const KNOWN = ['read', ...ERROR_CODES];

describe('the readers of files', () => {
  it('give text or a code for damaged files of every format', async () => {
    const random = randomFrom(20261130);
    for (let run = 0; run < RUNS; run++)
      for (const outcome of await readAll(damage(SOUND_FILES, random))) expect(KNOWN).toContain(outcome);
  });

  it.each(GREEDY_FILES.map((file) => [file.name, file] as const))(
    'come to an end with what asks for too much: %s',
    async (_, file) => {
      for (const outcome of await readAll(file)) expect(KNOWN).toContain(outcome);
    },
  );
});

import { expect, it } from 'vitest';
import { createLog } from '../../../renderer/state/log.ts';
import { watchErrors } from '../../../renderer/state/watch-errors.ts';
import { createMemoryHost } from '../memory-host.ts';

it('what nothing caught stands in the log with its kind and place, and no word of anybody’s text', async () => {
  const host = createMemoryHost();
  const log = createLog(host, () => new Date('2026-01-02T03:04:05Z'));
  const page = new EventTarget();
  watchErrors(page as Window, log);
  const error = new RangeError('陈大江的日记');
  page.dispatchEvent(Object.assign(new Event('error'), { error }));
  page.dispatchEvent(Object.assign(new Event('unhandledrejection'), { reason: error }));
  page.dispatchEvent(Object.assign(new Event('error'), { message: '陈大江' }));
  await expect.poll(() => host.memory.log).toHaveLength(3);
  const [first] = host.memory.log;
  expect(first).toMatchObject({ level: 'error', what: 'page-error', detail: { name: 'RangeError' } });
  expect(String(first?.detail?.where)).toContain('watch-errors.test.ts');
  expect(log.getState().asText()).not.toMatch(/陈大江/);
});

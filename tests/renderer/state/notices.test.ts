import { failure } from '@shared/contracts/results.ts';
import { expect, it } from 'vitest';
import { createNotices } from '../../../renderer/state/notices.ts';

it('a failure that is being shown is shown anew, and not a second time', () => {
  const notices = createNotices();
  const { fail } = notices.getState();
  const reasons = (): unknown[] =>
    notices.getState().shown.map((notice) => notice.type === 'failure' && notice.failure.detail);
  fail(failure('disk-full', { code: 'ENOSPC' }));
  fail(failure('disk-full', { code: 'ENOSPC' }));
  fail(failure('disk-full', { code: 'EDQUOT' }));
  expect(reasons()).toEqual([{ code: 'ENOSPC' }, { code: 'EDQUOT' }]);
  const before = notices.getState().shown.map(({ id }) => id);
  fail(failure('disk-full', { code: 'ENOSPC' }));
  expect(reasons()).toEqual([{ code: 'EDQUOT' }, { code: 'ENOSPC' }]);
  expect(before).not.toContain(notices.getState().shown[1]?.id);
});

import { failure, success } from '@shared/contracts/results.ts';
import { describe, expect, it } from 'vitest';
import { createSettings, readSettings } from '../../../renderer/state/settings.ts';
import { createMemoryHost } from '../memory-host.ts';

describe('settings', () => {
  it.each([null, 3, 'dark', [], { theme: 7, textSize: 9, place: { room: 'cellar' } }])(
    'of %j take their first values',
    (stored) => {
      expect(readSettings(stored)).toMatchObject({ theme: 'system', textSize: 1, place: { room: 'shelf' } });
    },
  );

  it('keep what is well formed beside what is not', () => {
    expect(readSettings({ theme: 'dark', textSize: 9, later: true })).toMatchObject({
      theme: 'dark',
      textSize: 1,
    });
  });

  it('are found again after they were written, and are one write for many changes', async () => {
    const host = createMemoryHost();
    const settings = createSettings(host, success(null));
    settings.getState().change({ theme: 'sepia' });
    settings.getState().goTo({ room: 'reader', article: 'a' });
    settings.getState().rememberPosition('a', { block: 3, progress: 0.4 });
    expect(host.memory.settings).toBeNull();
    await settings.getState().flush();
    const again = createSettings(createMemoryHost(host.memory), success(host.memory.settings)).getState();
    expect(again).toMatchObject({
      theme: 'sepia',
      place: { room: 'reader', article: 'a' },
      positions: { a: { block: 3, progress: 0.4 } },
    });
  });

  it('hold a recent search once, the newest first', () => {
    const settings = createSettings(createMemoryHost(), success(null));
    for (const query of ['渡口', '码头', '渡口']) settings.getState().rememberSearch(query);
    expect(settings.getState().recentSearches).toEqual(['渡口', '码头']);
  });

  it('that could not be read are not written over: what was changed meanwhile is laid over them', async () => {
    const host = createMemoryHost();
    host.memory.settings = { theme: 'dark', recentSearches: ['渡口'] };
    host.memory.settingsAreShut = true;
    const settings = createSettings(host, failure('disk-failing'));
    settings.getState().change({ textSize: 1.3 });
    await settings.getState().flush();
    expect(host.memory.settings).toEqual({ theme: 'dark', recentSearches: ['渡口'] });

    host.memory.settingsAreShut = false;
    await settings.getState().flush();
    const wanted = { theme: 'dark', recentSearches: ['渡口'], textSize: 1.3 };
    expect(host.memory.settings).toMatchObject(wanted);
    expect(settings.getState()).toMatchObject(wanted);
  });
});

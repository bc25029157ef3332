import type { StoreApi } from 'zustand/vanilla';
import type { SettingsState } from './settings.ts';
import type { Surfaces } from './surfaces.ts';

export interface PanelTools {
  readonly settings: StoreApi<SettingsState>;
  readonly surfaces: StoreApi<Surfaces>;
}

/** Whether the panel is in sight: a column that the person keeps or closes, a drawer where there is no room for one. */
export function showsPanel({ settings, surfaces }: PanelTools): boolean {
  const { hasDrawers, drawer } = surfaces.getState();
  return hasDrawers ? drawer === 'panel' : settings.getState().place.panel;
}

/** Brings the panel in or sends it off. */
export function showPanel({ settings, surfaces }: PanelTools, isShown: boolean): void {
  const { hasDrawers, bring } = surfaces.getState();
  if (hasDrawers) bring(isShown ? 'panel' : null);
  else settings.getState().goTo({ panel: isShown });
}

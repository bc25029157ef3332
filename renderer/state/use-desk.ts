import { createContext, useContext } from 'react';
import { useStore } from 'zustand';
import type { Desk, DeskStates, DeskStores } from './desk.ts';

export const DeskContext = createContext<Desk | null>(null);

/** The desk of this page. @throws Error outside `DeskContext`. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (!desk) throw new Error('no desk above this component');
  return desk;
}

/** A part of one of the desk's stores; the component follows it. */
export function useDeskState<Name extends keyof DeskStates, Part>(
  name: Name,
  select: (state: DeskStates[Name]) => Part,
): Part {
  const stores: DeskStores = useDesk();
  return useStore(stores[name], select);
}

import { createContext, useContext } from 'react';
import { mayOpen, type You } from './places.ts';

const Here = createContext<You>({ standing: null, personId: null });

/** Tells everything inside as what one works here. */
export const YouHere = Here.Provider;

/** As what one works in the open firm. */
export const useYou = (): You => useContext(Here);

/** Says of an address whether it is part of what one does here. */
export function useMayOpen(): (to: string) => boolean {
  const you = useYou();
  return (to) => mayOpen(to.split('?')[0] ?? '/', you);
}

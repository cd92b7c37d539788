import { useEffect, useState } from 'react';
import type { OpenKeys } from '../../web/notes-key.ts';

/** Notes lock so long after the last key or tap. */
const IDLE_MS = 15 * 60_000;
const SIGNS = ['keydown', 'pointerdown'] as const;

/**
 * The open keys: in the memory of this page alone, never in the browser's storage. Gone after 15 minutes without a key or
 * tap, and whenever the page is left or put aside.
 */
export function useLock(): { keys: OpenKeys | null; open: (keys: OpenKeys) => void; lock: () => void } {
  const [keys, setKeys] = useState<OpenKeys | null>(null);
  const isOpen = keys !== null;
  useEffect(() => {
    if (!isOpen) return;
    const lock = () => setKeys(null);
    let timer = setTimeout(lock, IDLE_MS);
    const used = () => {
      clearTimeout(timer);
      timer = setTimeout(lock, IDLE_MS);
    };
    for (const sign of SIGNS) window.addEventListener(sign, used);
    // A page kept for the back button would keep the keys with it.
    window.addEventListener('pagehide', lock);
    return () => {
      clearTimeout(timer);
      for (const sign of SIGNS) window.removeEventListener(sign, used);
      window.removeEventListener('pagehide', lock);
    };
  }, [isOpen]);
  return { keys, open: setKeys, lock: () => setKeys(null) };
}

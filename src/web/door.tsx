import { useNavigate, useRouter } from '@tanstack/react-router';
import type { ReactNode } from 'react';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** How many panels were opened on top of the page, so that closing goes back past all of them. */
    panelDepth?: number;
  }
}

/** Opens the side panel at a reference such as `strength/12/people`; the browser's back closes it. */
export function useOpenPanel(): (reference: string) => void {
  const navigate = useNavigate();
  const router = useRouter();
  return (reference) => {
    const { search, state } = router.state.location;
    const depth = state.panelDepth ?? 0;
    // Where a panel was opened by its address there is no page below it to go back to.
    const direct = 'panel' in search && depth === 0;
    void navigate({
      to: '.',
      search: (search: Record<string, unknown>) => ({ ...search, panel: reference }),
      state: direct ? {} : { panelDepth: depth + 1 },
      resetScroll: false,
    });
  };
}

type DoorProps = {
  /** What the panel opens on: `strength/12/people`, `load/3`, `playbook/load.fixed`. */
  to: string;
  children: ReactNode;
  /** Said to screen readers where the text alone ("4.1") isn't enough. */
  label?: string;
};

/** Every number is a door: text that opens what stands behind it. */
export function Door({ to, children, label }: DoorProps) {
  const open = useOpenPanel();
  return (
    <button type="button" className="door" aria-haspopup="dialog" aria-label={label} onClick={() => open(to)}>
      {children}
    </button>
  );
}

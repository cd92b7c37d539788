import './side-panel.css';
import { useLocation, useNavigate, useRouter, useSearch } from '@tanstack/react-router';
import { lazy, type MouseEvent, Suspense, useEffect, useRef } from 'react';
import { BackIcon, CloseIcon } from './icons.tsx';
import { Loading } from './states.tsx';

const EvidencePanel = lazy(async () => {
  const { EvidencePanel } = await import('../capabilities/evidence/page.tsx');
  return { default: EvidencePanel };
});

/** The one side panel: what stands behind the number named by `?panel=`. Back, Escape and the cross close it. */
export function SidePanel() {
  const search: { panel?: string } = useSearch({ strict: false });
  const reference = search.panel ?? null;
  const depth = useLocation({ select: ({ state }) => state.panelDepth ?? 0 });
  const router = useRouter();
  const box = useRef<HTMLDialogElement>(null);
  const inner = useRef<HTMLDivElement>(null);
  const close = useClosePanel();
  useEffect(() => {
    const dialog = box.current;
    if (!dialog) return;
    if (reference && !dialog.open) {
      dialog.showModal();
      inner.current?.focus();
    }
    if (!reference && dialog.open) dialog.close();
  }, [reference]);
  const onClick = (event: MouseEvent) => {
    if (event.target === box.current) close();
  };
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: a click beside the panel closes it; Escape does by keyboard
    <dialog
      ref={box}
      className="side-panel"
      aria-label="What stands behind this number"
      onClick={onClick}
      onCancel={(event) => {
        event.preventDefault();
        close();
      }}
    >
      <div ref={inner} tabIndex={-1} className="side-panel-inner">
        {depth > 1 ? (
          <button type="button" className="text-button side-panel-back" onClick={() => router.history.back()}>
            <BackIcon /> Back
          </button>
        ) : null}
        <button type="button" className="icon-button side-panel-close" onClick={close} aria-label="Close">
          <CloseIcon />
        </button>
        {reference ? (
          <Suspense fallback={<Loading />}>
            <EvidencePanel key={reference} reference={reference} />
          </Suspense>
        ) : null}
      </div>
    </dialog>
  );
}

function useClosePanel(): () => void {
  const router = useRouter();
  const navigate = useNavigate();
  return () => {
    const depth = router.state.location.state.panelDepth ?? 0;
    if (depth > 0) router.history.go(-depth);
    else
      void navigate({
        to: '.',
        search: (search: Record<string, unknown>) => ({ ...search, panel: undefined }),
        replace: true,
        resetScroll: false,
      });
  };
}

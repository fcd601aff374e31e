/** What would be lost by leaving is asked about first: forms hold it, the console, the operators' page and the frame's sign-out ask. */
import { useEffect, useLayoutEffect, useRef, useState } from 'preact/hooks';
import type { web } from '../../text/th/web.ts';

/** One of each place that has something to lose now. */
const holders = new Set<symbol>();

export const holdsUnsaved = (): boolean => holders.size > 0;

/** Whoever closes or reloads the page meanwhile is asked by the browser, whoever goes on within it by `LeaveQuestion`. */
export function useUnsaved(isUnsaved: boolean): void {
  // before anybody's next click
  useLayoutEffect(() => {
    if (!isUnsaved) return;
    const own = Symbol('unsaved');
    const ask = (event: BeforeUnloadEvent): void => event.preventDefault();
    holders.add(own);
    addEventListener('beforeunload', ask);
    return () => {
      holders.delete(own);
      removeEventListener('beforeunload', ask);
    };
  }, [isUnsaved]);
}

/**
 * The view that the address names, and what asks before it gives way to another.
 * @param read of an address's `#…`. @param asking null where nothing is asked.
 */
export function useView<View>(read: (hash: string) => View): {
  view: View;
  asking: { stay: () => void; leave: () => void } | null;
} {
  const [view, setView] = useState(() => read(location.hash));
  const [wanted, setWanted] = useState<string | null>(null);
  const shown = useRef(view);
  const show = (next: View): void => {
    shown.current = next;
    setView(next);
  };
  useEffect(() => {
    const follow = ({ oldURL }: HashChangeEvent): void => {
      const next = read(location.hash);
      if (next === shown.current || !holdsUnsaved()) return show(next);
      setWanted(location.hash);
      // the address goes on to say what is shown
      history.replaceState(null, '', oldURL);
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  if (wanted === null) return { view, asking: null };
  const leave = (): void => {
    history.pushState(null, '', wanted);
    setWanted(null);
    show(read(wanted));
  };
  return { view, asking: { stay: () => setWanted(null), leave } };
}

/** The focus comes back to where it was by itself. */
export function LeaveQuestion({
  say,
  stay,
  leave,
}: {
  say: (typeof web)['unsaved'];
  stay: () => void;
  leave: () => void;
}) {
  const box = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const dialog = box.current;
    dialog?.showModal();
    return () => dialog?.close();
  }, []);
  return (
    <dialog ref={box} class="card question" aria-label={say.ask} onCancel={stay}>
      <p>{say.ask}</p>
      <p class="buttons">
        <button type="button" class="primary" onClick={stay}>
          {say.stay}
        </button>
        <button type="button" class="danger" onClick={leave}>
          {say.leave}
        </button>
      </p>
    </dialog>
  );
}

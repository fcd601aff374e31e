/** Which phones stand side by side: as many whole ones as there is room for, the chosen one among them; app.tsx shows the others by their tabs. */
import type { RefObject } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';

/** A phone and the gap beside it, CSS pixels, as style/frame.css has them. */
const PHONE = 374;
const MARGIN = 14;
const PANEL = 340;
/** Chats that are not to go for the panel's sake: who reports, who manages, who is invited. */
const CHATS = 3;

/** @returns where to measure, and how many phones fit there; at least one. */
export function useRoom(): [RefObject<HTMLElement | null>, number] {
  const place = useRef<HTMLElement | null>(null);
  const [room, setRoom] = useState(() => fitting(innerWidth));
  useEffect(() => {
    if (!place.current) return;
    const look = new ResizeObserver(([entry]) => setRoom(fitting(entry!.target.clientWidth)));
    look.observe(place.current);
    return () => look.disconnect();
  }, []);
  return [place, room];
}

function fitting(width: number): number {
  return width < 768 ? 1 : Math.max(1, Math.floor((width - MARGIN) / PHONE));
}

/** @returns whether the panel is open from the start: it opens by its button as well. */
export function fitsPanel(width: number): boolean {
  return fitting(width - PANEL) >= CHATS;
}

/** @param first index of the leftmost shown before. @returns the leftmost now, moved as little as shows the chosen one. */
export function leftmost(first: number, chosen: number, room: number, all: number): number {
  const moved = chosen < first ? chosen : chosen >= first + room ? chosen - room + 1 : first;
  return Math.max(0, Math.min(moved, all - room));
}

/** One part of the settings page behind its heading: one is open at a time, named in the address, and what is typed in it stays when it closes. */
import type { ComponentChildren } from 'preact';
import { useEffect, useState } from 'preact/hooks';
import { type ConsoleWords, readView } from '../view.ts';
import { type SectionName, SECTIONS } from './data.ts';

export interface OpenSection {
  open: SectionName | null;
  turn: (name: SectionName, open: boolean) => void;
}

/** Each opening is a step of the browser's way back, so that going back closes a section and does not leave the page. */
export function useOpenSection(isDrawn: boolean): OpenSection {
  const [open, setOpen] = useState(readSection);
  useEffect(() => {
    // the page's address may name another view for the moment in which it is asked about what is not saved
    const follow = (): void => {
      if (readView(location.hash) === 'settings') setOpen(readSection());
    };
    addEventListener('hashchange', follow);
    return () => removeEventListener('hashchange', follow);
  }, []);
  useEffect(() => {
    // what closes above takes its height along
    const opened = open && document.getElementById(idOf(open));
    const top = opened?.getBoundingClientRect().top ?? 0;
    if (top < 0 || top > innerHeight / 2) opened?.scrollIntoView();
  }, [open, isDrawn]);
  return {
    open,
    turn(name, isOpen) {
      if (isOpen !== (open === name)) location.hash = isOpen ? `settings/${name}` : 'settings';
    },
  };
}

function readSection(): SectionName | null {
  const name = location.hash.split('/')[1];
  return SECTIONS.find((one) => one === name) ?? null;
}

const idOf = (name: SectionName): string => `settings-${name}`;

export function SettingsSection({
  name,
  say,
  isUnsaved,
  open,
  turn,
  children,
}: OpenSection & {
  name: SectionName;
  say: ConsoleWords['settings'];
  isUnsaved: boolean;
  children: ComponentChildren;
}) {
  const { title, holds } = say.sections[name];
  return (
    <details
      id={idOf(name)}
      class="card section"
      open={open === name}
      onToggle={({ currentTarget, target }) => {
        if (target === currentTarget) turn(name, currentTarget.open);
      }}
    >
      <summary>
        <h2>{title}</h2>
        {isUnsaved && <span class="status overdue">! {say.unsaved}</span>}
        <span class="holds">{holds}</span>
      </summary>
      {children}
    </details>
  );
}

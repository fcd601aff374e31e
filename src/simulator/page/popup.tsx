/** Small overlays of the page: a button with a menu, and a modal dialog. */
import type { ComponentChildren, VNode } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import { Icon, type IconName } from './icons.tsx';
import { words } from './words.ts';

export interface MenuItem {
  label: string;
  icon: IconName;
  run: () => void;
}

interface MenuProps {
  /** Name of the button for screen readers. */
  label: string;
  /** Sign on the button. */
  icon: IconName;
  className?: string;
  items: MenuItem[];
}

/** A button that opens a list of choices; arrow keys, Escape and a click elsewhere work as expected. */
export function MenuButton({ label, icon, className = '', items }: MenuProps): VNode {
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const list = useRef<HTMLDivElement>(null);
  // Pressing the button closes an open list before the click comes, which must not open it again.
  const pressedOpen = useRef(false);

  useEffect(() => {
    const shown = list.current;
    if (!open || !shown || !button.current) return;
    shown.showPopover();
    place(shown, button.current.getBoundingClientRect());
    shown.querySelector<HTMLElement>('[role=menuitem]')?.focus();
  }, [open]);

  const choose = (item: MenuItem): void => {
    list.current?.hidePopover();
    button.current?.focus();
    item.run();
  };
  return (
    <>
      <button
        type="button"
        ref={button}
        class={`icon-button ${className}`}
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={open}
        onPointerDown={() => (pressedOpen.current = open)}
        onClick={() => {
          setOpen(!open && !pressedOpen.current);
          pressedOpen.current = false;
        }}
      >
        <Icon name={icon} />
      </button>
      {open && (
        <div
          ref={list}
          class="menu"
          role="menu"
          aria-label={label}
          popover="auto"
          onToggle={(event) => event.newState === 'closed' && setOpen(false)}
          onKeyDown={walk}
        >
          {items.map((item) => (
            <button type="button" role="menuitem" key={item.label} onClick={() => choose(item)}>
              <Icon name={item.icon} /> {item.label}
            </button>
          ))}
        </div>
      )}
    </>
  );
}

function place(menu: HTMLElement, anchor: DOMRect): void {
  const { width, height } = menu.getBoundingClientRect();
  const below = anchor.bottom + 4 + height <= innerHeight;
  const left = Math.min(Math.max(8, anchor.left), innerWidth - width - 8);
  menu.style.left = `${left}px`;
  menu.style.top = `${below ? anchor.bottom + 4 : Math.max(8, anchor.top - 4 - height)}px`;
}

function walk(event: KeyboardEvent): void {
  const step = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
  const menu = event.currentTarget;
  if (step === 0 || !(menu instanceof HTMLElement)) return;
  event.preventDefault();
  const items = [...menu.querySelectorAll<HTMLElement>('[role=menuitem]')];
  const at = items.findIndex((item) => item === document.activeElement);
  items.at((at + step) % items.length)?.focus();
}

interface DialogProps {
  title: string;
  /** Label of the button that goes ahead. */
  yes: string;
  danger?: boolean;
  onYes: () => void;
  onClose: () => void;
  children?: ComponentChildren;
}

/** A modal question with a way ahead and a way out. */
export function Dialog({ title, yes, danger = false, onYes, onClose, children }: DialogProps): VNode {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} class="dialog" aria-label={title} onClose={onClose}>
      <form
        method="dialog"
        onSubmit={(event) => {
          event.preventDefault();
          onYes();
        }}
      >
        <h2>{title}</h2>
        {children}
        <div class="dialog-buttons">
          <button type="button" class="plain" onClick={onClose}>
            {words.page.cancel}
          </button>
          <button type="submit" class={danger ? 'danger' : 'strong'}>
            {yes}
          </button>
        </div>
      </form>
    </dialog>
  );
}

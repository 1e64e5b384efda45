'use client';

import { useEffect, useId, useRef, useState, type KeyboardEvent } from 'react';
import { Icon, type IconName } from '../../../ui';
import { toolAttributes, type ToolFocus } from './roving';

export interface MenuItem {
  label: string;
  /** Keys, for people. */
  keys?: string;
  /** For one of several of which one holds. */
  isChecked?: boolean;
  onChoose: () => void;
}

/** A button of the toolbar that opens a menu below it. */
export function ToolMenu({
  name,
  icon,
  label,
  items,
  focus,
  isPressed = false,
}: {
  name: string;
  icon: IconName;
  label: string;
  items: readonly MenuItem[];
  focus: ToolFocus;
  /** Whether something of the menu holds where the cursor is. */
  isPressed?: boolean;
}) {
  const [isOpen, setOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const menu = useRef<HTMLUListElement>(null);
  const id = useId();

  useEffect(() => {
    if (!isOpen) return;
    const list = menu.current;
    list?.querySelector<HTMLElement>('[role^=menuitem]')?.focus();
    const outside = (event: Event): void => {
      if (!root.current?.contains(event.target as Node)) setOpen(false);
    };
    document.addEventListener('pointerdown', outside);
    return () => document.removeEventListener('pointerdown', outside);
  }, [isOpen]);

  const close = (): void => {
    setOpen(false);
    root.current?.querySelector('button')?.focus();
  };

  const onKeyDown = (event: KeyboardEvent): void => {
    const all = [...(menu.current?.querySelectorAll<HTMLElement>('[role^=menuitem]') ?? [])];
    const at = all.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowDown: at + 1, ArrowUp: at - 1, Home: 0, End: all.length - 1 }[event.key];
    if (next !== undefined) all.at(next % all.length)?.focus();
    else if (event.key === 'Escape') close();
    else if (event.key === 'Tab') {
      setOpen(false);
      return;
    } else if (event.key.length === 1) {
      all.find((item) => item.textContent.toLowerCase().startsWith(event.key.toLowerCase()))?.focus();
    } else return;
    if (event.key !== ' ') event.preventDefault();
    // The toolbar moves with arrows too.
    event.stopPropagation();
  };

  return (
    <div className="tool-menu" ref={root}>
      <button
        {...toolAttributes(name, focus)}
        className="tool"
        aria-label={label}
        title={label}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        data-pressed={isPressed || undefined}
        onClick={() => setOpen(!isOpen)}
        onKeyDown={(event) => {
          if (event.key !== 'ArrowDown') return;
          event.preventDefault();
          setOpen(true);
        }}
      >
        <Icon name={icon} />
        <span className="tool-caret" aria-hidden="true" />
      </button>
      {isOpen && (
        <ul className="menu" role="menu" id={id} aria-label={label} ref={menu} onKeyDown={onKeyDown}>
          {items.map((item) => (
            <li key={item.label} role="none">
              <button
                type="button"
                role={item.isChecked === undefined ? 'menuitem' : 'menuitemradio'}
                aria-checked={item.isChecked}
                tabIndex={-1}
                onClick={() => {
                  setOpen(false);
                  item.onChoose();
                }}
              >
                <span>{item.label}</span>
                {item.keys ? <kbd aria-hidden="true">{item.keys}</kbd> : null}
              </button>
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

'use client';

import { useEffect, useRef, type ReactNode } from 'react';

/** A list behind a button, closed by Escape, by a press beside it and by going on with Tab. */
export function MemberMenu({
  label,
  button,
  children,
}: {
  /** What the button is for, for those who cannot see where it stands. */
  label: string;
  button: ReactNode;
  children: ReactNode;
}) {
  const menu = useRef<HTMLDetailsElement>(null);
  useEffect(() => {
    const close = () => menu.current?.removeAttribute('open');
    const onPointer = ({ target }: PointerEvent) => {
      if (target instanceof Node && !menu.current?.contains(target)) close();
    };
    const onKey = ({ key }: KeyboardEvent) => {
      if (key !== 'Escape' || !menu.current?.open) return;
      close();
      menu.current.querySelector('summary')?.focus();
    };
    document.addEventListener('pointerdown', onPointer);
    document.addEventListener('keydown', onKey);
    return () => {
      document.removeEventListener('pointerdown', onPointer);
      document.removeEventListener('keydown', onKey);
    };
  }, []);
  return (
    <details
      className="desk-me"
      ref={menu}
      onBlur={({ relatedTarget }) => {
        if (relatedTarget instanceof Node && !menu.current?.contains(relatedTarget)) {
          menu.current?.removeAttribute('open');
        }
      }}
    >
      <summary>
        <span className="visually-hidden">{label}</span>
        <span className="desk-me-button" aria-hidden="true">
          {button}
        </span>
      </summary>
      <div className="desk-me-list">{children}</div>
    </details>
  );
}

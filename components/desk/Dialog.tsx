'use client';

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { CloseButton } from './CloseButton';

/**
 * A modal dialog: the browser's own, which keeps the focus inside, closes on Escape and gives the focus back.
 *
 * @param onClose asked when the person closes it; it is shown for as long as it is there.
 */
export function Dialog({
  title,
  onClose,
  isWide = false,
  children,
}: {
  title: ReactNode;
  onClose: () => void;
  isWide?: boolean;
  children: ReactNode;
}) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    const before = document.activeElement;
    if (element && !element.open) element.showModal();
    return () => {
      element?.close();
      if (before instanceof HTMLElement) before.focus();
    };
  }, []);
  return (
    <dialog
      ref={dialog}
      className={isWide ? 'dialog dialog-wide' : 'dialog'}
      aria-labelledby={id}
      onCancel={(event) => {
        // Escape ends a composition of Hangul first.
        event.preventDefault();
        if (event.target === dialog.current) onClose();
      }}
      onClick={(event) => {
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className="dialog-inner">
        <header className="dialog-head">
          <h2 id={id}>{title}</h2>
          <CloseButton onClose={onClose} />
        </header>
        {children}
      </div>
    </dialog>
  );
}

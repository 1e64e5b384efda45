'use client';

import { useEffect, useId, useRef, type ReactNode } from 'react';
import { Button, CloseButton, isComposing } from '../desk';

/** What lies at the side: a region of its own, over the panes on a phone. */
export function Side({
  title,
  isOpen = true,
  onClose,
  children,
}: {
  title: string;
  isOpen?: boolean;
  onClose: () => void;
  children: ReactNode;
}) {
  const id = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isOpen) heading.current?.focus();
  }, [title, isOpen]);
  return (
    <aside
      className="editor-side"
      hidden={!isOpen}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === 'Escape' && !isComposing(event) && !event.defaultPrevented) onClose();
      }}
    >
      <header className="editor-side-head">
        <h2 id={id} ref={heading} tabIndex={-1}>
          {title}
        </h2>
        <CloseButton onClose={onClose} />
      </header>
      {children}
    </aside>
  );
}

/** Opens and closes what lies at the side. */
export function DrawerButton({
  label,
  isOpen,
  onClick,
}: {
  label: string;
  isOpen: boolean;
  onClick: () => void;
}) {
  return (
    <Button tone="quiet" aria-expanded={isOpen} onClick={onClick}>
      {label}
    </Button>
  );
}

import { useState, type ComponentProps, type KeyboardEvent, type ReactNode } from 'react';
import { isComposing } from '@/components/desk';

/** What a combobox is made of. */
export interface Combobox<Option> {
  /** Begin of the ids of its parts. */
  id: string;
  /** What can be chosen now. */
  options: readonly Option[];
  /** An option was chosen, by Enter or the pointer. */
  onPick: (option: Option) => void;
  /** Enter where no option is chosen. */
  onEnter: () => void;
}

/**
 * A field with a list of options below it, as the ARIA Authoring Practices have it
 * (w3.org/WAI/ARIA/apg/patterns/combobox): the focus stays in the field, and no key that belongs to a composition of
 * Hangul does anything.
 */
export function useOptions<Option>({ id, options, onPick, onEnter }: Combobox<Option>) {
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const isListed = isOpen && options.length > 0;
  const close = () => {
    setOpen(false);
    setActive(-1);
  };

  const onKeyDown = (event: KeyboardEvent<HTMLInputElement>) => {
    if (isComposing(event)) return;
    if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      event.preventDefault();
      setOpen(true);
      const step = event.key === 'ArrowDown' ? 1 : -1;
      const count = options.length;
      if (count > 0) setActive(active < 0 && step < 0 ? count - 1 : (active + step + count) % count);
    } else if (event.key === 'Enter') {
      // Never sends a form around it.
      event.preventDefault();
      const option = options[active];
      if (option !== undefined) onPick(option);
      else onEnter();
    } else if (event.key === 'Escape' && isListed) {
      event.preventDefault();
      event.stopPropagation();
      close();
    }
  };

  const field = {
    type: 'text',
    role: 'combobox',
    autoComplete: 'off',
    'aria-autocomplete': 'list',
    'aria-expanded': isListed,
    'aria-controls': `${id}-list`,
    'aria-activedescendant': isListed && active >= 0 ? `${id}-${active}` : undefined,
    onKeyDown,
  } satisfies ComponentProps<'input'>;

  return {
    /** What the field has as a combobox. */
    field,
    close,
    /** Shows the options, or hides them, with none chosen; for what is typed. */
    show: (isShown: boolean) => {
      setOpen(isShown);
      setActive(-1);
    },
    open: () => setOpen(true),
    /** The list of the options. */
    list: (label: string, keyOf: (option: Option) => string, draw: (option: Option) => ReactNode) => (
      <ul className="tag-options" role="listbox" id={`${id}-list`} aria-label={label} hidden={!isListed}>
        {options.map((option, index) => (
          <li
            key={keyOf(option)}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            // Before the field loses the focus, which would take what is typed so far.
            onPointerDown={(event) => {
              event.preventDefault();
              onPick(option);
            }}
          >
            {draw(option)}
          </li>
        ))}
      </ul>
    ),
  };
}

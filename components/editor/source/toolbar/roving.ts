import { useState, type FocusEvent, type KeyboardEvent } from 'react';

/** Which tool the Tab key leads to; arrows lead to the others. */
export interface ToolFocus {
  current: string;
}

/** What every button of the toolbar carries. */
export function toolAttributes(name: string, { current }: ToolFocus) {
  return { type: 'button' as const, 'data-tool': name, tabIndex: name === current ? 0 : -1 };
}

/** One stop for Tab, arrows between the tools (the toolbar pattern of ARIA). */
export function useRovingFocus(first: string) {
  const [current, setCurrent] = useState(first);
  const onFocus = (event: FocusEvent): void => {
    const name = (event.target as HTMLElement).dataset.tool;
    if (name !== undefined) setCurrent(name);
  };
  const onKeyDown = (event: KeyboardEvent<HTMLElement>): void => {
    const tools = [...event.currentTarget.querySelectorAll<HTMLElement>('[data-tool]')].filter(
      (tool) => tool.offsetParent,
    );
    const at = tools.indexOf(document.activeElement as HTMLElement);
    const next = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: tools.length - 1 }[event.key];
    if (at < 0 || next === undefined) return;
    event.preventDefault();
    tools.at(next % tools.length)?.focus();
  };
  return { focus: { current }, handlers: { onFocus, onKeyDown } };
}

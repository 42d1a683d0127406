/** A ref for what a click has opened: the button that was clicked is gone, so the focus goes on inside. */
export function focusInside(element: HTMLElement | null): void {
  (element?.querySelector<HTMLElement>('input:checked') ?? element?.querySelector('input'))?.focus();
}

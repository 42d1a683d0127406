/** Marks what the arrow keys go through. */
const rowSelector = '[data-session-row]';

function onKeyDown(event: KeyboardEvent): void {
  const { target, currentTarget, key } = event;
  if (!(target instanceof HTMLElement) || !(currentTarget instanceof HTMLElement)) return;
  const field = currentTarget.querySelector<HTMLElement>('input[type="search"]');
  const isField = target === field;
  if (target instanceof HTMLInputElement && !isField) return;
  const rows = Array.from(currentTarget.querySelectorAll<HTMLElement>(rowSelector));
  const at = rows.findIndex((row) => row === target || row.closest('li')?.contains(target) === true);
  const focus = (row: HTMLElement | null | undefined): void => {
    event.preventDefault();
    row?.focus();
    row?.scrollIntoView({ block: 'nearest' });
  };
  if (key === 'ArrowDown') focus(rows[Math.min(at + 1, rows.length - 1)]);
  else if (key === 'ArrowUp') {
    if (at > 0) focus(rows[at - 1]);
    else if (!isField) focus(field);
  } else if (isField) return;
  else if (key === 'Home') focus(rows[0]);
  else if (key === 'End') focus(rows.at(-1));
  else if (key.length === 1 && key !== ' ' && !event.ctrlKey && !event.metaKey && !event.altKey) {
    // The letter itself arrives where the focus is by then.
    field?.focus();
  }
}

/**
 * For the `ref` of what holds a search field and rows: arrows go from row to row and from the field to the first;
 * letters typed on a row go into the field.
 */
export function rowKeys(container: HTMLElement | null): () => void {
  container?.addEventListener('keydown', onKeyDown);
  return () => {
    container?.removeEventListener('keydown', onKeyDown);
  };
}

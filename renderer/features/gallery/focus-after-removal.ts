/** Marks the gallery itself, where the focus goes when no card is left. */
export const galleryId = 'gallery';

/** The next or the previous card; frames of takes stand between them. */
function besides(card: Element, side: 'next' | 'previous'): Element | null {
  const step = (from: Element) => (side === 'next' ? from.nextElementSibling : from.previousElementSibling);
  let at = step(card);
  while (at !== null && !at.matches('[data-operation-id]')) at = step(at);
  return at;
}

/**
 * Remembers, before a card goes, where the focus belongs afterwards: on the next card, else the one before, else
 * on the gallery. Gives the function that moves it there.
 */
export function focusAfterRemoval(within: Element): () => void {
  const card = within.closest('[data-operation-id]');
  const neighbour = (card && (besides(card, 'next') ?? besides(card, 'previous'))) ?? null;
  return () => {
    // Never a Delete button: a key that is held down would take one card after the other.
    const button =
      neighbour?.isConnected === true ? neighbour.querySelector<HTMLElement>('[data-card-focus]') : null;
    (button ?? document.getElementById(galleryId))?.focus();
  };
}

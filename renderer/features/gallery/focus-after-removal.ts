/** Marks the gallery itself, where the focus goes when no card is left. */
export const galleryId = 'gallery';

/**
 * Remembers, before a card goes, where the focus belongs afterwards: on the next card, else the one before, else
 * on the gallery. Gives the function that moves it there.
 */
export function focusAfterRemoval(within: Element): () => void {
  const card = within.closest('[data-operation-id]');
  const neighbour = card?.nextElementSibling ?? card?.previousElementSibling ?? null;
  return () => {
    // Never a Delete button: a key that is held down would take one card after the other.
    const button =
      neighbour?.isConnected === true ? neighbour.querySelector<HTMLElement>('[data-card-focus]') : null;
    (button ?? document.getElementById(galleryId))?.focus();
  };
}

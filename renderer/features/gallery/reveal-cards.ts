/** How long a card that was asked for stands out, and how long its coming is waited for; milliseconds. */
const standOutMs = 2400;
const patienceMs = 5000;

function cardOf(id: string): HTMLElement | null {
  const cards = document.querySelectorAll<HTMLElement>('[data-operation-id]');
  return Array.from(cards).find((card) => card.dataset['operationId'] === id) ?? null;
}

/** The part of a card that takes the focus; the card itself where nothing in it is meant for that. */
function focusCard(card: HTMLElement): void {
  const target = card.querySelector<HTMLElement>('[data-card-focus]');
  if (target === null) card.tabIndex = -1;
  (target ?? card).focus({ preventScroll: true });
}

/**
 * Scrolls to the first of these cards, gives it the focus and lets all of them stand out for a moment, as soon as the
 * page has it. Gives the function that ends the waiting.
 */
export function revealCards(ids: readonly string[], done: () => void): () => void {
  const since = performance.now();
  let frame = 0;
  const look = (): void => {
    const cards = ids.map(cardOf).filter((card) => card !== null);
    const [first] = cards;
    if (first === undefined) {
      if (performance.now() - since > patienceMs) done();
      else frame = requestAnimationFrame(look);
      return;
    }
    first.scrollIntoView({ block: 'center' });
    focusCard(first);
    for (const card of cards) {
      card.dataset['standsOut'] = '';
      setTimeout(() => {
        delete card.dataset['standsOut'];
      }, standOutMs);
    }
    done();
  };
  frame = requestAnimationFrame(look);
  return () => {
    cancelAnimationFrame(frame);
  };
}

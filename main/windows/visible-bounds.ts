import type { Rectangle } from 'electron';

/** Bounds are used again only where a screen still shows them. */
export function visibleBounds(bounds: Rectangle | null, areas: readonly Rectangle[]): Rectangle | null {
  if (!bounds) return null;
  const isVisible = areas.some(
    (area) =>
      bounds.x < area.x + area.width - 80 &&
      bounds.x + bounds.width > area.x + 80 &&
      bounds.y >= area.y - 8 &&
      bounds.y < area.y + area.height - 80,
  );
  return isVisible ? bounds : null;
}

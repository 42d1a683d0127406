const key = 'recent-commands';
const most = 5;

/** The ids of the commands that were run last in the palette, the last one first. */
export function recentCommands(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(key) ?? '[]');
    return Array.isArray(kept) ? kept.filter((id) => typeof id === 'string').slice(0, most) : [];
  } catch {
    return [];
  }
}

export function noteCommand(id: string): void {
  localStorage.setItem(
    key,
    JSON.stringify([id, ...recentCommands().filter((other) => other !== id)].slice(0, most)),
  );
}

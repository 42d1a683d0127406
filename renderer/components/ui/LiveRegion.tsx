import { useState } from 'react';
import { useUi } from '../../lib/ui-store.ts';

/**
 * What is read out by screen readers without moving the focus. There is one that is heard: in front of the window the
 * open dialog has it, for what is outside of a modal dialog is not read. It says only what came after it.
 */
export function LiveRegion() {
  const announcements = useUi((state) => state.announcements);
  const [before] = useState(announcements.at(-1)?.id ?? 0);
  return (
    <div className="visually-hidden" aria-live="polite" data-announcements>
      {/* Each is an element of its own: the same words are read again, and what was read already is not. */}
      {announcements.map(({ id, words }) => id > before && <p key={id}>{words}</p>)}
    </div>
  );
}

import { useState } from 'react';
import { useUi } from '../../lib/ui-store.ts';

/**
 * What is read out by screen readers without moving the focus. There is one that is heard: in front of the window the
 * open dialog has it, for what is outside of a modal dialog is not read. It says only what came after it.
 */
export function LiveRegion() {
  const announcement = useUi((state) => state.announcement);
  const [firstId] = useState(announcement.id);
  return (
    <div className="visually-hidden" aria-live="polite" data-announcements>
      {/* Another element, so that the same words are read again. */}
      {announcement.id !== firstId && <p key={announcement.id}>{announcement.words}</p>}
    </div>
  );
}

import { Notification } from 'electron';
import type { NoticeWords } from '../services/manners/notice-words.ts';

/**
 * Shows a notification of the system's about some operations; `open` gets them when it is clicked. Does nothing where
 * the system has none.
 */
export function createNotifications(
  open: (operationIds: string[]) => void,
): (words: NoticeWords, operationIds: string[]) => void {
  // A notification that nobody holds is collected, and its click is lost.
  const shown = new Set<Notification>();
  return (words, operationIds) => {
    if (!Notification.isSupported()) return;
    const notification = new Notification(words);
    const forget = (): void => {
      shown.delete(notification);
    };
    notification.on('click', () => {
      forget();
      open(operationIds);
    });
    notification.on('close', forget);
    notification.on('failed', forget);
    shown.add(notification);
    notification.show();
  };
}

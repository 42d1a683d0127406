import { Notification } from 'electron';
import type { NoticeWords } from '../services/manners/notice-words.ts';

/** Shows a notification of the system's; `open` when it is clicked. Does nothing where the system has none. */
export function createNotifications(open: () => void): (words: NoticeWords) => void {
  // A notification that nobody holds is collected, and its click is lost.
  const shown = new Set<Notification>();
  return (words) => {
    if (!Notification.isSupported()) return;
    const notification = new Notification(words);
    const forget = (): void => {
      shown.delete(notification);
    };
    notification.on('click', () => {
      forget();
      open();
    });
    notification.on('close', forget);
    notification.on('failed', forget);
    shown.add(notification);
    notification.show();
  };
}

/** Who may send which messages: a window's own main frame, showing the app's own page, in the role it was opened for. */
import type { IpcMainInvokeEvent, WebContents } from 'electron';
import type { WindowRole } from '../../preload/contract/channels.ts';
import { isOwnPage } from './own-page.ts';

export interface Senders {
  /** Registers a window's contents for as long as they live. */
  add(contents: WebContents, role: WindowRole): void;
  isTrusted(event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>, role: WindowRole): boolean;
}

export function createSenders(origins: readonly string[]): Senders {
  const roles = new Map<number, WindowRole>();
  return {
    add(contents, role) {
      const { id } = contents;
      roles.set(id, role);
      contents.once('destroyed', () => {
        roles.delete(id);
      });
    },
    isTrusted({ sender, senderFrame }, role) {
      if (roles.get(sender.id) !== role) return false;
      if (!senderFrame || senderFrame !== sender.mainFrame) return false;
      return isOwnPage(senderFrame.url, origins);
    },
  };
}

import { shortcutWords } from '../../../preload/contract/commands.ts';
import { useText } from '../../lib/i18n/text.ts';
import styles from './Commands.module.css';

/** A shortcut as this system writes it. */
export function Keys({ keys, onMac }: { keys: string; onMac: boolean }) {
  const { commands } = useText();
  return <kbd className={styles['keys']}>{shortcutWords(keys, onMac, commands.keys)}</kbd>;
}

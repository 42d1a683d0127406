import { useText } from '../../lib/i18n/text.ts';
import { useCurrentSession } from './sessions-source.ts';
import { useScope } from './use-session-scope.ts';
import styles from './GoesInto.module.css';

/** Says which session a new clip goes into, while the window shows all of them. */
export function GoesInto() {
  const text = useText().sessions;
  const showAll = useScope((state) => state.showAll);
  const current = useCurrentSession().data;
  if (!showAll || current === undefined) return null;
  return <p className={styles['into']}>{text.goesInto(current.name)}</p>;
}

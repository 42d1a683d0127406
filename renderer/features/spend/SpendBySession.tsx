import { useState } from 'react';
import type { SessionList } from '../../../preload/contract/sessions.ts';
import type { SpendSum } from '../../../preload/contract/spend.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useSessionList } from '../sessions/sessions-source.ts';
import styles from './SpendTables.module.css';

/** Rows before the rest is asked for. */
const fewRows = 8;

interface Line {
  id: string;
  name: string;
  isCurrent: boolean;
  isRemoved: boolean;
  spend: SpendSum;
}

/** The open session first, then those that anything was spent in, the most expensive first. */
function linesOf({ currentId, sessions, removed }: SessionList): Line[] {
  const worth = ({ spend }: Line): number => spend.spentUsd + spend.unknownUsd;
  return [
    ...sessions.map(({ id, name, spend }) => ({
      id,
      name,
      spend,
      isCurrent: id === currentId,
      isRemoved: false,
    })),
    ...removed.map((session) => ({ ...session, isCurrent: false, isRemoved: true })),
  ]
    .filter((line) => line.isCurrent || worth(line) > 0)
    .sort(
      (one, other) =>
        Number(other.isCurrent) - Number(one.isCurrent) ||
        worth(other) - worth(one) ||
        one.name.localeCompare(other.name),
    );
}

export function SpendBySession() {
  const text = useText();
  const format = useFormat();
  const [all, setAll] = useState(false);
  const list = useSessionList().data;
  if (list === undefined) return null;
  const lines = linesOf(list);
  const shown = all ? lines : lines.slice(0, fewRows);
  return (
    <Section title={text.sessions.bySession}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{text.sessions.session}</th>
            <th scope="col">{text.spend.spent}</th>
            <th scope="col">{text.spend.notCertain}</th>
          </tr>
        </thead>
        <tbody>
          {shown.map((line) => (
            <tr key={line.id}>
              <th scope="row">
                {line.isRemoved ? text.sessions.removedSession(line.name) : line.name}
                {line.isCurrent && <span className={styles['mark']}>{text.sessions.current}</span>}
              </th>
              <td>{format.usd(line.spend.spentUsd)}</td>
              <td>{line.spend.unknownUsd > 0 ? format.usd(line.spend.unknownUsd) : text.spend.notMade}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {shown.length < lines.length && (
        <div>
          <Button
            look="link"
            onClick={() => {
              setAll(true);
            }}
          >
            {text.sessions.showAllRows(format.number(lines.length))}
          </Button>
        </div>
      )}
    </Section>
  );
}

import type { SpendSum, SpendSummary } from '../../../preload/contract/spend.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat, useModelNames } from '../../lib/queries.ts';
import styles from './SpendTables.module.css';

export function SpendByModel({ lines }: { lines: SpendSummary['models'] }) {
  const text = useText();
  const models = useModelNames();
  const labelOf = (id: string): string => models.find((model) => model.id === id)?.label ?? id;
  return (
    <table className={styles['table']}>
      <thead>
        <tr>
          <th scope="col">{text.app.model}</th>
          <th scope="col">{text.spend.today}</th>
          <th scope="col">{text.spend.month}</th>
          <th scope="col">{text.spend.all}</th>
        </tr>
      </thead>
      <tbody>
        {lines.map((line) => (
          <tr key={line.model}>
            <th scope="row">{labelOf(line.model)}</th>
            <Amount sum={line.today} />
            <Amount sum={line.month} />
            <Amount sum={line.all} />
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function Amount({ sum }: { sum: SpendSum }) {
  const text = useText();
  const format = useFormat();
  return (
    <td>
      {format.usd(sum.spentUsd)}
      {sum.unknownUsd > 0 && (
        <span className={styles['unknown']}>{text.spend.upTo(format.usd(sum.unknownUsd))}</span>
      )}
    </td>
  );
}

import { resolutions } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat, useModels } from '../../lib/queries.ts';
import { Section } from '../../components/ui/Section.tsx';
import styles from './SpendTables.module.css';

/** What the sums are made of, with where and when it was read. */
export function PriceTable() {
  const text = useText();
  const format = useFormat();
  // The same model is offered by two services at one price.
  const models = (useModels().data ?? []).filter(({ service }) => service === 'gemini');
  if (models.length === 0) return null;
  const sources = new Set(
    models.map(({ priceDate, priceSource }) => text.spend.priceSource(priceSource, format.day(priceDate))),
  );
  return (
    <Section title={text.spend.prices}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{text.app.model}</th>
            {resolutions.map((resolution) => (
              <th key={resolution} scope="col">
                {resolution}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model.id}>
              <th scope="row">{model.label}</th>
              {resolutions.map((resolution) => {
                const price = model.usdPerSecond[resolution];
                return (
                  <td key={resolution}>{price === undefined ? text.spend.notMade : format.usd(price)}</td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
      {[...sources].map((source) => (
        <p key={source} className={styles['source']}>
          {source}
        </p>
      ))}
    </Section>
  );
}

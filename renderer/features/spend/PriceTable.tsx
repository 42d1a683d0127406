import { resolutions } from '../../../preload/contract/domain.ts';
import { imageSizes } from '../../../preload/contract/mediums.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat, useModelList } from '../../lib/queries.ts';
import { Section } from '../../components/ui/Section.tsx';
import styles from './SpendTables.module.css';

/** What the sums are made of, with where and when it was read. */
export function PriceTable() {
  const text = useText();
  const list = useModelList().data;
  if (list === undefined) return null;
  // The same model is offered by two services at one price.
  const clips = list.offers.filter(({ service }) => service === 'gemini');
  return (
    <>
      <Prices
        title={text.spend.prices}
        columns={resolutions}
        models={clips.map((model) => ({ ...model, prices: model.usdPerSecond }))}
      />
      <Prices
        title={text.images.prices}
        columns={imageSizes}
        models={list.images.map((model) => ({ ...model, prices: model.usdPerImage }))}
      />
    </>
  );
}

interface PricesProps<Column extends string> {
  title: string;
  columns: readonly Column[];
  models: readonly {
    id: string;
    label: string;
    prices: Partial<Record<Column, number>>;
    priceDate: string;
    priceSource: string;
  }[];
}

function Prices<Column extends string>({ title, columns, models }: PricesProps<Column>) {
  const text = useText();
  const format = useFormat();
  if (models.length === 0) return null;
  const sources = new Set(
    models.map(({ priceDate, priceSource }) => text.spend.priceSource(priceSource, format.day(priceDate))),
  );
  return (
    <Section title={title}>
      <table className={styles['table']}>
        <thead>
          <tr>
            <th scope="col">{text.app.model}</th>
            {columns.map((column) => (
              <th key={column} scope="col">
                {column}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {models.map((model) => (
            <tr key={model.id}>
              <th scope="row">{model.label}</th>
              {columns.map((column) => {
                const price = model.prices[column];
                return <td key={column}>{price === undefined ? text.spend.notMade : format.usd(price)}</td>;
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

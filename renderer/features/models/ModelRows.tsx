import { useId } from 'react';
import type { ModelList, ModelOffer } from '../../../preload/contract/models.ts';
import { cx } from '../../lib/cx.ts';
import type { Format } from '../../lib/format.ts';
import { useText } from '../../lib/i18n/text.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useDraft } from '../compose/draft-store.ts';
import styles from './ModelRows.module.css';

interface ModelRowsProps {
  list: ModelList;
  onDone: () => void;
}

function priceWords({ usdPerSecond }: ModelOffer, text: Dictionary, format: Format): string {
  const prices = Object.values(usdPerSecond);
  const least = Math.min(...prices);
  const most = Math.max(...prices);
  return least === most
    ? text.models.perSecond(format.usd(least))
    : text.models.perSecondUpTo(format.usd(least), format.usd(most));
}

/** Those that cannot be chosen come last; else the best ones first. */
function inOrder({ offers }: ModelList): ModelOffer[] {
  return [...offers].sort((one, other) => Number(one.problem !== null) - Number(other.problem !== null));
}

/** All models: those that can be used, and the others with the reason why not. */
export function ModelRows({ list, onDone }: ModelRowsProps) {
  const text = useText();
  const format = useFormat();
  const name = useId();
  const model = useDraft((state) => state.model);
  const setModel = useDraft((state) => state.setModel);
  return (
    <fieldset className={styles['rows']}>
      <legend className="visually-hidden">{text.models.choose}</legend>
      {inOrder(list).map((offer) => (
        <label key={offer.id} className={cx(styles['row'], offer.problem !== null && styles['off'])}>
          <input
            type="radio"
            name={name}
            value={offer.id}
            checked={offer.id === model?.id}
            disabled={offer.problem !== null}
            data-first-focus={offer.id === model?.id ? '' : undefined}
            onChange={() => {
              setModel(offer.id);
            }}
            onClick={(event) => {
              // Arrow keys move the choice on and say so by a click without a place.
              if (event.detail > 0) onDone();
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return;
              event.preventDefault();
              onDone();
            }}
          />
          <span className={styles['name']}>{offer.label}</span>
          <span className={styles['price']}>{priceWords(offer, text, format)}</span>
          <span className={styles['facts']}>
            {offer.problem === null
              ? text.models.makes(offer.resolutions.join(', '), text.seconds(offer.durations))
              : text.models.problems[offer.problem]}
          </span>
        </label>
      ))}
    </fieldset>
  );
}

import { useId } from 'react';
import type { ImageModelOffer, ModelList, ModelOffer } from '../../../preload/contract/models.ts';
import { cx } from '../../lib/cx.ts';
import type { Format } from '../../lib/format.ts';
import { useText } from '../../lib/i18n/text.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useDraft } from '../compose/draft-store.ts';
import { useImageDraft } from '../images/image-draft-store.ts';
import styles from './ModelRows.module.css';

interface ModelRowsProps {
  list: ModelList;
  onDone: () => void;
}

/** `$0.10/s`, or `$0.10 to $0.60/s`. */
function priceWords(
  prices: readonly number[],
  format: Format,
  words: { one: Dictionary['models']['perSecond']; upTo: Dictionary['models']['perSecondUpTo'] },
): string {
  const least = Math.min(...prices);
  const most = Math.max(...prices);
  return least === most ? words.one(format.usd(least)) : words.upTo(format.usd(least), format.usd(most));
}

/** All models for clips: those that can be used, and the others with the reason why not. */
export function ModelRows({ list, onDone }: ModelRowsProps) {
  const text = useText();
  const format = useFormat();
  const { model, setModel } = useDraft();
  const words = { one: text.models.perSecond, upTo: text.models.perSecondUpTo };
  return (
    <Rows
      offers={list.offers}
      chosenId={model?.id ?? null}
      priceOf={({ usdPerSecond }) => priceWords(Object.values(usdPerSecond), format, words)}
      makes={({ resolutions, durations }) =>
        text.models.makes(resolutions.join(', '), text.seconds(durations))
      }
      onChoose={setModel}
      onDone={onDone}
    />
  );
}

/** All models for images. */
export function ImageModelRows({ list, onDone }: ModelRowsProps) {
  const text = useText();
  const format = useFormat();
  const { model, setModel } = useImageDraft();
  const words = { one: text.images.perImage, upTo: text.images.perImageUpTo };
  return (
    <Rows
      offers={list.images}
      chosenId={model?.id ?? null}
      priceOf={({ usdPerImage }) => priceWords(Object.values(usdPerImage), format, words)}
      makes={({ sizes }) => sizes.map((size) => text.images.sizes[size]).join(', ')}
      onChoose={setModel}
      onDone={onDone}
    />
  );
}

/** Why a model cannot be chosen; null when it can. */
function problemWords(
  { problem, service }: ModelOffer | ImageModelOffer,
  { models }: Dictionary,
): string | null {
  if (problem === 'no-access') return models.noAccess[service];
  return problem && models.problems[problem];
}

interface RowsProps<Offer> {
  offers: readonly Offer[];
  chosenId: string | null;
  priceOf: (offer: Offer) => string;
  makes: (offer: Offer) => string;
  onChoose: (id: string) => void;
  onDone: () => void;
}

function Rows<Offer extends ModelOffer | ImageModelOffer>(props: RowsProps<Offer>) {
  const text = useText();
  const name = useId();
  const { offers, chosenId, priceOf, makes, onChoose, onDone } = props;
  // Those that cannot be chosen come last; else the best ones first.
  const inOrder = offers.toSorted(
    (one, other) => Number(one.problem !== null) - Number(other.problem !== null),
  );
  return (
    <fieldset className={styles['rows']}>
      <legend className="visually-hidden">{text.models.choose}</legend>
      {inOrder.map((offer) => (
        <label key={offer.id} className={cx(styles['row'], offer.problem !== null && styles['off'])}>
          <input
            type="radio"
            name={name}
            value={offer.id}
            checked={offer.id === chosenId}
            disabled={offer.problem !== null}
            data-first-focus={offer.id === chosenId ? '' : undefined}
            onChange={() => {
              onChoose(offer.id);
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
          <span className={styles['price']}>{priceOf(offer)}</span>
          <span className={styles['facts']}>{problemWords(offer, text) ?? makes(offer)}</span>
        </label>
      ))}
    </fieldset>
  );
}

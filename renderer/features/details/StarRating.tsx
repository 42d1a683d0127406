import { useId, useState } from 'react';
import { Star, X } from 'lucide-react';
import { libraryLimits } from '../../../preload/contract/library.ts';
import { IconButton } from '../../components/ui/Button.tsx';
import { CoveringRadio } from '../../components/ui/CoveringRadio.tsx';
import { cx } from '../../lib/cx.ts';
import { useText } from '../../lib/i18n/text.ts';
import styles from './StarRating.module.css';

const stars = Array.from({ length: libraryLimits.rating.max }, (_, index) => index + 1);

interface StarRatingProps {
  rating: number;
  /** Resolves to whether it was kept. */
  onRate: (rating: number) => Promise<boolean>;
}

/** One to five stars, as a group of radio buttons; none by the cross. */
export function StarRating({ rating: kept, onRate }: StarRatingProps) {
  const text = useText().details;
  const name = useId();
  // What was pressed is seen at once; what main says of it later counts.
  const [shown, setShown] = useState({ kept, rating: kept });
  if (shown.kept !== kept) setShown({ kept, rating: kept });
  const { rating } = shown;
  const rate = async (next: number): Promise<void> => {
    setShown({ kept, rating: next });
    if (!(await onRate(next))) setShown({ kept, rating: kept });
  };
  return (
    <fieldset className={styles['group']}>
      <legend className="visually-hidden">{text.rating}</legend>
      {stars.map((star) => (
        <label
          key={star}
          className={cx(styles['star'], star <= rating && styles['lit'])}
          title={text.stars(star)}
        >
          <CoveringRadio
            name={name}
            checked={star === rating}
            aria-label={text.stars(star)}
            onChange={() => {
              void rate(star);
            }}
          />
          <Star size={18} fill={star <= rating ? 'currentColor' : 'none'} aria-hidden />
        </label>
      ))}
      {rating > 0 && (
        <IconButton
          label={text.noStars}
          onClick={() => {
            void rate(0);
          }}
        >
          <X size={14} aria-hidden />
        </IconButton>
      )}
    </fieldset>
  );
}

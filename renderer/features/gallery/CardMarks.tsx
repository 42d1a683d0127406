import { Heart, Star } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat } from '../../lib/queries.ts';
import { useMarking } from './use-marking.ts';
import styles from './CardMarks.module.css';

/** The rating, where there is one, and whether it is a favourite. */
export function CardMarks({ operation }: { operation: Operation }) {
  const text = useText().library;
  const format = useFormat();
  const { setFavourite } = useMarking();
  const { favourite, rating } = operation;
  return (
    <span className={styles['marks']}>
      {rating > 0 && (
        <span className={styles['rating']}>
          <Star size={12} fill="currentColor" aria-hidden />
          <span aria-hidden>{format.number(rating)}</span>
          <span className="visually-hidden">{text.rated(rating)}</span>
        </span>
      )}
      <button
        type="button"
        className={styles['heart']}
        aria-pressed={favourite}
        aria-label={text.favourite}
        title={favourite ? text.removeFavourite : text.addFavourite}
        onClick={() => void setFavourite({ operationIds: [operation.id] }, !favourite)}
      >
        <Heart size={14} fill={favourite ? 'currentColor' : 'none'} aria-hidden />
      </button>
    </span>
  );
}

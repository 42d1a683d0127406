import { useId } from 'react';
import { TriangleAlert } from 'lucide-react';
import { readBaseUrl } from '../../../preload/contract/base-url.ts';
import { useText } from '../../lib/i18n/text.ts';
import { TextRow } from './TextRow.tsx';
import styles from './Services.module.css';

interface AddressFoldProps {
  /** What goes to the address besides requests. */
  carries: 'key' | 'token';
  value: string;
  onText: (value: string) => void;
  /** What the environment says, which cannot be changed here; null where it says nothing. */
  given: string | null;
  placeholder: string;
}

/** Another address than Google's own, folded away until somebody needs it. Says to whom the key goes. */
export function AddressFold({ carries, value, onText, given, placeholder }: AddressFoldProps) {
  const text = useText();
  const id = useId();
  const address = readBaseUrl(given ?? value);
  const host = address.kind === 'custom' ? new URL(address.url).host : null;
  const bad = address.kind === 'invalid';
  if (given !== null) {
    return (
      <p className={styles['warning']}>
        <TriangleAlert size={14} aria-hidden />
        <span>{text.services.addressGiven(host ?? given)}</span>
      </p>
    );
  }
  return (
    <details className={styles['fold']} open={value !== '' || undefined}>
      <summary>{text.services.address}</summary>
      <div className={styles['folded']}>
        <TextRow
          label={text.services.addressField}
          value={value}
          onText={onText}
          bad={bad}
          placeholder={placeholder}
          maxLength={500}
          describedBy={`${id}-words`}
        />
        <p id={`${id}-words`} className={host !== null || bad ? styles['warning'] : styles['hint']}>
          {(host !== null || bad) && <TriangleAlert size={14} aria-hidden />}
          <span>
            {bad
              ? text.services.addressBad
              : host === null
                ? text.services.addressHint[carries]
                : text.services.goesTo[carries](host)}
          </span>
        </p>
      </div>
    </details>
  );
}

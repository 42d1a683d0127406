import { Copy } from 'lucide-react';
import type { ClipDetails } from '../../../preload/contract/library.ts';
import { IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat, useModelNames } from '../../lib/queries.ts';
import { detailFacts } from './facts.ts';
import { useCopyText } from './use-copy-text.ts';
import styles from './DetailsDialog.module.css';

export function DetailsFacts({ details }: { details: ClipDetails }) {
  const text = useText();
  const format = useFormat();
  const models = useModelNames();
  const copy = useCopyText();
  return (
    <dl className={styles['facts']}>
      {detailFacts(details, { text, format, models }).map(({ name, value, copy: label }) => (
        <div key={name} className={styles['fact']}>
          <dt>{name}</dt>
          <dd>
            <span>{value}</span>
            {label !== undefined && (
              <IconButton label={label} onClick={() => void copy(value)}>
                <Copy size={13} aria-hidden />
              </IconButton>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}

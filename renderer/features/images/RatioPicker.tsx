import { useId } from 'react';
import type { ImageAspectRatio } from '../../../preload/contract/mediums.ts';
import { cx } from '../../lib/cx.ts';
import { ratioOf } from './shape.ts';
import { CoveringRadio } from '../../components/ui/CoveringRadio.tsx';
import segmented from '../../components/ui/Segmented.module.css';
import styles from './RatioPicker.module.css';

/** Pixels of the longer side of a drawn shape. */
const side = 20;

interface RatioPickerProps {
  label: string;
  options: readonly ImageAspectRatio[];
  value: ImageAspectRatio;
  onChange: (value: ImageAspectRatio) => void;
}

/** Shapes, each drawn as it is. A native radio group. */
export function RatioPicker({ label, options, value, onChange }: RatioPickerProps) {
  const name = useId();
  return (
    <fieldset className={styles['group']}>
      <legend className={segmented['legend']}>{label}</legend>
      <div className={cx(styles['options'], options.length > 10 && styles['many'])}>
        {options.map((option) => {
          const ratio = ratioOf(option);
          const width = ratio >= 1 ? side : side * ratio;
          const height = ratio >= 1 ? side / ratio : side;
          return (
            <label key={option} className={styles['option']}>
              <CoveringRadio
                name={name}
                value={option}
                checked={option === value}
                onChange={() => {
                  onChange(option);
                }}
              />
              <span className={styles['frame']} aria-hidden>
                <span style={{ width: Math.max(4, width), height: Math.max(4, height) }} />
              </span>
              <span>{option}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}

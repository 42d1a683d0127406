import { useState } from 'react';
import { ChevronDown } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { Button } from '../../components/ui/Button.tsx';
import { Popover } from '../../components/ui/Popover.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useAsInput, useInClip } from './use-image.ts';
import styles from './UseAsMenu.module.css';

const uses = ['last', 'reference', 'input'] as const;

/** What an image can be used for beside animating it. */
export function UseAsMenu({ image }: { image: Operation }) {
  const text = useText();
  const [button, setButton] = useState<HTMLButtonElement | null>(null);
  const [open, setOpen] = useState(false);
  const putInClip = useInClip();
  const addAsInput = useAsInput();
  return (
    <>
      <Button
        ref={setButton}
        size="small"
        aria-haspopup="dialog"
        aria-expanded={open}
        onClick={() => {
          setOpen(!open);
        }}
      >
        {text.images.useAs}
        <ChevronDown size={13} aria-hidden />
      </Button>
      {open && button !== null && (
        <Popover
          anchor={button}
          label={text.images.useAs}
          className={styles['menu']}
          onClose={() => {
            setOpen(false);
          }}
        >
          {uses.map((use) => (
            <button
              key={use}
              type="button"
              className={styles['choice']}
              onClick={() => {
                setOpen(false);
                void (use === 'input' ? addAsInput(image) : putInClip(image, use));
              }}
            >
              {text.images.uses[use]}
            </button>
          ))}
        </Popover>
      )}
    </>
  );
}

import { Clapperboard, WandSparkles } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { refine, useInClip } from './use-image.ts';

interface ImageButtonsProps {
  image: Operation;
  /** `icons` on a card, `plain` ones beside words; `words` where there is room. */
  look: 'icons' | 'plain' | 'words';
}

/** What becomes of a finished image: another one, or a clip. */
export function ImageButtons({ image, look }: ImageButtonsProps) {
  const text = useText().images;
  const putInClip = useInClip();
  const buttons = [
    {
      ...{ Icon: WandSparkles, label: text.refine, hint: text.refineHint },
      run() {
        refine(image);
      },
    },
    {
      ...{ Icon: Clapperboard, label: text.animate, hint: text.animateHint },
      run: () => void putInClip(image, 'first'),
    },
  ];
  return buttons.map(({ Icon, label, hint, run }) =>
    look === 'words' ? (
      <Button key={label} size="small" title={hint} onClick={run}>
        <Icon size={14} aria-hidden />
        {label}
      </Button>
    ) : (
      <IconButton
        key={label}
        look={look === 'icons' ? 'glass' : 'quiet'}
        label={label}
        title={hint}
        onClick={run}
      >
        <Icon size={15} aria-hidden />
      </IconButton>
    ),
  );
}

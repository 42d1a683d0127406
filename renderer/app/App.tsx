import { Composer } from '../features/compose/Composer.tsx';
import { Commands } from '../features/commands/Commands.tsx';
import { WindowFiles } from '../features/compose/WindowFiles.tsx';
import { Gallery } from '../features/gallery/Gallery.tsx';
import { useQueryShown } from '../features/gallery/use-query.ts';
import { ImageComposer } from '../features/images/ImageComposer.tsx';
import { PromptPanels } from '../features/prompts/PromptPanels.tsx';
import { QueueStrip } from '../features/queue/QueueStrip.tsx';
import { useShownCards } from '../features/queue/use-shown-cards.ts';
import { LiveRegion } from '../components/ui/LiveRegion.tsx';
import { Toasts, ToastTimers } from '../components/ui/Toasts.tsx';
import { useFront } from '../lib/front-store.ts';
import { useUi } from '../lib/ui-store.ts';
import { Banners } from './Banners.tsx';
import { Header } from './Header.tsx';
import { OverlaysPlace } from './OverlaysPlace.tsx';
import { useBridgeEvents } from './use-bridge-events.ts';
import { useTheme } from './use-theme.ts';
import styles from './App.module.css';

export function App() {
  const mode = useUi((state) => state.mode);
  const isDialogOpen = useFront((state) => state.open.length > 0);
  useQueryShown();
  useBridgeEvents();
  useTheme();
  useShownCards();

  return (
    <div className={styles['app']}>
      <Header />
      <Banners />
      <main className={styles['studio']}>
        {mode === 'video' ? <Composer /> : <ImageComposer />}
        <div className={styles['made']}>
          <QueueStrip />
          {/* Each mode has its own place in its gallery. */}
          <Gallery key={mode} />
        </div>
      </main>
      <WindowFiles />
      <OverlaysPlace />
      <PromptPanels />
      <Commands />
      {/* An open dialog carries them itself. */}
      {!isDialogOpen && <Toasts />}
      {!isDialogOpen && <LiveRegion />}
      <ToastTimers />
    </div>
  );
}

import { useState } from 'react';
import { FirstRunPlace } from '../first-run/FirstRunPlace.tsx';
import { useEndByFirstClip, useIsFirstRun } from '../first-run/use-first-run.ts';
import { isFiltered, useFilters } from './filters-store.ts';
import { EmptyState } from './EmptyState.tsx';
import { FailedState, NothingFound, Skeletons } from './GalleryStates.tsx';
import { GalleryBar } from './GalleryBar.tsx';
import { galleryId } from './focus-after-removal.ts';
import { Grid } from './Grid.tsx';
import { libraryTouched, useLibrary } from './library-source.ts';
import { useFound } from './use-found.ts';
import { useMade } from './use-made.ts';
import styles from './Gallery.module.css';

export function Gallery() {
  const made = useMade();
  const [scroller, setScroller] = useState<HTMLElement | null>(null);
  const total = useLibrary((state) => state.total);
  const error = useLibrary((state) => state.error);
  const filtered = useFilters(({ filters }) => isFiltered(filters));
  const isFirstRun = useIsFirstRun();
  const medium = useFilters((state) => state.medium);
  useEndByFirstClip();
  useFound();

  const content = (): React.ReactNode => {
    if (total === null)
      return error === null ? <Skeletons /> : <FailedState error={error} onRetry={libraryTouched} />;
    if (total > 0) {
      return (
        <>
          {error !== null && <FailedState error={error} onRetry={libraryTouched} small />}
          {scroller !== null && <Grid scroller={scroller} />}
        </>
      );
    }
    if (filtered) return <NothingFound />;
    if (isFirstRun === null) return null;
    // Its steps lead to a clip.
    return isFirstRun && medium === 'video' ? <FirstRunPlace /> : <EmptyState />;
  };

  return (
    <section
      ref={setScroller}
      className={styles['gallery']}
      id={galleryId}
      aria-label={made.label}
      tabIndex={-1}
    >
      {total !== null && (total > 0 || filtered) && <GalleryBar total={total} />}
      {content()}
    </section>
  );
}

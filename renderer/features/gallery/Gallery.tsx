import { useEffect, useRef } from 'react';
import { useText } from '../../lib/i18n/text.ts';
import { Card } from './Card.tsx';
import { EmptyState, FailedState, Skeletons } from './GalleryStates.tsx';
import { GalleryToolbar } from './GalleryToolbar.tsx';
import { galleryId } from './focus-after-removal.ts';
import type { Gallery as GalleryData } from './gallery-source.ts';
import styles from './Gallery.module.css';

export function Gallery({ gallery }: { gallery: GalleryData }) {
  const text = useText();
  return (
    <section className={styles['gallery']} id={galleryId} aria-label={text.gallery.label} tabIndex={-1}>
      <GalleryContent gallery={gallery} />
    </section>
  );
}

function GalleryContent({ gallery }: { gallery: GalleryData }) {
  const { operations, loading, error, hasMore, loadingMore, retry } = gallery;
  if (loading) return <Skeletons />;
  if (error !== null && operations.length === 0) return <FailedState error={error} onRetry={retry} />;
  if (operations.length === 0 && !hasMore) return <EmptyState />;
  return (
    <>
      <GalleryToolbar operations={operations} hasMore={hasMore} />
      <div className={styles['cards']}>
        {operations.map((operation) => (
          <Card key={operation.id} operation={operation} />
        ))}
      </div>
      {error !== null && !loadingMore && <FailedState error={error} onRetry={gallery.loadMore} small />}
      {hasMore && error === null && <More gallery={gallery} />}
    </>
  );
}

/** Stands below the last card and asks for the next page a little before it is seen. */
function More({ gallery }: { gallery: GalleryData }) {
  const text = useText();
  const ref = useRef<HTMLParagraphElement>(null);
  const { loadMore, loadingMore } = gallery;
  useEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    const observer = new IntersectionObserver(
      (entries) => {
        if (entries.some((entry) => entry.isIntersecting)) loadMore();
      },
      { root: element.closest(`#${galleryId}`), rootMargin: '600px' },
    );
    observer.observe(element);
    return () => {
      observer.disconnect();
    };
  }, [loadMore]);
  return (
    <p ref={ref} className={styles['more']}>
      {loadingMore ? text.gallery.loadingMore : null}
    </p>
  );
}

import { useId, useState } from 'react';
import { useQuery } from '@tanstack/react-query';
import { Heart, X } from 'lucide-react';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { ClipDetails } from '../../../preload/contract/library.ts';
import { Button, IconButton } from '../../components/ui/Button.tsx';
import { Dialog } from '../../components/ui/Dialog.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { appErrorOf, callOrThrow } from '../../lib/call.ts';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { queryKeys, useFormat } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useMarking } from '../gallery/use-marking.ts';
import { useVersions, VersionStrip } from '../images/VersionStrip.tsx';
import { TakesStrip } from '../takes/TakesStrip.tsx';
import { useTakes } from '../takes/use-takes.ts';
import { DetailsActions } from './DetailsActions.tsx';
import { DetailsFacts } from './DetailsFacts.tsx';
import { PartsList } from './PartsList.tsx';
import { StarRating } from './StarRating.tsx';
import styles from './DetailsDialog.module.css';

/** Everything about one operation, at the side of the window. */
export function DetailsDialog() {
  const operationId = useUi((state) => state.detailsId);
  if (operationId === null) return null;
  return <OpenDetails operationId={operationId} />;
}

function OpenDetails({ operationId }: { operationId: string }) {
  const text = useText();
  const titleId = useId();
  const format = useFormat();
  const show = useUi((state) => state.showDetails);
  const close = (): void => {
    show(null);
  };
  const { data, error } = useQuery<ClipDetails>({
    queryKey: [...queryKeys.details, operationId],
    queryFn: () => callOrThrow(() => window.zoetrope.library.details({ operationId })),
    refetchOnMount: 'always',
    gcTime: 0,
  });
  const [isFromTake, setFromTake] = useState(false);
  const goToTake = (take: Operation): void => {
    setFromTake(true);
    show(take.id);
  };
  const words = error === null ? null : errorWords(appErrorOf(error), text, format);
  return (
    <Dialog labelledBy={titleId} front="details" className={styles['sheet']} closesOnBackdrop onClose={close}>
      <header className={styles['head']}>
        <h2 id={titleId} className={styles['title']}>
          {text.details.title}
        </h2>
        <IconButton label={text.app.close} onClick={close}>
          <X size={16} aria-hidden />
        </IconButton>
      </header>
      {data === undefined ? (
        <div className={styles['body']}>
          {words === null ? (
            <p className="visually-hidden">{text.details.loading}</p>
          ) : (
            <Problem title={text.details.failed}>
              <p>{words.message}</p>
            </Problem>
          )}
        </div>
      ) : (
        <Details key={operationId} details={data} isFromTake={isFromTake} onTake={goToTake} />
      )}
    </Dialog>
  );
}

interface DetailsProps {
  details: ClipDetails;
  /** Another take was looked at before: the focus stays in their strip. */
  isFromTake: boolean;
  onTake: (take: Operation) => void;
}

function Details({ details, isFromTake, onTake }: DetailsProps) {
  const text = useText();
  const { setFavourite, rate } = useMarking();
  const { operation } = details;
  const { prompt, negativePrompt, image } = operation.request;
  const picture = operation.clip?.posterUrl ?? image?.url ?? null;
  const selection = { operationIds: [operation.id] };
  const takes = useTakes(operation);
  const versions = useVersions(operation);
  return (
    <>
      <div className={styles['body']}>
        {picture !== null && <img className={styles['picture']} src={picture} alt="" draggable={false} />}
        {takes.length > 0 && (
          <TakesStrip
            takes={takes}
            currentId={operation.id}
            mayPick={() => true}
            onPick={onTake}
            isFocused={isFromTake}
          />
        )}
        {versions.length > 0 && (
          <VersionStrip
            versions={versions}
            currentId={operation.id}
            mayPick={() => true}
            onPick={onTake}
            isFocused={isFromTake && takes.length === 0}
          />
        )}
        {operation.clip !== null && (
          <div className={styles['marks']}>
            <StarRating rating={operation.rating} onRate={(rating) => rate(selection, rating)} />
            <span className={styles['gap']} />
            <Button
              size="small"
              aria-pressed={operation.favourite}
              onClick={() => void setFavourite(selection, !operation.favourite)}
            >
              <Heart size={14} fill={operation.favourite ? 'currentColor' : 'none'} aria-hidden />
              {text.library.favourite}
            </Button>
          </div>
        )}
        <section className={styles['words']}>
          <h3 className={styles['label']}>{text.details.prompt}</h3>
          <p className={styles['prompt']}>{prompt}</p>
          {negativePrompt !== null && (
            <>
              <h3 className={styles['label']}>{text.details.negativePrompt}</h3>
              <p className={styles['prompt']}>{negativePrompt}</p>
            </>
          )}
        </section>
        {details.parts.length > 0 && <PartsList parts={details.parts} operationId={operation.id} />}
        <DetailsFacts details={details} />
      </div>
      <DetailsActions operation={operation} />
    </>
  );
}

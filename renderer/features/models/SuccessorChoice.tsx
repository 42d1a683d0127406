import { isVideo } from '../../../preload/contract/domain.ts';
import type { Operation } from '../../../preload/contract/domain.ts';
import type { ModelList } from '../../../preload/contract/models.ts';
import { successorOf, wishOfRequest } from '../../../preload/contract/successor.ts';
import type { Loss, Successor } from '../../../preload/contract/successor.ts';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import type { Dictionary } from '../../lib/i18n/text.ts';
import { useAppState, useFormat, useModelList } from '../../lib/queries.ts';
import styles from './SuccessorChoice.module.css';

function lossWords(loss: Loss, { models, compose }: Dictionary): string {
  switch (loss.field) {
    case 'resolution':
      return models.instead(loss.to, loss.from);
    case 'duration':
      return models.instead(compose.seconds(loss.to), compose.seconds(loss.from));
    case 'personGeneration':
      return loss.to === null ? models.lost.people : models.peopleInstead(compose.peopleChoices[loss.to]);
    default:
      return models.lost[loss.field];
  }
}

/** Another model for an operation whose own is gone; null where none makes it. */
function nearest({ request }: Operation, { offers }: ModelList): Successor | null {
  const gone = offers.find(({ id }) => id === request.model);
  if (gone === undefined) return null;
  const offered = offers.filter(({ problem }) => problem === null);
  if (!isVideo(request)) return null;
  return successorOf(gone, wishOfRequest(request), offered);
}

interface SuccessorChoiceProps {
  operation: Operation;
  isBusy: boolean;
  onChoose: (model: string) => void;
}

/** One press makes the clip of a model that is gone with the nearest one; what is lost of it stands beneath. */
export function SuccessorChoice({ operation, isBusy, onChoose }: SuccessorChoiceProps) {
  const text = useText();
  const format = useFormat();
  const models = useModelList().data;
  const isFree = useAppState().data?.service.mode === 'demo';
  if (operation.error?.code !== 'model_retired' || models === undefined) return null;
  const successor = nearest(operation, models);
  if (successor === null) return <p className={styles['none']}>{text.models.noSuccessor}</p>;
  const { model, usd, lost } = successor;
  return (
    <div className={styles['successor']}>
      <Button
        aria-disabled={isBusy}
        onClick={() => {
          onChoose(model.id);
        }}
      >
        {text.models.makeWith(model.label)}
        <span className={styles['price']}>{isFree ? text.compose.free : format.usd(usd)}</span>
      </Button>
      {lost.length > 0 && (
        <ul className={styles['lost']}>
          {lost.map((loss) => (
            <li key={loss.field}>{lossWords(loss, text)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

import { estimateUsd } from '../../../preload/contract/rules.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useAppState, useFormat, useModelList } from '../../lib/queries.ts';
import { useDraft } from './draft-store.ts';
import { clipSending, generateId, pressGenerate, requestKey } from './generate.ts';
import { PriceLine, SendBar } from './SendBar.tsx';
import { modeOf } from './ways.ts';

/** What the clip costs, and the button. */
export function GenerateBar() {
  const text = useText();
  const draft = useDraft();
  return (
    <SendBar
      buttonId={generateId}
      problem={draft.problems.request}
      takes={draft.takes}
      takesHint={text.compose.takesHint}
      onTakes={draft.setTakes}
      price={<Price />}
      sending={clipSending.useSending()}
      requestKey={requestKey(draft)}
      label={text.compose.generateBy[modeOf(draft)]}
      onPress={() => void pressGenerate()}
    />
  );
}

function Price() {
  const text = useText();
  const format = useFormat();
  const mode = useAppState().data?.service.mode;
  const isListed = !useModelList().isPending;
  const model = useDraft((state) => state.model);
  const { resolution, duration } = useDraft((state) => state.choices);
  const takes = useDraft((state) => state.takes);

  if (mode === 'demo') return <PriceLine sum={text.compose.demoPrice} price={text.compose.free} />;
  const perSecond = model?.usdPerSecond[resolution];
  const usd = model === null ? null : estimateUsd(model, resolution, duration);
  // Nothing is said of it before main has.
  if (!isListed) return <PriceLine sum="" price={null} />;
  if (model === null || perSecond === undefined || usd === null) {
    return <PriceLine sum={text.compose.priceUnknown} price={null} />;
  }
  return (
    <PriceLine
      sum={text.compose.priceSum(duration, format.usd(perSecond), takes === 1 ? null : format.number(takes))}
      price={format.usd(usd * takes)}
      title={`${text.compose.priceRead(model.priceDate)}, ${model.priceSource}`}
    />
  );
}

import { Hand } from 'lucide-react';
import { Banner } from '../../components/ui/Banner.tsx';
import { Button } from '../../components/ui/Button.tsx';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat, useSpend } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';

/** Says that a budget holds the queue, and leads to what can be done about it. */
export function HeldBanner() {
  const text = useText();
  const format = useFormat();
  const { setSpendOpen, setOverOpen } = useUi();
  const held = useSpend().data?.held;
  if (held === undefined || held.next === null) return null;
  const { hold } = held.next;

  return (
    <Banner
      kind="notice"
      icon={<Hand size={15} />}
      title={text.spend.held}
      actions={
        <>
          <Button
            size="small"
            onClick={() => {
              setSpendOpen(true);
            }}
          >
            {text.spend.changeBudget}
          </Button>
          <Button
            size="small"
            onClick={() => {
              setOverOpen(true);
            }}
          >
            {text.spend.goOver}
          </Button>
        </>
      }
    >
      {text.spend.heldBanner(
        format.number(held.count),
        held.count,
        text.spend.holdReasons[hold.period](format.usd(hold.budgetUsd)),
      )}
    </Banner>
  );
}

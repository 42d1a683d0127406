import { useState } from 'react';
import type { SpendSum, SpendSummary } from '../../../preload/contract/spend.ts';
import type { AppError } from '../../../preload/contract/result.ts';
import { Button } from '../../components/ui/Button.tsx';
import { DialogFrame } from '../../components/ui/DialogFrame.tsx';
import { Problem } from '../../components/ui/Problem.tsx';
import { Section } from '../../components/ui/Section.tsx';
import { errorWords } from '../../lib/error-words.ts';
import { useText } from '../../lib/i18n/text.ts';
import { useFormat, useSettings, useSpend } from '../../lib/queries.ts';
import { useUi } from '../../lib/ui-store.ts';
import { useSettingsUpdate } from '../settings/use-settings-update.ts';
import { BudgetFields } from './BudgetFields.tsx';
import { PriceTable } from './PriceTable.tsx';
import { SpendByModel } from './SpendByModel.tsx';
import { SpendBySession } from './SpendBySession.tsx';
import { SpendChart } from './SpendChart.tsx';
import { useExportCsv } from './use-export-csv.ts';
import styles from './SpendDialog.module.css';

export function SpendDialog() {
  const open = useUi((state) => state.spendOpen);
  return open ? <OpenSpend /> : null;
}

function OpenSpend() {
  const text = useText();
  const setOpen = useUi((state) => state.setSpendOpen);
  const format = useFormat();
  const spend = useSpend();
  const settings = useSettings().data;
  const changes = useSettingsUpdate();
  const wrong = changes.error === null ? null : errorWords(changes.error, text, format);
  const close = (): void => {
    setOpen(false);
  };

  return (
    <DialogFrame title={text.spend.title} saved={changes.saved} onClose={close}>
      {wrong !== null && (
        <Problem title={wrong.title}>
          <p>{wrong.message}</p>
        </Problem>
      )}
      {spend.data !== undefined && <Figures spend={spend.data} />}
      {settings !== undefined && <BudgetFields settings={settings} update={changes.update} />}
      {spend.data !== undefined && <Details spend={spend.data} />}
      {spend.error !== null && (
        <Problem
          title={text.spend.failed}
          actions={
            <Button size="small" onClick={() => void spend.refetch()}>
              {text.app.retry}
            </Button>
          }
        >
          <p>{text.said(spend.error.message)}</p>
        </Problem>
      )}
      <PriceTable />
    </DialogFrame>
  );
}

function Figure({ label, sum }: { label: string; sum: SpendSum }) {
  const text = useText();
  const format = useFormat();
  return (
    <div className={styles['figure']}>
      <dt>{label}</dt>
      <dd className={styles['amount']}>{format.usd(sum.spentUsd)}</dd>
      {sum.unknownUsd > 0 && (
        <dd className={styles['unknown']}>{text.spend.upTo(format.usd(sum.unknownUsd))}</dd>
      )}
    </div>
  );
}

function Figures({ spend }: { spend: SpendSummary }) {
  const text = useText();
  const format = useFormat();
  return (
    <div>
      <dl className={styles['figures']}>
        <Figure label={text.spend.today} sum={spend.today} />
        <Figure label={text.spend.month} sum={spend.month} />
        <Figure label={text.spend.all} sum={spend.all} />
      </dl>
      <p className={styles['note']}>{text.spend.counts}</p>
      {spend.all.unknownUsd > 0 && (
        <p className={styles['note']}>{text.spend.unknown(format.usd(spend.all.unknownUsd))}</p>
      )}
    </div>
  );
}

function Details({ spend }: { spend: SpendSummary }) {
  const text = useText();
  return (
    <>
      <Section title={text.spend.chart}>
        <SpendChart days={spend.days} />
      </Section>
      {spend.models.length > 0 && (
        <Section title={text.spend.byModel}>
          <SpendByModel lines={spend.models} />
        </Section>
      )}
      {spend.hasAny && <SpendBySession />}
      <Export />
    </>
  );
}

function Export() {
  const text = useText();
  const format = useFormat();
  const [error, setError] = useState<AppError | null>(null);
  const words = error === null ? null : errorWords(error, text, format);
  const exportCsv = useExportCsv();
  const run = async (): Promise<void> => {
    setError(await exportCsv());
  };
  return (
    <div className={styles['export']}>
      <Button size="small" onClick={() => void run()}>
        {text.spend.exportCsv}
      </Button>
      <span className={styles['note']}>{text.spend.exportHint}</span>
      {words !== null && (
        <Problem title={words.title}>
          <p>{words.message}</p>
        </Problem>
      )}
    </div>
  );
}

import { useQueryClient } from '@tanstack/react-query';
import { Clapperboard, Info, TriangleAlert, X } from 'lucide-react';
import type { NoticeCode } from '../../preload/contract/domain.ts';
import { Banner } from '../components/ui/Banner.tsx';
import { Button, IconButton } from '../components/ui/Button.tsx';
import { useIsFirstRun } from '../features/first-run/use-first-run.ts';
import { HeldBanner } from '../features/spend/HeldBanner.tsx';
import { UpdateBanner } from '../features/updates/UpdateBanner.tsx';
import { call } from '../lib/call.ts';
import { errorWords } from '../lib/error-words.ts';
import { useText } from '../lib/i18n/text.ts';
import { queryKeys, useAppState, useFormat } from '../lib/queries.ts';
import { useUi } from '../lib/ui-store.ts';
import { restoredWords } from './restored-words.ts';

/** What the whole window should know: demo mode, a service that cannot be used, and things that happened at start. */
export function Banners() {
  const text = useText();
  const format = useFormat();
  const client = useQueryClient();
  const openSettings = useUi((state) => state.setSettingsOpen);
  const isVideo = useUi((state) => state.mode === 'video');
  // The first steps say the same, and ask for the key themselves.
  const saysDemo = useIsFirstRun() === false || !isVideo;
  const appState = useAppState().data;
  if (appState === undefined) return null;
  const { service, notices } = appState;

  const dismiss = async (notice: NoticeCode): Promise<void> => {
    const result = await call(() => window.zoetrope.app.dismissNotice({ notice }));
    if (result.ok) client.setQueryData(queryKeys.appState, result.value);
    else useUi.getState().addToast({ kind: 'error', title: errorWords(result.error, text, format).message });
  };
  const settingsButton = (label: string) => (
    <Button
      size="small"
      onClick={() => {
        openSettings(true);
      }}
    >
      {label}
    </Button>
  );

  const isOfLibrary = (notice: NoticeCode): boolean =>
    notice === 'database_problem' || notice === 'database_restored';
  const wordsOf = (notice: NoticeCode): string =>
    isOfLibrary(notice) && appState.restored !== null
      ? restoredWords(appState.restored, text, format)
      : text.banners.notices[notice];

  return (
    <section aria-label={text.banners.label}>
      {service.mode === 'demo' && saysDemo && (
        <Banner
          kind="demo"
          icon={<Clapperboard size={15} />}
          title={text.banners.demo}
          actions={settingsButton(text.banners.addKey)}
        >
          {isVideo ? text.banners.demoExplained : text.images.demoExplained}
        </Banner>
      )}
      {service.mode === 'unavailable' && (
        <Banner
          kind="problem"
          icon={<TriangleAlert size={15} />}
          title={text.banners.unavailable}
          actions={settingsButton(text.banners.openSettings)}
        >
          {service.problem !== null && text.said(service.problem.message)}
        </Banner>
      )}
      <HeldBanner />
      <UpdateBanner />
      {notices.map((notice) => (
        <Banner
          key={notice}
          kind="notice"
          icon={<Info size={15} />}
          actions={
            <>
              {isOfLibrary(notice) && settingsButton(text.recipes.rebuildLink)}
              <IconButton label={text.app.dismiss} onClick={() => void dismiss(notice)}>
                <X size={14} aria-hidden />
              </IconButton>
            </>
          }
        >
          {wordsOf(notice)}
        </Banner>
      ))}
    </section>
  );
}

/** What main knows, as react-query holds it. Events from main keep it fresh; nothing is asked again by itself. */
import { QueryClient, useQuery } from '@tanstack/react-query';
import type { AppState, Settings } from '../../preload/contract/domain.ts';
import type { ModelList, ModelOffer } from '../../preload/contract/models.ts';
import type { SpendSummary } from '../../preload/contract/spend.ts';
import { callOrThrow } from './call.ts';
import { createFormat } from './format.ts';
import type { Format } from './format.ts';
import { useText } from './i18n/text.ts';

export const queryKeys = {
  appState: ['app-state'],
  settings: ['settings'],
  models: ['models'],
  facets: ['facets'],
  details: ['details'],
  spend: ['spend'],
  currentSession: ['current-session'],
  sessions: ['sessions'],
  queue: ['queue'],
  queueList: ['queue-list'],
  templates: ['templates'],
  openedTemplates: ['openedTemplates'],
  updates: ['updates'],
  enhanceOffer: ['enhance-offer'],
} as const;

export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: Infinity,
        gcTime: Infinity,
        retry: false,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
        // Main is on this computer: it answers without a network.
        networkMode: 'always',
      },
    },
  });
}

/**
 * Takes in what main tells by itself. An answer that is on its way was given before, and would put the news aside: it is
 * asked for anew.
 */
export function heard(client: QueryClient, queryKey: readonly string[], value: object): void {
  client.setQueryData(queryKey, value);
  if (client.isFetching({ queryKey, exact: true }) > 0)
    void client.invalidateQueries({ queryKey, exact: true });
}

export function useAppState() {
  return useQuery<AppState>({
    queryKey: queryKeys.appState,
    queryFn: () => callOrThrow(() => window.zoetrope.app.state()),
  });
}

export function useSettings() {
  return useQuery<Settings>({
    queryKey: queryKeys.settings,
    queryFn: () => callOrThrow(() => window.zoetrope.settings.get()),
  });
}

const modelQuery = {
  queryKey: queryKeys.models,
  queryFn: () => callOrThrow(() => window.zoetrope.models.list()),
};

export function useModelList() {
  return useQuery<ModelList>(modelQuery);
}

/** What a model is called. */
export type ModelName = Pick<ModelOffer, 'id' | 'label'>;

const noNames: ModelName[] = [];
const namesOf = ({ offers, images }: ModelList): ModelName[] => [...offers, ...images];

/** The names of all models, for clips and for images. */
export function useModelNames(): readonly ModelName[] {
  return useQuery({ ...modelQuery, select: namesOf }).data ?? noNames;
}

const offersOf = ({ offers }: ModelList): ModelOffer[] => offers;

/** All models, those that cannot be chosen among them. */
export function useModels() {
  return useQuery({ ...modelQuery, select: offersOf });
}

export function useSpend() {
  return useQuery<SpendSummary>({
    queryKey: queryKeys.spend,
    queryFn: () => callOrThrow(() => window.zoetrope.spend.summary()),
    // Several places show it: a failure is said once, and asked again by the user.
    retryOnMount: false,
  });
}

/** Making one takes a browser some milliseconds, and each card has several uses for it: all share the one. */
const formats = new Map<string, Format>();

/** Formats in the locale that main reports; until it has, as the first page does: in that of the language. */
export function useFormat(): Format {
  const { language } = useText();
  const locale = useAppState().data?.locale ?? language;
  const known = formats.get(locale);
  if (known !== undefined) return known;
  const made = createFormat(locale);
  formats.set(locale, made);
  return made;
}

import type { ZoetropeContract } from '../../preload/contract/api.ts';
import type { ModelList } from '../../preload/contract/models.ts';
import { ok } from '../../preload/contract/result.ts';
import { defaultModel, models } from '../services/models/catalogue.ts';
import type { Handlers } from './registry.ts';

function list(): ModelList {
  return {
    offers: models.map((model) => ({
      ...model,
      problem: model.service === 'agent-platform' ? 'no-access' : null,
    })),
    defaultId: defaultModel.id,
    checkedAt: null,
  };
}

export const modelHandlers: Handlers<ZoetropeContract['models']> = {
  list: () => ok(list()),
};

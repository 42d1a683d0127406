import type { ZoetropeContract } from '../../preload/contract/api.ts';
import type { ModelList } from '../../preload/contract/models.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Connection } from '../services/connection.ts';
import { models } from '../services/models/catalogue.ts';
import type { Handlers } from './registry.ts';

function list({ hasAccess }: Pick<Connection, 'hasAccess'>): ModelList {
  return {
    offers: models.map((model) => ({ ...model, problem: hasAccess(model.service) ? null : 'no-access' })),
    defaultId: models.find(({ service }) => hasAccess(service))?.id ?? null,
    checkedAt: null,
  };
}

export function modelHandlers(
  connection: Pick<Connection, 'hasAccess'>,
): Handlers<ZoetropeContract['models']> {
  return { list: () => ok(list(connection)) };
}

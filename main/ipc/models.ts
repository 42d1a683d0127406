import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import { models } from '../services/models/catalogue.ts';
import type { Handlers } from './registry.ts';

export const modelHandlers: Handlers<ZoetropeContract['models']> = {
  list: () => ok([...models]),
};

import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { ok } from '../../preload/contract/result.ts';
import type { Offers } from '../services/models/offers.ts';
import type { Handlers } from './registry.ts';

export function modelHandlers(
  offers: Pick<Offers, 'list' | 'refresh'>,
): Handlers<ZoetropeContract['models']> {
  return { list: () => ok(offers.list()), refresh: () => offers.refresh() };
}

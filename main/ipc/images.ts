import type { ZoetropeContract } from '../../preload/contract/api.ts';
import { checkImage } from '../services/images/check-image.ts';
import type { Handlers } from './registry.ts';

export const imageHandlers: Handlers<ZoetropeContract['images']> = {
  check: ({ name, data }) => checkImage(name, data),
};

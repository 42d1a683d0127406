/** Every call of the contract and its handler. */
import { channel } from '../../preload/contract/channels.ts';
import { mediaContract, videoChatContract, zoetropeContract } from '../../preload/contract/contract.ts';
import type { MediaContract, VideoChatContract, ZoetropeContract } from '../../preload/contract/api.ts';
import type { Handlers, Registry } from './registry.ts';

export interface AllHandlers {
  videoChat: Handlers<VideoChatContract>;
  zoetrope: { [Domain in keyof ZoetropeContract]: Handlers<ZoetropeContract[Domain]> };
  media: Handlers<MediaContract>;
}

export function registerAll(registry: Registry, { videoChat, zoetrope, media }: AllHandlers): void {
  registry.register('studio', videoChatContract, videoChat, channel.videoChat);
  const of = (domain: keyof ZoetropeContract) => (name: string) => channel.zoetrope(domain, name);
  registry.register('studio', zoetropeContract.app, zoetrope.app, of('app'));
  registry.register('studio', zoetropeContract.settings, zoetrope.settings, of('settings'));
  registry.register('studio', zoetropeContract.key, zoetrope.key, of('key'));
  registry.register('studio', zoetropeContract.agentPlatform, zoetrope.agentPlatform, of('agentPlatform'));
  registry.register('studio', zoetropeContract.models, zoetrope.models, of('models'));
  registry.register('studio', zoetropeContract.images, zoetrope.images, of('images'));
  registry.register('studio', zoetropeContract.operations, zoetrope.operations, of('operations'));
  registry.register('studio', zoetropeContract.queue, zoetrope.queue, of('queue'));
  registry.register('studio', zoetropeContract.clips, zoetrope.clips, of('clips'));
  registry.register('studio', zoetropeContract.library, zoetrope.library, of('library'));
  registry.register('studio', zoetropeContract.sessions, zoetrope.sessions, of('sessions'));
  registry.register('studio', zoetropeContract.prompts, zoetrope.prompts, of('prompts'));
  registry.register('studio', zoetropeContract.updates, zoetrope.updates, of('updates'));
  registry.register('studio', zoetropeContract.recipes, zoetrope.recipes, of('recipes'));
  registry.register('studio', zoetropeContract.spend, zoetrope.spend, of('spend'));
  registry.register('media', mediaContract, media, channel.media);
}

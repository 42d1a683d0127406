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
  registry.register(videoChatContract, videoChat, channel.videoChat);
  const of = (domain: keyof ZoetropeContract) => (name: string) => channel.zoetrope(domain, name);
  registry.register(zoetropeContract.app, zoetrope.app, of('app'));
  registry.register(zoetropeContract.settings, zoetrope.settings, of('settings'));
  registry.register(zoetropeContract.key, zoetrope.key, of('key'));
  registry.register(zoetropeContract.agentPlatform, zoetrope.agentPlatform, of('agentPlatform'));
  registry.register(zoetropeContract.models, zoetrope.models, of('models'));
  registry.register(zoetropeContract.images, zoetrope.images, of('images'));
  registry.register(zoetropeContract.operations, zoetrope.operations, of('operations'));
  registry.register(zoetropeContract.queue, zoetrope.queue, of('queue'));
  registry.register(zoetropeContract.clips, zoetrope.clips, of('clips'));
  registry.register(zoetropeContract.library, zoetrope.library, of('library'));
  registry.register(zoetropeContract.sessions, zoetrope.sessions, of('sessions'));
  registry.register(zoetropeContract.prompts, zoetrope.prompts, of('prompts'));
  registry.register(zoetropeContract.updates, zoetrope.updates, of('updates'));
  registry.register(zoetropeContract.recipes, zoetrope.recipes, of('recipes'));
  registry.register(zoetropeContract.spend, zoetrope.spend, of('spend'));
  registry.register(mediaContract, media, channel.media);
  registry.open();
}

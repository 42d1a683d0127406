import type { MediaApi, VideoChatApi, ZoetropeApi } from '../../preload/contract/api.ts';

declare global {
  interface Window {
    videoChat: VideoChatApi;
    zoetrope: ZoetropeApi;
    /** In the hidden media window only. */
    zoetropeMedia: MediaApi;
  }
}

import { describe, expect, it } from 'vitest';
import { mediaCalls, videoChatCalls, zoetropeCalls } from './channels.ts';
import { mediaContract, videoChatContract, zoetropeContract } from './contract.ts';

describe('the names that the preload loops over', () => {
  it('are the original’s four on window.videoChat', () => {
    expect(videoChatCalls).toEqual(['generate', 'generateWithImage', 'status', 'operations']);
    expect(Object.keys(videoChatContract)).toEqual([...videoChatCalls]);
  });

  it('are the contract’s on window.zoetrope, none missing and none extra', () => {
    const contract = Object.entries(zoetropeContract).map(([domain, calls]) => [
      domain,
      Object.keys(calls).sort(),
    ]);
    const preload = Object.entries(zoetropeCalls).map(([domain, names]) => [domain, [...names].sort()]);
    expect(preload).toEqual(contract);
  });

  it('are the contract’s in the media window', () => {
    expect(Object.keys(mediaContract)).toEqual([...mediaCalls]);
  });
});

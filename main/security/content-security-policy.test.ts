import { describe, expect, test } from 'vitest';
import { contentSecurityPolicy } from './content-security-policy.ts';

function directives(page: string): Map<string, string[]> {
  return new Map(
    contentSecurityPolicy(page)
      .split('; ')
      .map((line) => {
        const [name = '', ...sources] = line.split(' ');
        return [name, sources];
      }),
  );
}

describe.each(['index.html', 'media.html', 'anything-else.html'])('%s', (page) => {
  test('allows nothing unsafe and nothing from the network', () => {
    const sources = [...directives(page).values()].flat();
    for (const source of sources) expect(["'self'", "'none'", 'media:', 'blob:']).toContain(source);
  });

  test('runs scripts and styles of the app’s own files alone', () => {
    const policy = directives(page);
    expect(policy.get('default-src')).toEqual(["'none'"]);
    expect(policy.get('script-src')).toEqual(["'self'"]);
    expect(policy.get('style-src')).toEqual(["'self'"]);
    expect(policy.get('frame-ancestors')).toEqual(["'none'"]);
    expect(policy.get('base-uri')).toEqual(["'none'"]);
    expect(policy.get('form-action')).toEqual(["'none'"]);
  });
});

test('the studio shows clips and posters and talks to nobody; the media window reads clips and shows nothing', () => {
  expect(directives('index.html').get('media-src')).toEqual(['media:']);
  expect(directives('index.html').get('connect-src')).toEqual(["'none'"]);
  expect(directives('media.html').get('connect-src')).toEqual(['media:']);
  expect(directives('media.html').get('img-src')).toEqual(["'none'"]);
});

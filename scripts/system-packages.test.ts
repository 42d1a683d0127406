import { describe, expect, it } from 'vitest';
import { isDebianFamily, missingLibraries, namesThatAptKnows, packagesFor } from './system-packages.mjs';

const none = { libraries: [], display: false, font: false };

describe('missingLibraries', () => {
  it('reads what the dynamic linker does not find', () => {
    const output = [
      '\tlinux-vdso.so.1 (0x00007ffd0a1f2000)',
      '\tlibnss3.so => not found',
      '\tlibc.so.6 => /lib/x86_64-linux-gnu/libc.so.6 (0x00007f1c2a000000)',
      '\tlibgtk-3.so.0 => not found',
      '\tlibnss3.so => not found',
    ].join('\n');
    expect(missingLibraries(output)).toEqual(['libnss3.so', 'libgtk-3.so.0']);
  });

  it('finds nothing where all is well', () => {
    expect(missingLibraries('\tlibc.so.6 => /lib/libc.so.6 (0x1)\n')).toEqual([]);
  });
});

describe('packagesFor', () => {
  it('names each package once', () => {
    const libraries = [
      'libnss3.so',
      'libnspr4.so',
      'libatk-1.0.so.0',
      'libcups.so.2',
      'libasound.so.2',
      'libgbm.so.1',
    ];
    expect(packagesFor({ ...none, libraries })).toEqual(['libnss3', 'libgtk-3-0', 'libasound2', 'libgbm1']);
  });

  it('adds the X server and a font where they are missing', () => {
    expect(packagesFor({ ...none, display: true, font: true })).toEqual(['xvfb', 'fonts-liberation']);
  });

  it('asks for nothing when nothing is missing', () => {
    expect(packagesFor(none)).toEqual([]);
  });
});

describe('namesThatAptKnows', () => {
  const policy = [
    'libgtk-3-0t64:',
    '  Installed: (none)',
    '  Candidate: 3.24.49-3',
    '  Version table:',
    '     3.24.49-3 500',
    'libasound2t64:',
    '  Installed: (none)',
    '  Candidate: (none)',
    '  Version table:',
    '',
  ].join('\n');

  it('takes the new name only where it can be installed', () => {
    expect(namesThatAptKnows(['libgtk-3-0', 'libasound2', 'xvfb'], policy)).toEqual([
      'libgtk-3-0t64',
      'libasound2',
      'xvfb',
    ]);
  });

  it('keeps the old names on a system that knows no others', () => {
    expect(namesThatAptKnows(['libgtk-3-0'], '')).toEqual(['libgtk-3-0']);
  });
});

describe('isDebianFamily', () => {
  it.each([
    ['ID=debian\nVERSION_ID="12"', true],
    ['NAME="Ubuntu"\nID=ubuntu\nID_LIKE=debian', true],
    ['ID=linuxmint\nID_LIKE="ubuntu debian"', true],
    ['ID=fedora\nVERSION_ID=41', false],
    ['ID="opensuse"\nID_LIKE="suse"\nHOME_URL="https://debian.example"', false],
    ['', false],
  ])('%j is %s', (osRelease, expected) => {
    expect(isDebianFamily(osRelease)).toBe(expected);
  });
});

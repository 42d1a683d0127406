import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { createOpenedFiles, templateFilesIn, templateFilesOf } from './opened-files.ts';

describe('the files of templates on a command line', () => {
  test.each([
    { argv: ['app', '/home/ada/Looks.zoetrope'], files: ['/home/ada/Looks.zoetrope'] },
    { argv: ['app', 'looks.ZOETROPE'], files: ['/home/ada/looks.ZOETROPE'] },
    { argv: ['app', 'file:///home/ada/My%20looks.zoetrope'], files: ['/home/ada/My looks.zoetrope'] },
    { argv: ['app', 'file://elsewhere/looks.zoetrope', 'file:///%ff%fe.zoetrope'], files: [] },
    { argv: ['app', '--demo', '--x=/a.zoetrope', '.', '/a.json', 'zoetrope'], files: [] },
    { argv: ['/opt/app.zoetrope'], files: [] },
  ])('$argv', ({ argv, files }) => {
    expect(templateFilesIn(argv, '/home/ada')).toEqual(files.map((file) => path.normalize(file)));
  });

  test('are twenty at most', () => {
    const argv = ['app', ...Array.from({ length: 30 }, (_, index) => `/${index}.zoetrope`)];
    expect(templateFilesIn(argv, '/')).toHaveLength(20);
  });
});

test('what a second start hands over is looked at before it is believed', () => {
  expect(templateFilesOf({ files: ['/a.zoetrope', 'b.zoetrope', '/c.txt', 4, null] })).toEqual([
    '/a.zoetrope',
  ]);
  for (const junk of [null, undefined, 'x', {}, { files: 'a' }, [], { files: { length: 3 } }]) {
    expect(templateFilesOf(junk)).toEqual([]);
  }
});

test('files wait until there is a studio, then go to it at once', () => {
  const got: string[][] = [];
  const opened = createOpenedFiles(['/a.zoetrope']);
  opened.open(['/b.zoetrope']);
  opened.open([]);
  opened.goTo({ openTemplateFiles: (files) => got.push([...files]) });
  opened.open(['/c.zoetrope']);
  expect(got).toEqual([['/a.zoetrope', '/b.zoetrope'], ['/c.zoetrope']]);
});

/** The one-way house of ARCHITECTURE.md, as rules. */
module.exports = {
  forbidden: [
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'renderer-knows-only-the-contract',
      severity: 'error',
      from: { path: '^renderer/' },
      to: { path: '^(main|emulator|preload/index|scripts)' },
    },
    {
      name: 'main-never-imports-the-renderer',
      severity: 'error',
      from: { path: '^(main|preload|emulator)/' },
      to: { path: '^renderer/' },
    },
    {
      name: 'contract-imports-zod-alone',
      severity: 'error',
      from: { path: '^preload/contract/', pathNot: '\\.test\\.ts$' },
      to: { pathNot: '^(preload/contract/|node_modules/zod/)' },
    },
    {
      name: 'no-zod-in-windows',
      severity: 'error',
      from: { path: '^(renderer/|preload/index)', pathNot: '\\.test\\.tsx?$' },
      to: { path: '^node_modules/zod/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'sdk-in-backends-only',
      severity: 'error',
      from: { path: '^(main|preload|renderer)/', pathNot: '^main/backends/' },
      to: { path: '^node_modules/@google/genai/' },
    },
    {
      name: 'storage-knows-no-electron',
      severity: 'error',
      from: { path: '^main/(storage|services|backends|settings|network)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^node_modules/electron/' },
    },
    {
      name: 'storage-is-the-ground-floor',
      severity: 'error',
      from: { path: '^main/storage/', pathNot: '\\.test\\.ts$' },
      to: { path: '^main/(?!storage/)' },
    },
    {
      name: 'services-do-not-look-up',
      severity: 'error',
      from: { path: '^main/(services|backends|storage|settings)/', pathNot: '\\.test\\.ts$' },
      to: { path: '^main/(ipc|windows|app|protocol|security)/' },
    },
    {
      name: 'emulator-stands-alone',
      severity: 'error',
      from: { path: '^emulator/', pathNot: '\\.test\\.ts$' },
      to: { path: '^(main|preload|renderer)/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.js'],
    },
  },
};

import { availableParallelism } from 'node:os'

/** Tests run on the built packages; only the file under test is compiled on the way. */
export default {
  testMatch: ['<rootDir>/packages/**/{src,golden}/**/*.test.ts', '<rootDir>/apps/**/src/**/*.test.ts', '<rootDir>/test/**/*.test.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  transform: { '^.+\\.ts$': ['@swc/jest', { swcrc: true, configFile: './.swcrc' }] },
  testEnvironment: './test/support/environment.mjs',
  moduleNameMapper: { '^(\\.{1,2}/.*)\\.js$': '$1', '^@clusterpolisee/gateway$': '<rootDir>/test/support/gateway-of-worker.cjs' },
  transformIgnorePatterns: ['/node_modules/', '/dist/'],
  modulePathIgnorePatterns: ['/dist/'],
  setupFiles: ['./test/support/note-answers.ts'],
  globalSetup: './test/support/make-template-folder.mjs',
  globalTeardown: './test/support/remove-template-folder.mjs',
  testSequencer: './test/support/browsers-first.mjs',
  // More than cores: a test in a browser waits more than it works.
  maxWorkers: Math.ceil(availableParallelism() * 1.5),
  testTimeout: 600_000,
}

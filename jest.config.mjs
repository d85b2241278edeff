/** One configuration: pure specs beside the code, stories and tests of the house under test/. */
export default {
  roots: ['<rootDir>/libs', '<rootDir>/apps', '<rootDir>/test'],
  testMatch: ['**/*.spec.ts'],
  extensionsToTreatAsEsm: ['.ts'],
  moduleNameMapper: {
    '^#([a-z]+)$': '<rootDir>/libs/$1/src/index.ts',
    '^(\\.{1,2}/.*)\\.js$': '$1',
  },
  transform: { '^.+\\.ts$': ['@swc/jest'] },
  testEnvironment: 'node',
  globalSetup: '<rootDir>/test/support/start-database.mjs',
  globalTeardown: '<rootDir>/test/support/stop-database.mjs',
  testTimeout: 60_000,
  // A worker on a busy machine takes longer than Jest's half second to give its memory back; one that never ends is still told of.
  workerGracefulExitTimeout: 30_000,
  maxWorkers: 2,
  // A worker keeps the modules of every file that it ran (Jest under ES modules): one above a gigabyte is replaced between two files.
  workerIdleMemoryLimit: '1GB',
};

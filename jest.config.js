'use strict';

/** Packages that ship ES modules only: botbuilder and @azure/* load them, Jest runs CommonJS. */
const esModuleOnly = [
  'https-proxy-agent',
  'http-proxy-agent',
  'agent-base',
  'proxy-agent-negotiate',
  'oidc-provider',
  'jose',
];

const onEitherEngine = {
  testEnvironment: 'node',
  transform: {
    '\\.ts$': ['ts-jest', { tsconfig: { noEmit: false }, diagnostics: false }],
    '\\.js$': [
      'babel-jest',
      {
        plugins: [
          '@babel/plugin-transform-export-namespace-from',
          '@babel/plugin-transform-modules-commonjs',
        ],
      },
    ],
  },
  // Property tests draw the same examples in every run; MONBAN_TEST_SEED draws others.
  moduleNameMapper: { '^fast-check$': '<rootDir>/test/seededFastCheck.js' },
  transformIgnorePatterns: [`/node_modules/(?!(${esModuleOnly.join('|')})/)`],
};

const sqlite = {
  ...onEitherEngine,
  displayName: 'sqlite',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
};

/** What keeps or changes anything, once more on PostgreSQL; test/storage/README.md says how. */
const postgresql = {
  ...onEitherEngine,
  displayName: 'postgresql',
  roots: ['storage', 'usecases', 'worker', 'canary'].map((name) => `<rootDir>/test/${name}`),
  testMatch: ['**/*.test.ts'],
  // What is about a file, and what sweeps the tenant's faults or the roles: the same on either engine, and long.
  testPathIgnorePatterns: [
    '/node_modules/',
    '/test/storage/sqlite\\w*\\.test\\.ts$',
    '/test/worker/(?!runOutbox|twoWorkers|failingJobs|requestMessages)\\w+\\.test\\.ts$',
    '/test/usecases/\\w*(Matrix|Model)\\.test\\.ts$',
  ],
  setupFiles: ['<rootDir>/test/storage/onPostgres.js'],
};

/** @type {import('jest').Config} */
module.exports = {
  projects: process.env.MONBAN_TEST_DATABASE_URL ? [sqlite, postgresql] : [sqlite],
  globalSetup: '<rootDir>/test/canary/begin.js',
  globalTeardown: '<rootDir>/test/canary/end.js',
  // The tests wait more than they compute: every core takes a worker.
  maxWorkers: '100%',
  testTimeout: 30000,
};

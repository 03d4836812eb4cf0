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

/** @type {import('jest').Config} */
module.exports = {
  testEnvironment: 'node',
  roots: ['<rootDir>/test'],
  testMatch: ['**/*.test.ts'],
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
  transformIgnorePatterns: [`/node_modules/(?!(${esModuleOnly.join('|')})/)`],
  testTimeout: 30000,
};

'use strict';

/** Who may import whom: the arrows of the README's picture, checked. */
const mayImport = {
  triage: [],
  cases: ['triage'],
  text: ['triage', 'cases'],
  ports: ['triage', 'cases'],
  evidence: ['triage', 'cases', 'ports'],
  usecases: ['triage', 'cases', 'ports'],
  cards: ['triage', 'cases', 'text', 'ports'],
  conversation: ['triage', 'cases', 'ports', 'usecases', 'evidence', 'cards', 'text'],
  teams: ['triage', 'cases', 'ports', 'usecases', 'conversation', 'cards', 'text'],
  graph: ['cases', 'ports'],
  storage: ['triage', 'cases', 'ports'],
  pages: ['triage', 'cases', 'ports', 'text', 'cards', 'usecases', 'records'],
  commands: ['triage', 'cases', 'ports', 'storage', 'setup', 'graph', 'usecases', 'records'],
  setup: ['cases', 'ports', 'graph'],
  tickets: ['ports'],
  records: ['triage', 'cases', 'text', 'cards'],
  worker: ['triage', 'cases', 'ports', 'usecases', 'cards', 'text', 'records'],
};
const allOver = '^src/(faults|startProblem|secret|log|telemetry|readKnowledge)\\.ts$';

const layerRules = Object.entries(mayImport).map(([folder, allowed]) => ({
  name: `${folder}-keeps-its-place`,
  comment: `src/${folder} may import ${allowed.length ? allowed.join(', ') : 'nothing else of ours'}.`,
  severity: 'error',
  from: { path: `^src/${folder}/` },
  to: { path: '^src/', pathNot: [`^src/(${[folder, ...allowed].join('|')})/`, allOver] },
}));

const only = (packages, folders) => ({
  name: `only-${folders.join('-and-')}-knows-${packages[0].replace(/[^a-z]/g, '')}`,
  severity: 'error',
  from: { path: '^src/', pathNot: [`^src/(${folders.join('|')})/`, '^src/main\\.ts$'] },
  to: { path: packages.map((name) => `node_modules/${name}/`) },
});

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    ...layerRules,
    only(
      [
        'botbuilder',
        'botframework-connector',
        'botbuilder-core',
        'botframework-schema',
        '@microsoft/teams-ai',
        'botbuilder-dialogs',
      ],
      ['teams', 'conversation', 'sandbox/bench'],
    ),
    only(['restify'], ['teams', 'pages', 'sandbox']),
    only(['@microsoft/microsoft-graph-client'], ['graph']),
    only(['kysely'], ['storage']),
    only(['pg'], ['storage', 'sandbox/bench']),
    only(['adaptivecards-templating'], ['cards']),
    only(['pdfkit'], ['records']),
    {
      name: 'nobody-imports-main',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/runMonban\\.ts$' },
      to: { path: '^src/main\\.ts$' },
    },
    {
      name: 'the-sandbox-stays-outside',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/(sandbox/|start\\.ts$)' },
      to: { path: '^src/sandbox/' },
    },
    {
      name: 'pure-folders-touch-nothing',
      severity: 'error',
      from: { path: '^src/(triage|cases)/' },
      to: { dependencyTypes: ['core'] },
    },
    { name: 'no-cycles', severity: 'error', from: {}, to: { circular: true } },
    {
      name: 'no-orphans',
      severity: 'error',
      from: { orphan: true, path: '^src/', pathNot: '\\.d\\.ts$' },
      to: {},
    },
    {
      name: 'what-runs-is-a-dependency',
      severity: 'error',
      from: { path: '^src/', pathNot: '^src/sandbox/' },
      to: { dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'] },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: { conditionNames: ['require', 'node', 'default'], mainFields: ['main', 'types'] },
  },
};

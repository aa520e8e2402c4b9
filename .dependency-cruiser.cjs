// Who may import whom; `docs/architecture.md` says why. Each rule is shown to bite by
// `test/architecture/imports.test.ts`, which plants a violation of it.

const areas = 'evidence|output|press|social|indicators|imports|reports|accounts';

/** The areas that an area may build on: accounts → evidence → output, press, social → indicators → imports → reports, which may build on all. */
const allowedBelow = {
  accounts: [],
  evidence: ['accounts'],
  output: ['accounts', 'evidence'],
  press: ['accounts', 'evidence'],
  social: ['accounts'],
  indicators: ['accounts', 'evidence', 'output', 'press', 'social'],
  imports: ['accounts', 'evidence', 'output', 'press', 'social', 'indicators'],
};

const oneWay = Object.entries(allowedBelow).map(([area, below]) => ({
  name: `areas-one-way-${area}`,
  severity: 'error',
  from: { path: `^(server|shared|client)/${area}/` },
  to: {
    path: `^(server|shared|client)/(${areas})/`,
    pathNot: `^(server|shared|client)/(${[area, ...below].join('|')})/`,
  },
}));

/** @type {import('dependency-cruiser').IConfiguration} */
module.exports = {
  forbidden: [
    {
      name: 'shared-only-shared',
      comment: 'shared runs everywhere: no Node, no DOM library, no other layer.',
      severity: 'error',
      from: { path: '^shared/' },
      to: { pathNot: ['^shared/', '^node_modules/(zod|decimal\\.js)/'] },
    },
    {
      name: 'client-only-shared',
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^(server|jobs|test)/', pathNot: '^server/http/router\\.ts$' },
    },
    {
      name: 'client-router-type-only',
      comment:
        "Of the server the client takes the router's type, which leaves nothing in the bundle.",
      severity: 'error',
      from: { path: '^client/' },
      to: { path: '^server/http/router\\.ts$', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'client-no-node',
      severity: 'error',
      from: { path: '^client/' },
      to: { dependencyTypes: ['core'] },
    },
    {
      name: 'client-parts-know-no-area',
      severity: 'error',
      from: { path: '^client/(ui|format)/' },
      to: { path: `^(client|shared)/(${areas}|summary|admin|entrance)/` },
    },
    {
      name: 'networks-only-contract',
      comment:
        'A connector fetches, checks and maps: no SQL, no schedule, no retry, no other network.',
      severity: 'error',
      from: { path: '^jobs/networks/' },
      to: { pathNot: ['^shared/', '^jobs/network-contract\\.ts$', '^node_modules/zod/'] },
    },
    {
      name: 'jobs-no-client',
      severity: 'error',
      from: { path: '^jobs/' },
      to: { path: '^(client|test)/' },
    },
    {
      name: 'server-no-jobs-no-client',
      severity: 'error',
      from: { path: '^server/' },
      to: { path: '^(jobs|client|test)/' },
    },
    {
      name: 'database-knows-no-area',
      severity: 'error',
      from: { path: '^server/database/' },
      to: { path: `^server/(${areas}|http)/` },
    },
    {
      name: 'reach-knows-no-area',
      severity: 'error',
      from: { path: '^server/reach/' },
      to: { path: `^server/(${areas}|http|database)/` },
    },
    {
      name: 'queries-and-tables-private',
      comment: "An area's verbs are public; its SQL is its own.",
      severity: 'error',
      from: { path: '^(server|jobs|client)/([^/]+)/' },
      to: { path: `^server/(${areas})/[a-z-]*(queries|tables)\\.ts$`, pathNot: '^server/$2/' },
    },
    ...oneWay,
    {
      name: 'product-no-test-tools',
      severity: 'error',
      comment: 'The check of the sandbox is a tool of development, in no program that is built.',
      from: { path: '^(server|shared|client|jobs)/', pathNot: '^jobs/sandbox/check/' },
      to: {
        dependencyTypes: ['npm-dev', 'npm-no-pkg', 'npm-unknown'],
        dependencyTypesNot: ['type-only'],
      },
    },
    {
      name: 'no-circle',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    {
      name: 'must-resolve',
      severity: 'error',
      from: {},
      to: { couldNotResolve: true },
    },
  ],
  options: {
    doNotFollow: { path: '^node_modules/' },
    tsPreCompilationDeps: 'specify',
    tsConfig: { fileName: 'tsconfig.json' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
    },
  },
};

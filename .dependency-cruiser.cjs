/** Who may import whom: the table in README, as rules. A room's rule names everything the room may reach. */
const room = (name, from, allowed, packages = []) => ({
  name,
  severity: 'error',
  from,
  to: {
    pathNot: [
      ...allowed,
      ...packages.map((p) => `(^|/)node_modules/${p}(/|$)`),
      ...packages.map((p) => `^(node:)?${p}$`),
    ],
  },
});
const TYPES = { dependencyTypesNot: ['type-only'] };
const typed = (rule) => ({ ...rule, to: { ...rule.to, ...TYPES } });

module.exports = {
  forbidden: [
    {
      name: 'no-circular',
      severity: 'error',
      from: {},
      to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
    },
    { name: 'no-unresolved', severity: 'error', from: {}, to: { couldNotResolve: true } },
    room('law', { path: '^law/' }, ['^law/'], ['zod', 'mrz', 'libphonenumber-js']),
    room(
      'proof',
      { path: '^proof/' },
      ['^proof/'],
      ['crypto', 'jose', 'canonicalize', 'pkijs', 'asn1js', '@peculiar/x509'],
    ),
    room(
      'workflows',
      { path: '^workflows/' },
      ['^workflows/', '^law/', '^activities/'],
      ['@temporalio/workflow', '@temporalio/common'],
    ),
    {
      name: 'workflows-values-from-law-without-dates',
      severity: 'error',
      from: { path: '^workflows/' },
      to: { path: ['^law/calendar/', '^activities/'], dependencyTypesNot: ['type-only'] },
    },
    room(
      'cases',
      { path: '^cases/' },
      ['^cases/', '^law/', '^proof/', '^adapters/ports\\.ts$'],
      ['crypto', 'pg', '@types/pg', 'pg-pool', 'async_hooks'],
    ),
    room(
      'activities',
      { path: '^activities/' },
      ['^activities/', '^law/', '^cases/', '^proof/', '^adapters/ports\\.ts$'],
      ['@temporalio/activity', '@temporalio/common', 'crypto'],
    ),
    {
      name: 'ports-are-types',
      severity: 'error',
      from: { path: '^(cases|activities|api)/', pathNot: '^api/main\\.ts$' },
      to: { path: '^adapters/', dependencyTypesNot: ['type-only'] },
    },
    {
      name: 'adapters-keep-to-their-own-folder',
      severity: 'error',
      from: { path: '^adapters/([^/]+)/' },
      to: {
        path: '^(adapters|cases|api|activities|workflows|workers|stack|commands|config)/',
        pathNot: ['^adapters/$1/', '^adapters/ports\\.ts$', '^adapters/x-road/'],
      },
    },
    room(
      'api',
      { path: '^api/', pathNot: '^api/main\\.ts$' },
      ['^api/', '^cases/', '^law/', '^proof/', '^adapters/ports\\.ts$'],
      [
        'express',
        '@types/express',
        '@types/express-serve-static-core',
        'zod',
        'pino',
        'pino-http',
        'helmet',
        'multer',
        '@types/multer',
        'jose',
        'prom-client',
        'crypto',
        'https',
        'http',
        'tls',
        'rate-limiter-flexible',
        'pg',
        '@types/pg',
        'stream',
        'timers',
        'timers/promises',
        'yazl',
        '@types/yazl',
        'ical-generator',
      ],
    ),
    {
      name: 'nobody-imports-stack',
      severity: 'error',
      from: { pathNot: '^(stack|commands|test|prove|bench)/' },
      to: { path: '^stack/' },
    },
    {
      name: 'nobody-imports-commands',
      severity: 'error',
      from: { pathNot: '^(commands|test|prove|bench|stack)/' },
      to: { path: '^commands/' },
    },
    {
      name: 'nobody-imports-test',
      severity: 'error',
      from: { pathNot: '^((test|prove|bench)/|commands/test\\.ts$)' },
      to: { path: '^test/' },
    },
    {
      name: 'no-dev-dependency-at-run-time',
      severity: 'error',
      from: { pathNot: '^(test|prove|bench|commands/(drift|test)\\.ts|stack/(drift|schemaEngine)\\.ts|eslint)' },
      to: { dependencyTypes: ['npm-dev'], dependencyTypesNot: ['type-only'], pathNot: '@types/' },
    },
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^\\.mohlet' },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'node', 'default', 'types'],
      extensions: ['.ts', '.js', '.json'],
    },
  },
};

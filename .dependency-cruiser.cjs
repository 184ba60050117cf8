/** The ranks of ARCHITECTURE.md as errors: a package imports lower ranks only; nothing imports an app. */
const forbid = (name, from, to, comment) => ({ name, severity: 'error', comment, from, to })
/** The folders of packages/db/src/readers in the order of its README: each imports only those before it. */
const READERS =
  'base moment status duty cross-region plan year-list responsibility library partner board changes office review public admin'
module.exports = {
  forbidden: [
    forbid('no-circular', {}, { circular: true }, 'two files that need each other are one idea or three'),
    forbid(
      'schema-is-rank-0',
      { path: '^packages/schema' },
      { path: '^(packages/(?!schema)|apps|tooling)', pathNot: '^tooling/config' },
    ),
    forbid(
      'catalog-is-rank-1',
      { path: '^packages/catalog' },
      { path: '^(packages/(?!schema|catalog)|apps|tooling)', pathNot: '^tooling/config' },
    ),
    forbid(
      'domain-is-rank-2',
      { path: '^packages/domain' },
      { path: '^(packages/(?!schema|catalog|office-files|domain)|apps|tooling)', pathNot: '^tooling/config' },
    ),
    forbid(
      'office-files-is-rank-1',
      { path: '^packages/office-files' },
      { path: '^(packages/(?!schema|office-files)|apps|tooling)', pathNot: '^tooling/config' },
    ),
    forbid(
      'domain-reads-plain-cells-only',
      { path: '^packages/domain' },
      { path: '^packages/office-files/src/(?!plain-)' },
      'the rules run in the browser too; reading and writing of files does not',
    ),
    forbid(
      'excel-in-one-place',
      { path: '^(apps|packages/(?!office-files)|tooling)' },
      { path: 'node_modules/(exceljs|docx|jszip|yauzl)' },
    ),
    forbid('db-is-rank-3', { path: '^packages/db' }, { path: '^(apps|tooling)', pathNot: '^tooling/config' }),
    ...READERS.split(' ').map((folder, rank, all) =>
      forbid(
        'readers-stand-on-those-before',
        { path: `^packages/db/src/readers/${folder}/`, pathNot: '\\.test\\.ts$' },
        { path: `^packages/db/src/readers/(${all.slice(rank + 1).join('|') || 'none'})/` },
      ),
    ),
    forbid(
      'broker-stands-on-schema',
      { path: '^packages/broker' },
      { path: '^(packages/(?!schema|broker|testkit)|apps|tooling)', pathNot: '^tooling/config' },
    ),
    forbid(
      'broker-for-worker-and-tooling',
      { path: '^(packages/(?!broker)|apps/web)' },
      { path: '^packages/broker' },
      'db says what the broker should hold, the worker tells the broker; neither the rules nor the web know it',
    ),
    forbid(
      'telemetry-is-a-leaf',
      { path: '^packages/telemetry' },
      { path: '^(packages/(?!telemetry)|apps|tooling)', pathNot: '^tooling/config' },
    ),
    forbid('nothing-imports-an-app', { path: '^(packages|tooling)' }, { path: '^apps' }),
    forbid('apps-do-not-know-each-other', { path: '^apps/web' }, { path: '^apps/worker' }),
    forbid('worker-does-not-know-web', { path: '^apps/worker' }, { path: '^apps/web' }),
    forbid(
      'testkit-only-in-tests',
      { path: '^(apps|packages|tooling)', pathNot: '(\\.test\\.tsx?$|/e2e/|^packages/testkit|/testing/)' },
      { path: '^packages/testkit' },
    ),
    forbid(
      'domain-does-no-io',
      { path: '^packages/(domain|schema)/src', pathNot: '(\\.test\\.ts$|/generate/)' },
      { dependencyTypes: ['core'], pathNot: '^(node:)?crypto$' },
    ),
    forbid(
      'kafkajs-in-one-place',
      {
        path: '^(apps|packages|tooling)',
        pathNot: '^(apps/worker/src/kafka|packages/(broker|testkit)|tooling/(stack|(bench|chaos)/src/kafka))',
      },
      { path: 'node_modules/(kafkajs|@platformatic/kafka)' },
    ),
    forbid(
      'chaos-checker-stands-alone',
      { path: '^tooling/chaos/src/checker', pathNot: '\\.test\\.ts$' },
      { path: '^(apps|packages|tooling)/', pathNot: '^tooling/chaos/src/checker' },
      'a rule that is wrong in the product must not be wrong in the checker too',
    ),
    forbid('web-never-talks-to-kafka', { path: '^apps/web', pathNot: '/e2e/' }, { path: 'node_modules/kafkajs' }),
    forbid('prisma-in-db-only', { path: '^(apps|tooling|packages/(?!db))' }, { path: 'node_modules/(@prisma|prisma)' }),
    forbid('trpc-in-routers-only', { path: '^(packages|tooling|apps/worker)' }, { path: 'node_modules/@trpc' }),
    forbid('no-unresolved', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '((\\.next|dist|generated|test-results)/|next-env\\.d\\.ts$)' },
    tsPreCompilationDeps: true,
    webpackConfig: { fileName: 'tooling/config/web-alias.cjs' },
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.js', '.mjs', '.cjs', '.json'],
    },
  },
}

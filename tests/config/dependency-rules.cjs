/**
 * Who may import whom (design: the tree and its dependencies). Run by `npm run check`:
 * depcruise --config tests/config/dependency-rules.cjs src payload.config.ts
 */

/** Features and the layer each stands on; a feature may meet only features of lower layers. */
const LAYERS = {
  plans: 0,
  attachments: 0,
  catalog: 1,
  conversations: 0,
  customers: 0,
  notifications: 0,
  jobs: 0,
  staff: 0,
  payments: 1,
  instalments: 2,
  hosting: 3,
  fulfilment: 3,
  booking: 4,
  downloads: 4,
  reports: 4,
  scopes: 4,
  spk: 5,
  orders: 6,
  overdue: 7,
  refunds: 7,
  renewals: 8,
  suspensions: 8,
  problems: 8,
  exports: 9,
}

const FEATURES = Object.keys(LAYERS)
const ANY_FEATURE = `(${FEATURES.join('|')})`
const FRONT_DOORS = [
  '^src/plugin/[^/]+/index\\.tsx?$',
  // Parts of the panel: React, so they have a door of their own.
  '^src/plugin/[^/]+/admin/index\\.ts$',
  '^src/plugin/payments/port\\.ts$',
]
const PURE_KERNEL = '^src/plugin/kernel/(money|time|machine|errors)/'
const PURE_FILES = `^src/plugin/${ANY_FEATURE}/.*\\b(machine|rules|schema|port|ladder)(\\.ts$|/)`

const forbid = ({ name, comment, from, to }) => ({ name, comment, severity: 'error', from, to })

/** One rule per feature: everything that does not stand below it is out of reach. */
const layerRules = FEATURES.map((feature) => {
  const above = FEATURES.filter(
    (other) => other !== feature && LAYERS[other] >= LAYERS[feature],
  ).join('|')
  return forbid({
    name: `layers-${feature}`,
    comment: `${feature} imports downward only; news travels upward as effects of its machine`,
    from: { path: `^src/plugin/${feature}/` },
    to: { path: `^src/plugin/(${above})/` },
  })
}).filter(({ to }) => to.path !== '^src/plugin/()/')

const kernelRules = [
  forbid({
    name: 'pure-kernel',
    comment: 'money, time, machine and errors import nothing outside themselves, packages included',
    from: { path: PURE_KERNEL },
    to: { pathNot: PURE_KERNEL },
  }),
  forbid({
    name: 'kernel-is-the-bottom',
    comment: 'The kernel knows no feature',
    from: { path: '^src/plugin/kernel/' },
    to: { path: '^src/', pathNot: '^src/plugin/kernel/' },
  }),
  forbid({
    name: 'one-queue',
    comment: 'graphile-worker stands behind kernel/queue, so that the engine can be replaced',
    from: { path: '^(src/|payload\\.config)', pathNot: '^src/plugin/kernel/queue/' },
    to: { path: 'graphile-worker' },
  }),
]

const featureRules = [
  forbid({
    name: 'plugin-stands-alone',
    comment: 'The plugin is installable: it imports nothing from the rest of the repository',
    from: { path: '^src/plugin/' },
    to: {
      path: '^(src|tests)/|^[^/]+\\.config\\.[cm]?[jt]s$',
      pathNot: '^src/plugin/',
      dependencyTypesNot: ['npm', 'npm-dev'],
    },
  }),
  forbid({
    name: 'front-doors',
    comment: 'Features meet through index.ts (and payments/port.ts)',
    from: { path: `^src/plugin/${ANY_FEATURE}/` },
    to: { path: `^src/plugin/${ANY_FEATURE}/`, pathNot: ['^src/plugin/$1/', ...FRONT_DOORS] },
  }),
  forbid({
    name: 'pure-files',
    comment: 'machine, rules, schema, port and ladder import no Payload, React, Next or Node',
    from: { path: PURE_FILES },
    to: {
      path: [
        '^(node:)?(assert|buffer|child_process|crypto|fs|http|https|net|os|path|stream|url|util)(/|$)',
        'node_modules/(@payloadcms/|payload/|react/|react-dom/|next/|graphile-worker/|pg/)',
        '^src/plugin/kernel/(payload|queue)/',
        '/(collection|access|hooks|actions|queries|endpoints|jobs)(\\.tsx?$|/)',
      ],
    },
  }),
  forbid({
    name: 'no-vendor-in-features',
    comment: 'Features know ports, not vendors; the composition chooses the adapter',
    from: { path: `^src/plugin/(${ANY_FEATURE}|kernel|invariants)/` },
    to: { path: '^src/plugin/adapters/' },
  }),
  forbid({
    name: 'adapters-know-ports',
    comment:
      'An adapter imports the kernel, port types and itself; servers of sites show the one page of all',
    from: { path: '^src/plugin/adapters/([^/]+)/' },
    to: {
      path: '^(src|tests)/',
      pathNot: [
        '^src/plugin/adapters/$1/',
        '^src/plugin/kernel/',
        '^src/plugin/[^/]+/port(\\.ts$|/)',
        '^src/plugin/hosting/visit/',
      ],
    },
  }),
  forbid({
    name: 'page-for-visitors',
    comment:
      'What visitors of a suspended site read is made of plain words: any server can show it',
    from: { path: '^src/plugin/hosting/visit/' },
    to: { pathNot: ['^src/plugin/hosting/visit/', PURE_KERNEL] },
  }),
  forbid({
    name: 'only-adapters-open-sockets',
    comment: 'Only adapters speak to the world; kernel/net judges addresses and opens nothing',
    from: { path: '^src/plugin/', pathNot: '^src/plugin/(adapters|kernel/net)/' },
    to: { path: ['^(node:)?(http|https|http2|net|tls|dgram)$', 'node_modules/(undici|axios)/'] },
  }),
]

const shopRules = [
  forbid({
    name: 'routes-are-thin',
    comment: 'Routes and shop windows call actions and queries, never glue or vendors',
    from: { path: '^src/(app|storefront)/' },
    to: {
      path: [
        '^src/plugin/adapters/',
        `^src/plugin/${ANY_FEATURE}/.*\\b(collection|hooks)(\\.tsx?$|/)`,
      ],
    },
  }),
  forbid({
    name: 'front-doors-for-the-shop',
    comment: 'The shop enters a feature by its front door; panel views are named by path',
    from: { path: '^src/(app|storefront|config)/' },
    to: {
      path: `^src/plugin/${ANY_FEATURE}/`,
      pathNot: [...FRONT_DOORS, '^src/plugin/[^/]+/.*\\badmin/', '/importMap\\.js$'],
    },
  }),
  forbid({
    name: 'storefront-knows-no-route',
    comment: 'Routes use the storefront, not the other way round',
    from: { path: '^src/storefront/' },
    to: { path: '^src/app/' },
  }),
  forbid({
    name: 'dev-stays-home',
    comment: 'Stand-ins and seeds are imported by development and tests only',
    from: { path: '^src/|^[^/]+\\.config\\.[cm]?[jt]s$', pathNot: '^src/dev/' },
    to: { path: '^src/dev/' },
  }),
  forbid({
    name: 'no-tests-in-src',
    comment: 'Nothing that ships imports a test',
    from: { path: '^src/' },
    to: { path: '^tests/' },
  }),
]

const hygieneRules = [
  forbid({
    name: 'no-cycles',
    comment: 'A cycle means two files are one thought, or that a layer is upside down',
    from: {},
    // Cycles of types alone are gone when the program runs: a part may name its whole's type.
    to: { circular: true, viaOnly: { dependencyTypesNot: ['type-only'] } },
  }),
  forbid({
    name: 'resolvable',
    comment: 'Every import leads somewhere',
    from: {},
    to: { couldNotResolve: true },
  }),
  forbid({
    name: 'no-dev-packages',
    comment: 'What ships does not need a development package',
    from: { path: '^src/', pathNot: '^src/dev/' },
    to: { dependencyTypes: ['npm-dev', 'npm-no-pkg'], dependencyTypesNot: ['type-only'] },
  }),
]

module.exports = {
  forbidden: [...kernelRules, ...featureRules, ...layerRules, ...shopRules, ...hygieneRules],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: ['^src/migrations/', 'importMap\\.js$', '\\.(css|scss|json)$'] },
    tsConfig: { fileName: 'tsconfig.json' },
    tsPreCompilationDeps: true,
    moduleSystems: ['es6', 'cjs'],
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default', 'types'],
      extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json', '.d.ts'],
    },
  },
}

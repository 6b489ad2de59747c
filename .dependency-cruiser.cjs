/**
 * Who may import whom; `npm run check` refuses anything else. docs/ARCHITECTURE.md says it in words.
 * Tests may look at everything; e2e, bench and config only have to be free of cycles.
 */
const { builtinModules } = require('node:module')

const oneOf = (words) => `(?:${words.join('|')})`
const tests = '\\.test\\.tsx?$|^cloudfunctions/testing/|^src/test/'

// cloudfunctions/: the kernel, the features, and the folders that put features together.
const assembly = ['api', 'ballot-box', 'scheduler', 'host', 'demo']
const feature = `^cloudfunctions/(?!${oneOf(['kernel', 'testing', ...assembly])}/)[^/]+/`
const kernelContract = '^cloudfunctions/kernel/(?:contract|refusals)\\.ts$'
const contractFile = '[^/]*contract\\.ts$'
const contracts = `${feature}${contractFile}`
/** It lists what every feature puts before the branch. */
const inbox = '^cloudfunctions/approvals/contract\\.ts$'
/** It speaks of every kind of duty. */
const messages = '^cloudfunctions/reminders/contract\\.ts$'
const queries = '^cloudfunctions/[^/]+/[^/]*queries\\.ts$'
const actions = `${feature}[^/]*actions\\.ts$`
const questions = `${feature}index\\.ts$`
/** Handlers with a file of their own and what they share. A file that has no such name is a rule. */
const handlerNames = [
  ...['check-in', 'check-in-after-close', 'check-in-round-trips', 'open-meetings', 'sign-in', 'permitted-meeting'],
  ...['schedule-meeting', 'correct-attendance', 'codes-ahead', 'sign-out', 'permitted-motion'],
  ...['keep-file', 'file-content', 'office-document', 'links', 'sweep'],
  ...['permitted', 'read-upload', 'confirm-import'],
  ...['owner', 'effect', 'effects', '[a-z]+-effects', 'submit', 'decide', 'evidence', 'waiting'],
  ...['own-pledge', 'pledge-view', 'own-project', 'leave-word'],
  ...['permitted-round', 'close-round', 'remind'],
  ...['finish', 'permitted-task', 'assign-newcomers', 'say-published', 'material', 'task-view'],
  ...['find-similar'],
  ...['read-feed'],
]
const handlers = `${feature}${oneOf(handlerNames)}\\.ts$`
const rulesAt = { path: `${feature}[^/]+\\.ts$`, pathNot: [contracts, queries, actions, questions, handlers, tests] }

// src/: ui and platform carry the features; a feature is a page of the main package, or a folder.
const srcFeature = `^src/(pages/[^/]+|(?!${oneOf(['pages', 'ui', 'platform', 'test'])}/)[^/]+)/`
const vague = `[/-]${oneOf(['utils?', 'common', 'helpers?', 'manager'])}(?:[./-]|$)`
const product = { path: '^(?:cloudfunctions|src)/', pathNot: tests }
const app = { path: '^src/', pathNot: tests }

const forbid = (name, comment, from, to) => ({ name, comment, severity: 'error', from, to })

module.exports = {
  forbidden: [
    forbid(
      'contract-stands-alone',
      'A contract is written with the kernel’s means and nothing else; a part of one may use the words of the whole.',
      { path: `(${feature})${contractFile}`, pathNot: [inbox, messages] },
      { pathNot: [kernelContract, '^$1contract\\.ts$'] },
    ),
    forbid(
      'the-inbox-shows-what-others-describe',
      'What waits is shown in the words it was submitted in.',
      { path: inbox },
      { pathNot: [kernelContract, '^cloudfunctions/showcase/contract\\.ts$'] },
    ),
    forbid(
      'messages-speak-of-duties',
      'A reminder names the duty it is about in the duty’s own word.',
      { path: messages },
      { pathNot: [kernelContract, '^cloudfunctions/duties/contract\\.ts$'] },
    ),
    forbid(
      'kernel-contract-stands-alone',
      'The means to write contracts run in WeChat, too.',
      { path: kernelContract },
      { pathNot: [kernelContract, '^node_modules/zod/mini/'] },
    ),
    forbid(
      'zod-in-contracts',
      'Input is judged by its contract and nowhere else.',
      { ...product, pathNot: [kernelContract, tests] },
      { path: '^node_modules/zod/' },
    ),
    forbid('app-knows-features-only', 'What the app may ask for.', app, { path: '^cloudfunctions/', pathNot: [kernelContract, feature] }),
    forbid('app-knows-contracts-and-rules', 'Rules for a preview; what they decide is decided again by the server.', app, {
      path: [queries, actions, questions, handlers],
    }),
    forbid('app-reaches-no-server', 'Not even through a rule.', app, {
      path: [`^${oneOf(builtinModules)}$`, '^node_modules/(?:kysely|pg|@electric-sql)/'],
      reachable: true,
    }),

    forbid('rules-are-pure', 'A rule is given all it needs: no input or output, no other part of its feature.', rulesAt, {
      pathNot: [kernelContract, contracts, '^node_modules/(?:dayjs|ical-generator|@noble/curves)/', '^crypto$', `${feature}[^/]+\\.ts$`],
    }),
    forbid('rules-use-rules', 'A rule is not built on what uses it.', rulesAt, { path: [queries, actions, questions, handlers] }),

    forbid(
      'queries-are-private',
      'Another feature asks through `<feature>/index.ts`.',
      { path: '^(cloudfunctions/[^/]+)/', pathNot: tests },
      { path: [queries, handlers], pathNot: '^$1/' },
    ),
    forbid(
      'actions-are-collected',
      'Only `api` puts the actions together.',
      { ...product, pathNot: ['^cloudfunctions/api/', actions, tests] },
      { path: actions },
    ),
    forbid(
      'nobody-knows-the-assembly',
      'Features do not know who puts them together.',
      { path: [feature, '^cloudfunctions/kernel/'], pathNot: tests },
      { path: `^cloudfunctions/${oneOf(assembly)}/` },
    ),
    forbid(
      'kernel-knows-no-feature',
      'Except the words that stand in its tables.',
      { path: '^cloudfunctions/kernel/', pathNot: [tests, '/schema\\.ts$'] },
      { path: feature },
    ),
    forbid(
      'schema-knows-words-only',
      'Types, nothing that runs.',
      { path: '^cloudfunctions/kernel/schema\\.ts$' },
      { path: feature, dependencyTypesNot: ['type-only'] },
    ),
    forbid('tests-stay-outside', 'What ships does not need its tests.', product, { path: tests }),

    forbid(
      'one-place-opens-databases',
      'The dialect is chosen once.',
      { ...product, pathNot: ['^cloudfunctions/kernel/(?:database|pglite-pool)\\.ts$', tests] },
      { path: '^node_modules/(?:pg|@types/pg|@electric-sql)/' },
    ),
    forbid(
      'sql-stands-in-queries',
      'And in the kernel.',
      { ...product, pathNot: [queries, '^cloudfunctions/kernel/', tests] },
      { path: '^node_modules/kysely/' },
    ),
    forbid(
      'one-place-calls-wechat',
      'So that one loopback server can stand in for it.',
      { ...product, pathNot: ['^cloudfunctions/kernel/wechat\\.ts$', tests] },
      { path: 'wx-server-sdk' },
    ),

    forbid(
      'features-of-the-app-apart',
      'Both use ui and platform. check-in belongs to the pages of the main package.',
      { path: srcFeature, pathNot: tests },
      { path: srcFeature, pathNot: ['^src/$1/', '^src/check-in/'] },
    ),
    forbid(
      'subpackages-do-not-check-in',
      'A subpackage shares nothing with the main package but ui and platform.',
      { ...app, pathNot: [tests, '^src/(?:pages|check-in)/', '^src/[^/]+$'] },
      { path: '^src/check-in/' },
    ),
    forbid(
      'main-package-opens-fast',
      'It opens from a scan: no subpackage is loaded with it.',
      { path: '^src/[^/]+$' },
      { path: srcFeature, pathNot: '^src/check-in/' },
    ),
    forbid(
      'ui-serves-features',
      'ui stands on platform.',
      { path: '^src/ui/', pathNot: tests },
      { path: '^src/', pathNot: '^src/(?:ui|platform)/' },
    ),
    forbid(
      'platform-stands-below',
      'platform stands on nothing of the app.',
      { path: '^src/platform/', pathNot: tests },
      { path: '^src/', pathNot: '^src/platform/' },
    ),

    forbid('no-cycles', 'Whatever needs each other is one thing.', {}, { circular: true }),
    forbid(
      'no-barrels',
      'A file is imported by its own name.',
      { pathNot: tests },
      { path: '/index\\.tsx?$', pathNot: ['^node_modules/', questions, '^cloudfunctions/demo/index\\.ts$'] },
    ),
    forbid(
      'no-new-barrels',
      'Nor is one written.',
      { path: '^src/.*/index\\.ts$|^cloudfunctions/kernel/index\\.ts$|^e2e/index|^bench/index' },
      {},
    ),
    forbid('no-vague-names', 'A file says what it is about.', {}, { path: vague, pathNot: '^node_modules/' }),
    forbid('no-new-vague-names', 'Nor is one written.', { path: vague, pathNot: '^node_modules/' }, {}),
    forbid('everything-resolves', 'An import that is not found escapes every rule.', {}, { couldNotResolve: true }),
  ],
  options: {
    doNotFollow: { path: 'node_modules' },
    exclude: { path: '^dist/' },
    tsPreCompilationDeps: true,
    tsConfig: { fileName: 'tsconfig.json' },
    // Taro's own rule: the platform's file goes before the common one. Those of the mini-program are entries of their own.
    enhancedResolveOptions: {
      exportsFields: ['exports'],
      conditionNames: ['import', 'require', 'node', 'default'],
      extensions: ['.h5.ts', '.h5.tsx', '.weapp.ts', '.weapp.tsx', '.ts', '.tsx', '.js', '.cjs', '.mjs', '.json'],
    },
  },
}

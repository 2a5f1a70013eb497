import { findLocalApiFault } from './localApi.mjs'

/** A rule that reports whatever `find` names on the given kinds of nodes. */
function defineRule({ description, message, nodes, find }) {
  return {
    meta: { type: 'problem', docs: { description }, messages: { found: message }, schema: [] },
    create(context) {
      const check = (node) => {
        const data = find(node)
        if (data) context.report({ node, messageId: 'found', data: data === true ? {} : data })
      }
      return Object.fromEntries(nodes.map((kind) => [kind, check]))
    },
  }
}

const isNamed = (node, name) => node?.type === 'Identifier' && node.name === name

/** `process` itself, or `globalThis.process`. */
const isMember = (node, object, property) =>
  node.type === 'MemberExpression' &&
  (isNamed(node.object, object) || isNamed(node.object.property, object)) &&
  (isNamed(node.property, property) || node.property.value === property)

const noProcessEnv = defineRule({
  description: 'Only src/config/env.ts reads the environment',
  message: 'Read settings through src/config/env.ts: it checks them once and names every fault.',
  nodes: ['MemberExpression', 'ImportSpecifier', 'VariableDeclarator'],
  find: (node) =>
    isMember(node, 'process', 'env') ||
    (isNamed(node.imported, 'env') && /^(?:node:)?process$/.test(node.parent.source.value)) ||
    (isNamed(node.init, 'process') && node.id.type === 'ObjectPattern'),
})

const noClock = defineRule({
  description: 'Only kernel/time/clock.ts reads the clock',
  message: 'Take `now` as an argument, or call clock.now() at the edge.',
  nodes: ['NewExpression', 'CallExpression'],
  find: (node) =>
    (isNamed(node.callee, 'Date') &&
      (node.arguments.length === 0 || node.type !== 'NewExpression')) ||
    (node.type === 'CallExpression' && isMember(node.callee, 'Date', 'now')),
})

const noFetch = defineRule({
  description: 'Only adapters speak to the world',
  message: 'Only adapters/ may call fetch: put the vendor behind a port.',
  nodes: ['CallExpression'],
  find: ({ callee }) => isNamed(callee, 'fetch') || isMember(callee, 'globalThis', 'fetch'),
})

const noDefaultExport = defineRule({
  description: 'Everything is exported by name',
  message: 'Export by name; defaults are for files whose shape Next or a tool dictates.',
  nodes: ['ExportDefaultDeclaration', 'ExportSpecifier'],
  find: (node) => node.type === 'ExportDefaultDeclaration' || isNamed(node.exported, 'default'),
})

const overrideAccess = defineRule({
  description: 'Local API calls say whether access control applies',
  message:
    'payload.{{method}} skips access control by default: write overrideAccess (true or false).',
  nodes: ['CallExpression'],
  find: findLocalApiFault,
})

/** `set … state =` before the `where` of a statement. */
const SQL_STATE = /\bset\b(?:(?!\bwhere\b)[^])*(?<![\w.])state\s*=/i

const noStateWrite = defineRule({
  description: 'Only fireEvent writes a state',
  message: 'Fire an event instead: fireEvent checks the table and records the transition.',
  nodes: ['TemplateElement'],
  find: ({ value }) => SQL_STATE.test(value.raw),
})

/** The house's own rules; which folders each binds is decided in eslint.config.mjs. */
export const houseRules = {
  meta: { name: 'lunas' },
  rules: {
    'no-clock': noClock,
    'no-default-export': noDefaultExport,
    'no-fetch': noFetch,
    'no-process-env': noProcessEnv,
    'no-state-write': noStateWrite,
    'override-access': overrideAccess,
  },
}

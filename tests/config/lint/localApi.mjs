/** Local API methods that skip access control unless told otherwise. */
const METHODS = new Set([
  'count',
  'countGlobalVersions',
  'countVersions',
  'create',
  'delete',
  'duplicate',
  'find',
  'findByID',
  'findDistinct',
  'findGlobal',
  'findGlobalVersionByID',
  'findGlobalVersions',
  'findVersionByID',
  'findVersions',
  'restoreGlobalVersion',
  'restoreVersion',
  'update',
  'updateGlobal',
])

/** Names the method of a Local API call that leaves `overrideAccess` unsaid, or answers undefined. */
export function findLocalApiFault({ callee, arguments: [options] }) {
  if (callee.type !== 'MemberExpression' || callee.computed || !isPayload(callee.object)) return
  const method = callee.property.name
  return METHODS.has(method) && !saysOverrideAccess(options) ? { method } : undefined
}

/** `payload`, `req.payload`, `tx.payload`, `this.payload`; not `payload.db`. */
function isPayload(node) {
  if (node.type === 'TSNonNullExpression') return isPayload(node.expression)
  const name = node.type === 'MemberExpression' ? node.property : node
  return name.type === 'Identifier' && name.name === 'payload'
}

/** A spread does not count: the reader of the call must see the answer. */
function saysOverrideAccess(options) {
  return (
    options?.type === 'ObjectExpression' &&
    options.properties.some(({ key }) => (key?.name ?? key?.value) === 'overrideAccess')
  )
}

import type { Field, Payload, SanitizedCollectionConfig } from 'payload'

/** A path into a collection, as a query writes it. */
export type Path = { hidden: boolean; name: string }

/** What Payload adds to accounts and hides. */
const AUTH_FIELDS = [
  'hash',
  'salt',
  'resetPasswordToken',
  'resetPasswordExpiration',
  'loginAttempts',
  'lockUntil',
  'sessions.id',
  'sessions.expiresAt',
] as const

/** Nobody reads it: a query that may compare it tells it letter by letter. */
const isHidden = (field: Field): boolean => {
  const rule: unknown = 'access' in field ? field.access?.read : undefined
  return typeof rule === 'function' && rule.name === 'nobody'
}

const childrenOf = (field: Field): Field[] => {
  if ('fields' in field) {
    return field.fields
  }
  return field.type === 'tabs' ? field.tabs.flatMap((tab) => tab.fields) : []
}

const walk = (fields: readonly Field[], prefix: string): Path[] =>
  fields.flatMap((field): Path[] => {
    const name = 'name' in field && field.name ? `${prefix}${field.name}` : undefined
    const below = walk(childrenOf(field), name === undefined ? prefix : `${name}.`)
    return name === undefined ? below : [{ hidden: isHidden(field), name }, ...below]
  })

const relationsOf = (fields: readonly Field[]): { name: string; to: string }[] =>
  fields.flatMap((field) => {
    if (field.type === 'join') {
      return [{ name: field.name, to: String(field.collection) }]
    }
    return field.type === 'relationship' && typeof field.relationTo === 'string'
      ? [{ name: field.name, to: field.relationTo }]
      : relationsOf(childrenOf(field))
  })

const ownPaths = ({ auth, fields }: SanitizedCollectionConfig): Path[] => [
  ...walk(fields, ''),
  ...(auth ? AUTH_FIELDS.map((name) => ({ hidden: true, name })) : []),
]

/** Every path of a collection, one relation deep, from the config itself. */
export const pathsOf = (payload: Payload, slug: string): Path[] => {
  const configs = new Map(
    payload.config.collections.map((config) => [config.slug as string, config]),
  )
  const config = configs.get(slug)
  if (!config) {
    return []
  }
  const beyond = relationsOf(config.fields).flatMap(({ name, to }) => {
    const other = configs.get(to)
    return other
      ? ownPaths(other).map((path) => ({ hidden: path.hidden, name: `${name}.${path.name}` }))
      : []
  })
  const all = [{ hidden: false, name: 'id' }, ...ownPaths(config), ...beyond]
  return [...new Map(all.map((path) => [path.name, path])).values()]
}

/** Names of the joins of a collection. */
export const joinsOf = (payload: Payload, slug: string): string[] =>
  relationsOf(payload.config.collections.find((config) => config.slug === slug)?.fields ?? []).map(
    ({ name }) => name,
  )

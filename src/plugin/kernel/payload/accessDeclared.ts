import type {
  AdminViewConfig,
  CollectionConfig,
  Config,
  Endpoint,
  GlobalConfig,
  SanitizedConfig,
} from 'payload'

/** Payload fills a missing rule with one of these: "any logged-in user of any auth collection". */
const HOST_DEFAULTS = new Set(['defaultAccess', 'defaultUnlockAccess'])

type Rules = Record<string, unknown>

const isDeclared = (rule: unknown): boolean =>
  typeof rule === 'function' && !HOST_DEFAULTS.has(rule.name)

const missingRules = (args: { names: string[]; owner: string; rules: Rules }): string[] =>
  args.names
    .filter((name) => !isDeclared(args.rules[name]))
    .map((name) => `${args.owner}: access.${name}`)

const endpointFaults = (args: {
  endpoints: false | Omit<Endpoint, 'root'>[] | undefined
  owner: string
}): string[] =>
  (args.endpoints || [])
    .filter((endpoint) => typeof endpoint.custom?.access !== 'string')
    .map(({ method, path }) => `${args.owner}: endpoint ${method.toUpperCase()} ${path}`)

type AnyField = {
  access?: Record<string, unknown>
  fields?: unknown
  name?: string
  saveToJWT?: unknown
  tabs?: unknown
  type?: string
}

const ROLE_NAMES = new Set(['permissions', 'role', 'roles'])
const CHOICES = new Set(['checkbox', 'radio', 'relationship', 'select'])

/** Rights that travel in the session: a role, or any choice that is put into the token. */
const givesRights = ({ name = '', saveToJWT, type = '' }: AnyField): boolean =>
  ROLE_NAMES.has(name) || (Boolean(saveToJWT) && CHOICES.has(type))

/** A field without rules is as open as its row: whoever may change the own account gave himself rights. */
const fieldFaults = (args: { fields: unknown; owner: string }): string[] => {
  const fields = Array.isArray(args.fields) ? (args.fields as AnyField[]) : []
  return fields.flatMap((field) => {
    const owner = `${args.owner} field "${field.name ?? ''}"`
    const own = givesRights(field)
      ? missingRules({ names: ['create', 'update'], owner, rules: field.access ?? {} })
      : []
    const inner = [field.fields, field.tabs].flatMap((fields) =>
      fieldFaults({ fields, owner: args.owner }),
    )
    return [...own, ...inner]
  })
}

const isBuilt = (part: object): boolean => '_sanitized' in part && part._sanitized === true

const collectionFaults = (collection: CollectionConfig): string[] => {
  const owner = `collection "${collection.slug}"`
  const names = ['create', 'read', 'update', 'delete']
  if (collection.versions) {
    names.push('readVersions')
  }
  if (collection.auth) {
    names.push('unlock', 'admin')
  }
  const faults = [
    ...missingRules({ names, owner, rules: (collection.access ?? {}) as Rules }),
    ...(collection.auth ? fieldFaults({ fields: collection.fields, owner }) : []),
  ]
  const { endpoints } = collection
  return isBuilt(collection) ? faults : [...faults, ...endpointFaults({ endpoints, owner })]
}

const globalFaults = (global: GlobalConfig): string[] => {
  const owner = `global "${global.slug}"`
  const names = global.versions ? ['read', 'update', 'readVersions'] : ['read', 'update']
  const faults = missingRules({ names, owner, rules: (global.access ?? {}) as Rules })
  const { endpoints } = global
  return isBuilt(global) ? faults : [...faults, ...endpointFaults({ endpoints, owner })]
}

const hasRoleMark = (view: AdminViewConfig): boolean => {
  const component = view.Component
  if (typeof component !== 'object' || component === null) {
    return false
  }
  const props: Record<string, unknown> = { ...component.serverProps }
  return typeof props.role === 'string'
}

const viewFaults = (config: Config | SanitizedConfig): string[] =>
  Object.entries(config.admin?.components?.views ?? {})
    .filter(([, view]) => !hasRoleMark(view as AdminViewConfig))
    .map(([name]) => `view "${name}": Component.serverProps.role`)

/**
 * Everything that has not said who may use it: collections, globals, fields of accounts that give
 * rights, custom endpoints and custom views. Payload's own collections are left out. Works on the config before and after the build; the
 * endpoints of built collections are skipped, since Payload's own stand among them by then.
 */
export const findAccessFaults = (config: Config | SanitizedConfig): string[] => {
  const built = (config.collections ?? []).some(isBuilt)
  const collections = (config.collections ?? []).filter(({ slug }) => !slug.startsWith('payload-'))
  return [
    ...collections.flatMap((collection) => collectionFaults(collection as CollectionConfig)),
    ...(config.globals ?? []).flatMap((global) => globalFaults(global as GlobalConfig)),
    ...(built ? [] : endpointFaults({ endpoints: config.endpoints, owner: 'config' })),
    ...viewFaults(config),
  ]
}

/**
 * Refuses to start a shop in which anything is open by accident.
 *
 * @throws Error that names every missing declaration
 */
export const assertAccessDeclared = (config: Config | SanitizedConfig): void => {
  const faults = findAccessFaults(config)
  if (faults.length > 0) {
    throw new Error(`Access is not declared for:\n  ${faults.join('\n  ')}`)
  }
}

import type { DriverOutcome } from '../../../hosting/port'
import type { Admin, Changed, Failure } from './admin'
import type { CaddySettings } from './settings'

import { isDeepStrictEqual } from 'node:util'

import { planRoute } from './plan'
import { type Route, serverSchema } from './route'

/** Every round that is lost was won by somebody else, so this many at once is what one can lose to. */
const MAX_ROUNDS = 50

/** Answers that may be dropped before nobody knows any more. */
const MAX_DROPS = 5

const pathOf = ({ server }: CaddySettings): string => `/config/apps/http/servers/${server}`

const idOf = ({ server }: CaddySettings): string => `lunas-server-${server}`

/** A server of our own: a name that nobody has gets 404, not the empty 200 that Caddy would give. */
const buildServer = (settings: CaddySettings) => ({
  '@id': idOf(settings),
  listen: settings.listen,
  routes: [{ handle: [{ handler: 'static_response', status_code: 404 }] }],
})

/** PUT makes what is not there and never overwrites, so a race has one winner and no loss. */
const makeServer = async (admin: Admin, settings: CaddySettings): Promise<Changed> => {
  const server = buildServer(settings)
  const servers = { [settings.server]: server }
  const steps = [
    { body: server, path: pathOf(settings) },
    { body: servers, path: '/config/apps/http/servers' },
    { body: { servers }, path: '/config/apps/http' },
    { body: { http: { servers } }, path: '/config/apps' },
  ]
  let changed: Changed = { kind: 'noParent' }
  for (const step of steps) {
    changed = await admin.change({ ...step, method: 'PUT' })
    if (changed.kind !== 'noParent') {
      break
    }
  }
  return changed
}

/** The server that has our routes, or nothing when there is none yet. */
export const readServer = async (
  admin: Admin,
  settings: CaddySettings,
): Promise<
  | Failure
  | { etag: string; isOurs: boolean; kind: 'ok'; listen: string[]; routes: Route[] }
  | { kind: 'none' }
> => {
  const looked = await admin.look(pathOf(settings))
  if (looked.kind !== 'ok') {
    return looked
  }
  if (looked.value === undefined) {
    return { kind: 'none' }
  }
  const read = serverSchema.safeParse(looked.value)
  if (!read.success) {
    return { kind: 'rejected', reason: `Caddy's server ${settings.server} cannot be read` }
  }
  const { '@id': id, listen, routes } = read.data
  const isOurs = id === idOf(settings)
  return { etag: looked.etag, isOurs, kind: 'ok', listen: listen ?? [], routes: routes ?? [] }
}

/** How a route is to stand; `keepsOff`: one that is off stays off. */
type Wish = { keepsOff?: boolean; route: Route }

type Seen = Extract<Awaited<ReturnType<typeof readServer>>, { kind: 'ok' }>

const write = async (
  admin: Admin,
  { path, seen, wish }: { path: string; seen: Seen; wish: Wish },
): Promise<Changed | { host: string; kind: 'conflict' } | { kind: 'same' }> => {
  const { etag, routes } = seen
  const { keepsOff = false, route } = wish
  const plan = planRoute(routes, route, { keepsOff })
  switch (plan.kind) {
    case 'conflict':
      return plan
    case 'insert':
      return routes.length > 0
        ? admin.change({ body: route, etag, method: 'PUT', path: `${path}/routes/0` })
        : admin.change({ body: [route], etag, method: 'POST', path: `${path}/routes` })
    case 'nothing':
      return { kind: 'same' }
    case 'replace':
      return admin.change({ body: route, etag, method: 'PATCH', path: `${path}/routes/${plan.at}` })
  }
}

const takeStep = async (admin: Admin, settings: CaddySettings, wish: Wish) => {
  const path = pathOf(settings)
  const seen = await readServer(admin, settings)
  if (seen.kind === 'none') {
    const made = await makeServer(admin, settings)
    return made.kind === 'done' || made.kind === 'exists' ? { kind: 'stale' as const } : made
  }
  if (seen.kind !== 'ok') {
    return seen
  }
  const { etag, isOurs, listen } = seen
  if (isOurs && !isDeepStrictEqual(listen, settings.listen)) {
    const body = settings.listen
    const moved = await admin.change({ body, etag, method: 'PATCH', path: `${path}/listen` })
    return moved.kind === 'done' ? { kind: 'stale' as const } : moved
  }
  return write(admin, { path, seen, wish })
}

/**
 * Makes a route stand as it is wanted, whatever stands there now. Reads, decides and writes on the
 * condition that nothing has changed meanwhile (If-Match), and begins again when something has.
 */
export const ensureRoute = async (
  admin: Admin,
  settings: CaddySettings,
  wish: Wish,
): Promise<DriverOutcome> => {
  let drops = 0
  for (let round = 0; round < MAX_ROUNDS && drops <= MAX_DROPS; round += 1) {
    const step = await takeStep(admin, settings, wish)
    switch (step.kind) {
      case 'conflict':
        return { kind: 'rejected', reason: `${step.host} is served by another route of this Caddy` }
      case 'done':
      case 'same':
        return { kind: 'ok', value: undefined }
      case 'dropped':
        drops += 1
        break
      case 'exists':
      case 'noParent':
      case 'stale':
        break
      default:
        return step
    }
  }
  return drops > MAX_DROPS
    ? { kind: 'unknown', reason: 'Caddy drops every answer' }
    : { kind: 'unavailable', reason: 'the configuration of Caddy is being changed all the time' }
}

import type { DriverOutcome, HostingDriver, ServiceTarget } from '../../../hosting/port'
import type { Send } from '../http'

import { hasFolder, keepFolder, makeFolder } from './documentRoot'
import { enterFor, enterServer, type Visit } from './enter'
import { ensureRoute } from './ensureRoute'
import { look, test } from './look'
import { buildRoute, routeIdOf, type RouteState, stateOf } from './route'
import { readSettings } from './settings'
import { buildWelcomePage } from './welcomePage'

/** What the driver needs: the way out, and whose name stands under the page of a suspended site. */
export type CaddyDriverOptions = { send: Send; shopName: string }

type Switch = (
  visit: Visit,
  target: ServiceTarget,
  to: { keepsOff?: boolean; reason?: string; state: RouteState },
) => Promise<DriverOutcome>

const openSwitch =
  (shopName: string): Switch =>
  ({ admin, folder, settings }, { hosts, name, ownerUrl }, { keepsOff = false, ...to }) => {
    const route = buildRoute({ ...to, folder, hosts, name, ownerUrl, shopName })
    return ensureRoute(admin, settings, { keepsOff, route })
  }

/** A site loses its files only when Caddy itself says that it is shown no more. */
const checkEnded = async ({ admin }: Visit, { name }: ServiceTarget): Promise<DriverOutcome> => {
  const looked = await admin.look(`/id/${routeIdOf(name)}`)
  if (looked.kind !== 'ok') {
    return looked
  }
  const state = stateOf(looked.value)?.state ?? 'gone'
  return state === 'gone'
    ? { kind: 'ok', value: undefined }
    : { kind: 'unknown', reason: `Caddy says that the route is still ${state}` }
}

type Verbs = Pick<HostingDriver, 'create' | 'resume' | 'suspend' | 'terminate'>

const openVerbs = (send: Send, switchTo: Switch): Verbs => ({
  create: (server, target) =>
    enterFor({ send, server, target }, async (visit) => {
      const { name } = target
      const { addresses, root } = visit.settings
      const fault = await makeFolder({ name, root }, buildWelcomePage(target.hosts[0] ?? ''))
      const switched = fault ?? (await switchTo(visit, target, { keepsOff: true, state: 'on' }))
      if (switched.kind !== 'ok') {
        return switched
      }
      const facts: Record<string, string> = addresses.length > 0 ? { ip: addresses.join(', ') } : {}
      return { kind: 'ok', value: { facts, reference: routeIdOf(name), secrets: {} } }
    }),
  resume: (server, target) =>
    enterFor({ send, server, target }, async (visit) =>
      (await hasFolder(visit.folder)) === false
        ? { kind: 'rejected', reason: 'the folder of the site is missing on the machine' }
        : switchTo(visit, target, { state: 'on' }),
    ),
  suspend: (server, target, reason) =>
    enterFor({ send, server, target }, (visit) =>
      switchTo(visit, target, { reason, state: 'off' }),
    ),
  terminate: (server, target) =>
    enterFor({ send, server, target }, async (visit) => {
      const switched = await switchTo(visit, target, { state: 'gone' })
      const ended = switched.kind === 'ok' ? await checkEnded(visit, target) : switched
      return ended.kind === 'ok'
        ? ((await keepFolder(visit.settings.root, target.name)) ?? ended)
        : ended
    }),
})

/**
 * Sites on a machine with Caddy, by its admin API. A service is a folder and a route with an `@id`; the
 * route is what is switched, so a suspended page never depends on the shop being up. Every verb makes the
 * route stand as it is wanted from whatever is there, so it also heals what a restart of Caddy forgot.
 */
export const createCaddyDriver = ({ send, shopName }: CaddyDriverOptions): HostingDriver => ({
  ...openVerbs(send, openSwitch(shopName)),
  id: 'caddy',
  inspect: (server, target) => enterFor({ send, server, target }, (visit) => look(visit, target)),
  settingFaults: (settings) => {
    const read = readSettings(settings)
    return 'faults' in read ? read.faults : []
  },
  testConnection: (server) => enterServer({ name: 'test', send, server }, test),
})

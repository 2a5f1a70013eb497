import type { DriverOutcome, ServiceSight, ServiceTarget } from '../../../hosting/port'
import type { Visit } from './enter'

import { findRootFault, hasFolder } from './documentRoot'
import { readServer } from './ensureRoute'
import { routeIdOf, stateOf } from './route'
import { seeAsVisitor } from './sight'

/**
 * How a service stands: as its route says, and as visitors see it when a probe is set. A route without all
 * its names, and one that a restart has forgotten, is absent: `create` makes it again.
 */
export const look = async (
  { admin, folder, send, settings, signal }: Visit,
  target: ServiceTarget,
): Promise<DriverOutcome<ServiceSight>> => {
  const looked = await admin.look(`/id/${routeIdOf(target.name)}`)
  if (looked.kind !== 'ok') {
    return looked
  }
  const found = stateOf(looked.value)
  if (!found || target.hosts.some((host) => !found.hosts.includes(host))) {
    return { kind: 'ok', value: 'absent' }
  }
  const { state } = found
  if (state === 'on' && (await hasFolder(folder)) === false) {
    return { kind: 'rejected', reason: 'the folder of the site is missing on the machine' }
  }
  const { probe } = settings
  return probe === undefined
    ? { kind: 'ok', value: state === 'gone' ? 'absent' : state }
    : seeAsVisitor({ hosts: target.hosts, state }, { probe, send, signal })
}

/** What staff read when they try the way in. */
export const test = async ({
  admin,
  settings,
}: Visit): Promise<DriverOutcome<{ note: string }>> => {
  const fault = await findRootFault(settings.root)
  if (fault) {
    return fault
  }
  const seen = await readServer(admin, settings)
  if (seen.kind !== 'none' && seen.kind !== 'ok') {
    return seen
  }
  const metrics = await admin.metrics()
  const version =
    /^go_build_info\{.*version="([^"]{1,40})"/m.exec(metrics)?.[1] ??
    /^go_info\{.*version="([^"]{1,40})"/m.exec(metrics)?.[1]
  const routes = seen.kind === 'ok' ? seen.routes : []
  const ours = routes.filter((route) => stateOf(route) !== undefined)
  const count = `${routes.length} rute, ${ours.length} milik toko`
  const place = seen.kind === 'ok' ? count : 'belum ada, dibuat pada layanan pertama'
  const named = `Caddy menjawab${version ? ` (${version})` : ''}.`
  return { kind: 'ok', value: { note: `${named} Server "${settings.server}": ${place}.` } }
}

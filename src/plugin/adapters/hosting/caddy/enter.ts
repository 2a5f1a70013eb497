import type { DriverOutcome, ServerAccess, ServiceTarget } from '../../../hosting/port'
import type { Send } from '../http'

import { type Admin, openAdmin } from './admin'
import { folderOf } from './documentRoot'
import { type CaddySettings, readSettings } from './settings'

/** A verb ends within 25 s; what is left is for files. */
const VERB_MS = 22_000

const NAME = /^[a-z\d][a-z\d_-]{0,31}$/
const HOST =
  /^(?=.{1,253}$)[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?(?:\.[a-z\d](?:[a-z\d-]{0,61}[a-z\d])?)+$/

/** Everything one call works with. */
export type Visit = {
  admin: Admin
  folder: string
  send: Send
  settings: CaddySettings
  signal: AbortSignal
}

/** Names go into paths and hosts into a configuration, so both are checked here once more. */
const findTargetFault = ({ hosts, name }: ServiceTarget): string | undefined => {
  if (!NAME.test(name)) {
    return 'the name of the service is none'
  }
  if (hosts.length === 0) {
    return 'a site needs a domain'
  }
  return hosts.every((host) => HOST.test(host)) ? undefined : 'a domain of the service is none'
}

/** Opens the way into one server for one verb, which then has its time. */
const enter = (
  send: Send,
  server: ServerAccess,
  name: string,
): Extract<DriverOutcome, { kind: 'rejected' }> | Visit => {
  const read = readSettings(server.settings)
  if ('faults' in read) {
    return { kind: 'rejected', reason: `settings: ${read.faults.join('; ')}` }
  }
  const signal = AbortSignal.timeout(VERB_MS)
  const { settings } = read
  const admin = openAdmin({ send, server, signal })
  return { admin, folder: folderOf(settings.root, name), send, settings, signal }
}

/** Enters a server; a fault of the driver itself leaves it open what was done. */
export const enterServer = async <T>(
  { name, send, server }: { name: string; send: Send; server: ServerAccess },
  act: (visit: Visit) => Promise<DriverOutcome<T>>,
): Promise<DriverOutcome<T>> => {
  try {
    const visit = enter(send, server, name)
    return 'kind' in visit ? visit : await act(visit)
  } catch {
    return { kind: 'unknown', reason: 'the driver could not understand Caddy' }
  }
}

/** Enters a server for one service, when both can be. */
export const enterFor = async <T>(
  way: { send: Send; server: ServerAccess; target: ServiceTarget },
  act: (visit: Visit) => Promise<DriverOutcome<T>>,
): Promise<DriverOutcome<T>> => {
  const { send, server, target } = way
  const fault = findTargetFault(target)
  if (fault !== undefined) {
    return { kind: 'rejected', reason: fault }
  }
  return enterServer({ name: target.name, send, server }, act)
}

import type { CreatedService, DriverOutcome, ServiceTarget } from '../../../hosting/port'
import type { HestiaCall, HestiaWay } from './api'

import { EXIT, verdictOfCode } from './codes'
import { type HestiaSeen, lookAtUser } from './look'

type Wish = { password: string } & ServiceTarget

/** The web server is told at once: with `no` it would go on as before until somebody restarts it. */
const RESTART = 'yes'

const step = async (
  call: HestiaCall,
  command: string,
  args: readonly string[],
): Promise<DriverOutcome> => {
  const end = await call(command, args)
  if (end.kind === 'failed') {
    return end.outcome
  }
  // Somebody was faster, perhaps we ourselves: whose it is, the look afterwards tells.
  const isThere = end.code === EXIT.ok || end.code === EXIT.exists
  return isThere ? { kind: 'ok', value: undefined } : verdictOfCode(command, end.code)
}

const addMissing = async (
  args: { call: HestiaCall; way: HestiaWay; wish: Wish },
  seen: HestiaSeen | undefined,
): Promise<DriverOutcome> => {
  const { call, way, wish } = args
  const { email, hosts, name, password } = wish
  const [domain = '', ...aliases] = hosts
  if (seen === undefined) {
    const user = await step(call, 'v-add-user', [name, password, email, wish.package])
    if (user.kind !== 'ok') {
      return user
    }
  }
  if (seen?.isSiteThere === true) {
    return { kind: 'ok', value: undefined }
  }
  const further = aliases.length > 0 ? aliases.join(',') : 'none'
  const site = [name, domain, way.settings.ip ?? '', RESTART, further]
  return step(call, 'v-add-web-domain', site)
}

const madeOf = (wish: Wish, way: HestiaWay, seen: HestiaSeen): CreatedService => ({
  facts: {
    panel: way.server.address,
    user: wish.name,
    ...(seen.ip && { ip: seen.ip }),
    ...(seen.nameServers && { nameServers: seen.nameServers }),
  },
  reference: wish.name,
  secrets: { password: wish.password },
})

/** Makes the account and its site, whichever is missing. */
export const createUser = async (
  way: HestiaWay,
  call: HestiaCall,
  wish: Wish,
): Promise<DriverOutcome<CreatedService>> => {
  if (wish.hosts.length === 0) {
    return { kind: 'rejected', reason: 'a Hestia account needs a domain' }
  }
  const before = await lookAtUser(call, wish)
  if (before.kind !== 'ok') {
    return before
  }
  const added = await addMissing({ call, way, wish }, before.value)
  if (added.kind !== 'ok') {
    return added
  }
  const after = before.value?.isSiteThere === true ? before : await lookAtUser(call, wish)
  if (after.kind !== 'ok') {
    return after.kind === 'unavailable' ? { ...after, kind: 'unknown' } : after
  }
  return after.value?.isSiteThere === true
    ? { kind: 'ok', value: madeOf(wish, way, after.value) }
    : { kind: 'rejected', reason: 'the user name or the domain belongs to another account' }
}

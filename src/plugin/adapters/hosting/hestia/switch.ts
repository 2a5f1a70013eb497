import type { DriverOutcome, ServiceSight, ServiceTarget } from '../../../hosting/port'
import type { HestiaCall } from './api'

import { EXIT, verdictOfCode } from './codes'
import { lookAtUser, sightOf } from './look'

/** See `create.ts`: visitors see the change only after the web server was restarted. */
const RESTART = 'yes'

type Way = { allowed: number; site: string; user: string }

/** 5 when it is off already and 6 when it is on already are what was wanted. */
const OFF: Way = {
  allowed: EXIT.suspended,
  site: 'v-suspend-web-domain',
  user: 'v-suspend-user',
}
const ON: Way = {
  allowed: EXIT.unsuspended,
  site: 'v-unsuspend-web-domain',
  user: 'v-unsuspend-user',
}

/** How the site stands now. */
export const inspectUser = async (
  call: HestiaCall,
  target: ServiceTarget,
): Promise<DriverOutcome<ServiceSight>> => {
  const seen = await lookAtUser(call, target)
  return seen.kind === 'ok' ? { kind: 'ok', value: sightOf(seen.value) } : seen
}

const run = async (
  call: HestiaCall,
  args: { allowed: number; command: string; names: readonly string[] },
): Promise<DriverOutcome> => {
  const { allowed, command, names } = args
  const end = await call(command, [...names, RESTART])
  if (end.kind === 'failed') {
    return end.outcome
  }
  return end.code === EXIT.ok || end.code === allowed
    ? { kind: 'ok', value: undefined }
    : verdictOfCode(command, end.code)
}

/** The account's verb stops in the middle now and then: then the site is asked for by itself. */
const switchTo = async (
  call: HestiaCall,
  target: ServiceTarget,
  way: Way,
): Promise<DriverOutcome> => {
  const { allowed } = way
  const { hosts, name } = target
  const user = await run(call, { allowed, command: way.user, names: [name] })
  if (user.kind !== 'ok') {
    return user
  }
  const seen = await lookAtUser(call, target)
  if (seen.kind !== 'ok') {
    return { kind: 'unknown', reason: 'the account was switched and could not be looked at' }
  }
  const isOff = way === OFF
  if (seen.value?.isSiteThere !== true || seen.value.isSiteSuspended === isOff) {
    return user
  }
  return run(call, { allowed, command: way.site, names: [name, hosts[0] ?? ''] })
}

/** Switches the account off: site, mail, databases, cron and FTP. */
export const suspendUser = (call: HestiaCall, target: ServiceTarget): Promise<DriverOutcome> =>
  switchTo(call, target, OFF)

/** Switches the account on again. */
export const resumeUser = (call: HestiaCall, target: ServiceTarget): Promise<DriverOutcome> =>
  switchTo(call, target, ON)

/** Removes the account and all of it, half-made ones, too. */
export const removeUser = (call: HestiaCall, { name }: ServiceTarget): Promise<DriverOutcome> =>
  run(call, { allowed: EXIT.notExist, command: 'v-delete-user', names: [name] })

import type { DriverOutcome, ServiceSight, ServiceTarget } from '../../../hosting/port'
import type { WhmCall, WhmEnd } from './api'

import { lookAtAccount, type WhmAccount } from './account'

const sightOf = (account: undefined | WhmAccount): ServiceSight => {
  if (account === undefined) {
    return 'absent'
  }
  return account.isSuspended ? 'off' : 'on'
}

/** How the account stands now. */
export const inspectAccount = async (
  call: WhmCall,
  { name }: ServiceTarget,
): Promise<DriverOutcome<ServiceSight>> => {
  const seen = await lookAtAccount(call, name)
  return seen.kind === 'ok' ? { kind: 'ok', value: sightOf(seen.value) } : seen
}

const lockedSteps = ({ name }: ServiceTarget, { reason }: WhmAccount): readonly string[] => [
  `Sign in to WHM as root: the account ${name} is locked, a reseller's token may not open it.`,
  `Read why it was locked${reason ? ` ("${reason}")` : ''}, and unsuspend it there if that is over.`,
]

/** A refusal counts only when the account does not stand as it should. */
const settle = async (
  args: { call: WhmCall; target: ServiceTarget; wanted: ServiceSight },
  end: WhmEnd,
): Promise<DriverOutcome> => {
  const { call, target, wanted } = args
  if (end.kind === 'done') {
    return { kind: 'ok', value: undefined }
  }
  if (end.kind === 'failed') {
    return end.outcome
  }
  const seen = await lookAtAccount(call, target.name)
  if (seen.kind !== 'ok') {
    return seen.kind === 'unavailable' ? { kind: 'unknown', reason: end.reason } : seen
  }
  if (sightOf(seen.value) === wanted) {
    return { kind: 'ok', value: undefined }
  }
  return wanted === 'on' && seen.value?.isLocked === true
    ? { kind: 'needsAction', steps: lockedSteps(target, seen.value) }
    : { kind: 'rejected', reason: `WHM refuses: ${end.reason}` }
}

/** Switches an account off; FTP is off, too, and its owner (a reseller) may switch it on again. */
export const suspendAccount = async (
  call: WhmCall,
  target: ServiceTarget,
  reason: string,
): Promise<DriverOutcome> => {
  const fields = { disallowun: '0', 'leave-ftp-accts-enabled': '0', reason, user: target.name }
  return settle({ call, target, wanted: 'off' }, await call('suspendacct', fields))
}

/** Switches an account on again. */
export const resumeAccount = async (call: WhmCall, target: ServiceTarget): Promise<DriverOutcome> =>
  settle({ call, target, wanted: 'on' }, await call('unsuspendacct', { user: target.name }))

/** Removes an account with its DNS zone. */
export const removeAccount = async (
  call: WhmCall,
  target: ServiceTarget,
): Promise<DriverOutcome> => {
  const { name } = target
  const fields = { keepdns: '0', user: name, username: name }
  return settle({ call, target, wanted: 'absent' }, await call('removeacct', fields))
}

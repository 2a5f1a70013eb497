import type { DriverOutcome, ServiceSight, ServiceTarget } from '../../../hosting/port'
import type { HestiaCall } from './api'

import { type Fields, isFields, isYes, textAt, unclear, valueAt } from '../panels'
import { EXIT, verdictOfCode } from './codes'

/** An account and its main site. */
export type HestiaSeen = {
  ip: string
  isSiteThere: boolean
  isSiteSuspended: boolean
  isUserSuspended: boolean
  nameServers: string
}

const list = async (
  call: HestiaCall,
  command: string,
  names: readonly string[],
): Promise<DriverOutcome<Fields | undefined>> => {
  const end = await call(command, [...names, 'json'], { isLook: true })
  if (end.kind === 'failed') {
    return end.outcome
  }
  if (end.code === EXIT.notExist) {
    return { kind: 'ok', value: undefined }
  }
  if (end.code !== EXIT.ok) {
    const verdict = verdictOfCode(command, end.code)
    return verdict.kind === 'unknown' ? { ...verdict, kind: 'unavailable' } : verdict
  }
  const row = valueAt(end.json, names.at(-1) ?? '')
  return isFields(row)
    ? { kind: 'ok', value: row }
    : unclear(true, `${command} printed something else than was asked for`)
}

/** How account and main site stand; undefined when there is no account of this name. */
export const lookAtUser = async (
  call: HestiaCall,
  { hosts: [domain = ''], name }: ServiceTarget,
): Promise<DriverOutcome<HestiaSeen | undefined>> => {
  const user = await list(call, 'v-list-user', [name])
  if (user.kind !== 'ok' || user.value === undefined) {
    return user.kind === 'ok' ? { kind: 'ok', value: undefined } : user
  }
  const site = domain === '' ? user : await list(call, 'v-list-web-domain', [name, domain])
  if (site.kind !== 'ok') {
    return site
  }
  return {
    kind: 'ok',
    value: {
      ip: textAt(site.value, 'IP'),
      isSiteSuspended: isYes(valueAt(site.value, 'SUSPENDED')),
      isSiteThere: site.value !== undefined,
      isUserSuspended: isYes(user.value.SUSPENDED),
      nameServers: textAt(user.value, 'NS').replaceAll(',', ', '),
    },
  }
}

/** Visitors decide: what the site answers counts; an account without its site is not made yet. */
export const sightOf = (seen: HestiaSeen | undefined): ServiceSight => {
  if (seen === undefined || !seen.isSiteThere) {
    return seen?.isUserSuspended === true ? 'off' : 'absent'
  }
  return seen.isSiteSuspended ? 'off' : 'on'
}

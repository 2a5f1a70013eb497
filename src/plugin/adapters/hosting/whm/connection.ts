import type { DriverOutcome, ServiceTarget } from '../../../hosting/port'
import type { WhmCall, WhmWay } from './api'

import { isYes, plainWords, rowsAt, textAt } from '../panels'

/** Privileges that the verbs take (ACL chart of cPanel's WHM guide). */
const NEEDED = [
  'acct-summary',
  'create-acct',
  'create-user-session',
  'kill-acct',
  'list-accts',
  'suspend-acct',
]

/** Whether the token is let in and may do everything that the shop will ask for. */
export const testWhm = async (
  way: WhmWay,
  call: WhmCall,
): Promise<DriverOutcome<{ note: string }>> => {
  const end = await call('myprivs', {}, { isLook: true })
  if (end.kind === 'failed') {
    return end.outcome
  }
  if (end.kind === 'no') {
    return { kind: 'rejected', reason: `WHM does not tell the privileges: ${end.reason}` }
  }
  const [held = {}] = rowsAt(end.data, 'privileges')
  const missing = isYes(held.all) ? [] : NEEDED.filter((name) => !isYes(held[name]))
  if (missing.length > 0) {
    return { kind: 'rejected', reason: `the token lacks privileges: ${missing.join(', ')}` }
  }
  const aliases = isYes(held.all) || isYes(held['cpanel-api'])
  const further = aliases ? '' : '; without cpanel-api further names of a site cannot be added'
  return { kind: 'ok', value: { note: `WHM knows ${way.settings.username}${further}` } }
}

/** A session in the account's cPanel; WHM ends it after 15 minutes without use. */
export const openSession = async (
  call: WhmCall,
  { name }: ServiceTarget,
): Promise<DriverOutcome<{ url: string }>> => {
  const fields = { service: 'cpaneld', user: name }
  const end = await call('create_user_session', fields, { isLook: true })
  if (end.kind === 'failed') {
    return end.outcome
  }
  if (end.kind === 'no') {
    return { kind: 'rejected', reason: `WHM opens no session: ${plainWords(end.reason)}` }
  }
  const url = textAt(end.data, 'url')
  return URL.canParse(url) && new URL(url).protocol === 'https:'
    ? { kind: 'ok', value: { url } }
    : { kind: 'unavailable', reason: 'WHM gives no secure address for the session' }
}

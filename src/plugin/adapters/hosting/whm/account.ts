import type { DriverOutcome } from '../../../hosting/port'
import type { WhmCall } from './api'

import { type Fields, isYes, rowsAt, textAt } from '../panels'

/** An account as WHM sees it. */
export type WhmAccount = {
  domain: string
  ip: string
  /** Only root may open it again. */
  isLocked: boolean
  isSuspended: boolean
  reason: string
}

const accountOf = (row: Fields): WhmAccount => ({
  domain: textAt(row, 'domain'),
  ip: textAt(row, 'ip'),
  isLocked: isYes(row.is_locked),
  isSuspended: isYes(row.suspended),
  reason: textAt(row, 'suspendreason'),
})

const ownRow = (data: Fields, name: string): Fields | undefined =>
  rowsAt(data, 'acct').find(({ user }) => user === name)

/** No words of WHM prove that an account is not there; an empty list does. */
const searchAccount = async (
  call: WhmCall,
  name: string,
): Promise<DriverOutcome<undefined | WhmAccount>> => {
  const fields = { search: name, searchmethod: 'exact', searchtype: 'user' }
  const end = await call('listaccts', fields, { isLook: true })
  if (end.kind === 'failed') {
    return end.outcome
  }
  if (end.kind === 'no') {
    return { kind: 'rejected', reason: `WHM does not list accounts: ${end.reason}` }
  }
  const row = ownRow(end.data, name)
  return { kind: 'ok', value: row && accountOf(row) }
}

/** How an account stands; undefined when there is none of this name. */
export const lookAtAccount = async (
  call: WhmCall,
  name: string,
): Promise<DriverOutcome<undefined | WhmAccount>> => {
  const end = await call('accountsummary', { user: name }, { isLook: true })
  if (end.kind === 'failed') {
    return end.outcome
  }
  const row = end.kind === 'done' ? ownRow(end.data, name) : undefined
  return row === undefined ? searchAccount(call, name) : { kind: 'ok', value: accountOf(row) }
}

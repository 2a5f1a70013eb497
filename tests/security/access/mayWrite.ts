import type { Caller } from '../../support/access/callers'
import type { Change } from './rows'

import { POISON } from './poison'

type Grant = { columns: RegExp; rows: 'any' | 'own'; table: RegExp }

const ANYTHING = /./
/** What Payload keeps for itself in rows that one may write. */
const SYSTEM = /^(id|created_at)$/
/** What a picture is follows from its file, not from what somebody writes. */
const FILE_FACTS = /^(filename|filesize|mime_type|width|height|url|thumbnail_u_r_l|focal_[xy])$/

const PROFILE: Grant = {
  columns: /^(name|phone|notes|locale|updated_at)$/,
  rows: 'own',
  table: /^customers$/,
}

const CATALOGUE: Grant[] = [
  { columns: ANYTHING, rows: 'any', table: /^_?(products|pages)(_|$)/ },
  { columns: ANYTHING, rows: 'any', table: /^_?media(_|$)/ },
  // Publishing is a door of its own: it writes the state and the instant.
  { columns: /^(?!state$|published)/, rows: 'any', table: /^_?releases(_|$)/ },
  { columns: /^updated_at$/, rows: 'any', table: /^release_files$/ },
  { columns: ANYTHING, rows: 'any', table: /^payload_(locked_documents|preferences)/ },
]

const OWN_ACCOUNT: Grant = { columns: /^(name|updated_at)$/, rows: 'own', table: /^staff$/ }

const OFFICE: Grant[] = [
  { columns: /^(name|email|phone|notes|locale|updated_at)$/, rows: 'any', table: /^customers$/ },
  {
    columns: ANYTHING,
    rows: 'any',
    table: /^(holidays|availabilities(_|$)|_?session_summaries(_|$))/,
  },
]

const STAFF: Grant = { columns: /^(name|email|role|updated_at)$/, rows: 'any', table: /^staff$/ }

/** Who may write which columns, over REST; everything else belongs to actions. */
const GRANTS: Record<Caller, Grant[]> = {
  admin: [...CATALOGUE, OWN_ACCOUNT, ...OFFICE],
  'customer A': [PROFILE],
  'customer B': [PROFILE],
  editor: [...CATALOGUE, OWN_ACCOUNT],
  guest: [],
  owner: [...CATALOGUE, ...OFFICE, STAFF],
}

/** Who may add rows where, over REST. */
const MAY_ADD: Record<Caller, RegExp> = {
  admin:
    /^(_?(products|pages|media|releases|availabilities|session_summaries)(_|$)|page_editions$|customers$|holidays$|payload_)/,
  'customer A': /^$/,
  'customer B': /^$/,
  editor: /^(_?(products|pages|media|releases)(_|$)|page_editions$|payload_)/,
  guest: /^customers$/,
  owner:
    /^(_?(products|pages|media|releases|availabilities|session_summaries)(_|$)|page_editions$|customers$|holidays$|staff$|payload_)/,
}

/** What a new account may say of itself. */
const ACCOUNT = /^(name|email|phone|notes|locale|role)$/

const POISONED: readonly unknown[] = [POISON.number, POISON.text, POISON.uuid]

const isPoison = (value: unknown): boolean =>
  POISONED.includes(value) || String(value).startsWith('2001-02-03')

const isNewRowFine = (as: Caller, { column, now, table }: Change): boolean => {
  if (!MAY_ADD[as].test(table)) {
    return false
  }
  const isFree = table === 'customers' || table === 'staff' ? ACCOUNT.test(column) : true
  return isFree && !SYSTEM.test(column) ? true : !isPoison(now)
}

/** Whether a cell may have changed through this caller. */
export const isAllowed = (args: {
  as: Caller
  change: Change
  own: string | undefined
}): boolean => {
  const { as, change, own } = args
  const { column, id, isNew, table } = change
  if (isNew) {
    return isNewRowFine(as, change)
  }
  const isContent = /^_?(products|pages|media|releases)(_|$)/.test(table)
  const isSub = table.includes('_') || table.startsWith('_')
  if (SYSTEM.test(column) && !(isContent && isSub)) {
    return false
  }
  if (table === 'media' && FILE_FACTS.test(column)) {
    return !isPoison(change.now)
  }
  return GRANTS[as].some(
    (grant) =>
      grant.table.test(table) && grant.columns.test(column) && (grant.rows === 'any' || id === own),
  )
}

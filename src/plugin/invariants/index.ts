import type { Payload } from 'payload'

import type { Finding, Invariant } from './invariant'

import { analysesAreAuthorised } from './analysesAreAuthorised'
import { debtsMatchBooks } from './debtsMatchBooks'
import { deliveriesFollowMoney } from './deliveriesFollowMoney'
import { downloadsWithinLimits } from './downloadsWithinLimits'
import { familiesStayTogether } from './familiesStayTogether'
import { ledgerBalances } from './ledgerBalances'
import { nothingIsForgotten } from './nothingIsForgotten'
import { oneMoneyPerAttempt } from './oneMoneyPerAttempt'
import { paidIsTold } from './paidIsTold'
import { partsMakeTheWhole } from './partsMakeTheWhole'
import { sessionsFollowDeliveries } from './sessionsFollowDeliveries'
import { refundsFit } from './refundsFit'
import { reportsAreKept } from './reportsAreKept'
import { servicesAreAsWanted } from './servicesAreAsWanted'
import { statesFollowMoney } from './statesFollowMoney'
import { transitionsAreSealed } from './transitionsAreSealed'
import { transitionsAreWhole } from './transitionsAreWhole'
import { wholeRupiah } from './wholeRupiah'

export type { Finding, Invariant } from './invariant'

/** Everything that must always be true, cheapest to understand first. */
export const invariants: readonly Invariant[] = [
  ledgerBalances,
  debtsMatchBooks,
  oneMoneyPerAttempt,
  statesFollowMoney,
  paidIsTold,
  transitionsAreWhole,
  transitionsAreSealed,
  nothingIsForgotten,
  wholeRupiah,
  familiesStayTogether,
  partsMakeTheWhole,
  deliveriesFollowMoney,
  sessionsFollowDeliveries,
  refundsFit,
  downloadsWithinLimits,
  analysesAreAuthorised,
  reportsAreKept,
  servicesAreAsWanted,
]

/** A broken promise and the row that breaks it. */
export type Breach = Finding & { code: string; promise: string }

/** Checks every invariant against the shop as it stands; an empty list means that all hold. */
export const checkInvariants = async (args: { payload: Payload }): Promise<Breach[]> => {
  const breaches: Breach[] = []
  for (const { code, find, promise } of invariants) {
    const findings = await find(args.payload)
    breaches.push(...findings.map((finding) => ({ ...finding, code, promise })))
  }
  return breaches
}

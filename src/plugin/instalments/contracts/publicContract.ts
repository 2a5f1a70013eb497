import type { PlanTerms } from '../../plans'

import { type SQL, sql } from '../../kernel/payload'
import { type WibDay } from '../../kernel/time'
import { selectStandingRows } from '../queries'
import {
  type Payoff,
  resolvePayoff,
  resolveStanding,
  type Standing,
  type StandingRow,
} from '../rules'

/** A contract as it is stored, with its debts. Amounts in rupiah. */
export type ContractRow = {
  cashPrice: number
  markup: number
  revision: number
  rows: StandingRow[]
  setupFee: number
  startedOn: string
  terms: PlanTerms
  total: number
}

/** A purchase in instalments as its buyer sees it: what was agreed, and how it stands today. */
export type PublicContract = {
  cashPrice: number
  markup: number
  /** What it takes to be done with it today. */
  payoff: Payoff
  revision: number
  setupFee: number
  standing: Standing
  startedOn: string
  terms: PlanTerms
}

/** The contract of an order with its debts, as a JSON expression: a `ContractRow` or null. */
export const selectContract = (orderId: SQL): SQL => sql`(
  select json_build_object('cashPrice', c.cash_price, 'markup', c.markup, 'setupFee', c.setup_fee,
    'total', c.total, 'revision', c.revision, 'startedOn', c.started_on, 'terms', c.terms,
    'rows', ${selectStandingRows(orderId)})
  from contracts c where c.order_id = ${orderId})`

/** How a contract stands on a WIB day. */
export const toPublicContract = (row: ContractRow | null, today: WibDay): null | PublicContract => {
  if (!row) {
    return null
  }
  const { cashPrice, markup, revision, rows, setupFee, startedOn, terms } = row
  const issued = terms.ladder.offsets.issued
  const standing = resolveStanding({
    ...(issued === null ? {} : { issuedBefore: -issued }),
    rows,
    today,
  })
  const payoff = resolvePayoff({ markup, payoff: terms.payoff, standing, today })
  return { cashPrice, markup, payoff, revision, setupFee, standing, startedOn, terms }
}

import { z } from 'zod'

import type { HostingState } from '../accounts/machine'
import type { Wanted } from '../accounts/words'

import { type SQL, sql } from '../../kernel/payload'
import { type HostingLine, isHostingLine } from '../accounts/buildAccounts'
import { hostingMachine } from '../accounts/machine'
import { WANTED_WORDS } from '../accounts/words'

/** A service as far as whoever holds the link of its order sees it. */
export type OrderService = {
  domain: null | string
  state: HostingState
  title: string
  wanted: Wanted
}

const wordsOf = <T extends string>(words: Readonly<Record<T, unknown>>) =>
  z.enum(Object.keys(words) as [T, ...T[]])

/** The same in the OpenAPI document. */
export const orderServicesAnswer: z.ZodType<OrderService[]> = z
  .array(
    z.strictObject({
      domain: z
        .union([z.string(), z.null()])
        .describe('ASCII (RFC 5891); null before it is chosen.'),
      state: wordsOf<HostingState>(hostingMachine.states),
      title: z.string(),
      wanted: wordsOf<Wanted>(WANTED_WORDS),
    }),
  )
  .describe('One per unit of hosting that was bought; empty for everything else.')

/** The services of an order, as part of the statement that reads it. */
export const selectOrderServices = (
  orderId: SQL,
): SQL => sql`(select coalesce(json_agg(json_build_object(
    'domain', h.domain, 'state', h.state, 'title', h.title, 'wanted', h.wanted)
    order by h.created_at, h.unit, h.id), '[]')
  from hosting_accounts h where h.order_id = ${orderId} and h.state <> 'dropped')`

/** The services of an order that was just written; one that renews has none of its own. */
export const buildFirstServices = (
  lines: readonly ({ title: string } & HostingLine)[],
  renews: string | undefined,
): OrderService[] =>
  renews === undefined
    ? lines.filter(isHostingLine).flatMap(({ quantity, title }) =>
        Array.from({ length: quantity }, () => ({
          domain: null,
          state: hostingMachine.initial as HostingState,
          title,
          wanted: 'off' as const,
        })),
      )
    : []

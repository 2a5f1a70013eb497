import { z } from 'zod'

/** What a shop decides about hosting. */
export type HostingOptions = {
  /** How many services may be worked on at a time, each by one worker's job. Default 4. */
  parallel?: number
  /** Days between the decision to end a service and its removal, in which its data can be fetched. Default 14. */
  exportDays?: number
  /** Whether a second person has to agree before a service is removed. Default true. */
  needsSecondPerson?: boolean
  /** Private hosts, addresses or networks (CIDR) where panels may stand; all others must be public. */
  privatePanels?: readonly string[]
  /** Token of the map of suspended names, at least 24 letters; without it the map is closed. */
  gateToken?: string
  /** Days before the end of a contract on which its customer is asked to renew, falling. */
  renewalDays?: readonly number[]
  /** Domains of the shop's own below which customers may choose a free name. */
  zones?: readonly string[]
}

const isFalling = (days: readonly number[]): boolean =>
  days.every((each, at) => at === 0 || each < (days[at - 1] ?? 0))

const DOMAIN = /^(?=.{4,200}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z]{2,63}$/

/** Checks the options of hosting and fills in what they leave out. */
export const hostingOptions = z
  .strictObject({
    parallel: z.int().min(1).max(50).default(4),
    exportDays: z.int().min(0).max(365).default(14),
    needsSecondPerson: z.boolean().default(true),
    privatePanels: z.array(z.string().min(1).max(100)).readonly().default([]),
    gateToken: z.string().min(24, 'must have at least 24 characters').optional(),
    renewalDays: z
      .array(z.int().min(1).max(180))
      .max(6)
      .refine(isFalling, 'must fall')
      .readonly()
      .default([30, 14, 7, 3]),
    zones: z.array(z.string().regex(DOMAIN, 'must be a domain')).readonly().default([]),
  })
  .prefault({})

/** Options of hosting with every default filled in. */
export type ResolvedHosting = z.output<typeof hostingOptions>

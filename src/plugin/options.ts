import type { CollectionConfig } from 'payload'

import { z } from 'zod'

import { type DomainProofOptions, domainProofOptions } from './adapters/domainProof'
import type { DisbursementOptions, DuitkuOptions } from './adapters/duitku'
import type { StampOptions } from './adapters/stamp'
import type { StorageOptions } from './adapters/storage'
import type { ChatChannelOptions } from './adapters/whatsapp'

import { bookingOptions, type BookingOptions } from './booking'
import { downloadOptions, type DownloadOptions } from './downloads'
import { fulfilmentOptions, type FulfilmentOptions } from './fulfilment'
import { defaultSlugs, type SlugKey } from './kernel/payload'
import {
  disbursementCheck,
  duitkuCheck,
  stampCheck,
  storageCheck,
  webAddress,
  whatsappCheck,
} from './optionChecks'
import { hostingOptions, type HostingOptions } from './hosting'
import { overdueOptions, type OverdueOptions } from './overdue'
import { problemOptions, type ProblemOptions } from './problems'
import { refundOptions, type RefundOptions } from './refunds'
import { reportOptions, type ReportOptions } from './reports'
import { scopeOptions, type ScopeOptions } from './scopes'
import { spkOptions, type SpkOptions } from './spk'

/** Changes a collection: gets ours, returns what the shop wants. Spread what you keep. */
export type CollectionOverride = (args: {
  defaultCollection: CollectionConfig
}) => CollectionConfig | Promise<CollectionConfig>

/** What a shop tells the plugin. */
export type LunasOptions = {
  /** How appointments with customers are made. */
  booking?: BookingOptions
  /** Per collection, by its default name. */
  collections?: Partial<Record<SlugKey, CollectionOverride>>
  /** Keeps the schema, so that migrations stay as they are, and does nothing else. */
  disabled?: boolean
  /** Duitku Disbursement, which sends refunds to bank accounts. Without it, owners send by hand. */
  disbursement?: Omit<DisbursementOptions, 'logger'>
  /** How long, how often and how much may be downloaded. */
  downloads?: DownloadOptions
  /** How proofs of domains are looked for; nothing to be set on a live server. */
  domainProof?: DomainProofOptions
  /** The Duitku project that takes the money. */
  duitku: Omit<DuitkuOptions, 'logger'>
  /** Minutes that an invoice can be paid. Default 1,440. */
  expiryMinutes?: number
  /** Working hours, and how long deliveries may take. */
  fulfilment?: FulfilmentOptions
  /** Where services are made, how they end, and the gate before them. Servers stand in the panel. */
  hosting?: HostingOptions
  /** Staff mail recipients; all admins and owners when empty. */
  mailAdmin?: readonly string[]
  /** Folder of uploaded pictures. */
  mediaDir?: string
  /** Head of public order numbers. Default `HZ`. */
  numberPrefix?: string
  /**
   * Page that sets a customer's password; `{token}` is filled in and sent to
   * `POST /api/customers/reset-password`. Default `<serverUrl>/akun/kata-sandi?token={token}`, under
   * `/en` for customers who read English.
   */
  passwordUrl?: string
  /** How arrears are looked after; the ladder itself stands in each plan. */
  overdue?: OverdueOptions
  /** How long answers to problem reports may take, and how long a solved one may be reopened. */
  problems?: ProblemOptions
  /** Multiplies every rate limit; 0 switches them off. Default 1. */
  rateLimitFactor?: number
  /** Signs requests between the shop's own processes; Payload's secret. */
  secret: string
  /** Session cookies only over HTTPS; on for every shop that has it. Default false. */
  secureCookies?: boolean
  /** Public address of the shop, without a path. */
  serverUrl: string
  /** What an admin may approve to be paid back, how soon it is sent, and in which ways. */
  refunds?: RefundOptions
  /** How long reports of analyses can be fetched, and how often they are looked at again. */
  reports?: ReportOptions
  /** How customers prove the domains that are to be examined. */
  scopes?: ScopeOptions
  /** Name of the shop in mails and on Duitku's page. */
  shopName?: string
  /** Agreements before instalments: deadlines, certificates, keys. Their wording stands in the panel. */
  spk?: SpkOptions
  /** Who affixes e-Meterai. Default `manual`: staff do it on the official site and bring the file. */
  stamp?: StampOptions
  /** Other slugs for our collections, where the project has used ours; tables keep their names. */
  slugs?: Partial<Record<SlugKey, string>>
  /**
   * Minutes that messages may wait without any going out by their channel before admins and owners are
   * alarmed, again after six and after twenty-four times as long. Default 60.
   */
  stuckAfterMinutes?: number
  /** How many open payments the daily sweep asks Duitku about. Default 50. */
  sweepBudget?: number
  /**
   * Where files lie that nobody may open by an address: those of releases, and the packages of buyers.
   * Default the folder `private`. A bucket serves several machines.
   */
  storage?: StorageOptions
  /** Where a customer reaches a person. */
  support: { email: string; whatsapp?: string }
  /** What an admin may waive of one instalment, in rupiah; above it an owner. Default 500,000. */
  waiverLimit?: number
  /** The way into WhatsApp. Default `wa.me`: a person presses send. Meta's and Fonnte's send alone. */
  whatsapp?: ChatChannelOptions
}

const slugKey = z.enum(Object.keys(defaultSlugs) as [SlugKey, ...SlugKey[]])

const override = z.custom<CollectionOverride>(
  (value) => typeof value === 'function',
  'must be a function that gets our collection and returns the one you want',
)

const slug = z.string().regex(/^[a-z][a-z0-9-]{0,40}$/, 'small letters, digits and dashes')

const checked = z.strictObject({
  booking: bookingOptions,
  collections: z.partialRecord(slugKey, override).optional(),
  disabled: z.boolean().default(false),
  disbursement: disbursementCheck.optional(),
  domainProof: domainProofOptions,
  downloads: downloadOptions,
  duitku: duitkuCheck,
  expiryMinutes: z.int().min(10).max(10_080).default(1440),
  fulfilment: fulfilmentOptions,
  hosting: hostingOptions,
  mailAdmin: z.array(z.email()).readonly().default([]),
  mediaDir: z.string().optional(),
  numberPrefix: z
    .string()
    .regex(/^[A-Z]{1,6}$/, 'one to six capital letters')
    .default('HZ'),
  passwordUrl: webAddress.refine((url) => url.includes('{token}'), 'must hold {token}').optional(),
  overdue: overdueOptions,
  problems: problemOptions,
  rateLimitFactor: z.number().min(0).max(1_000_000).default(1),
  refunds: refundOptions,
  reports: reportOptions,
  scopes: scopeOptions,
  secret: z.string().min(32, 'must have at least 32 characters'),
  secureCookies: z.boolean().default(false),
  serverUrl: webAddress.transform((url) => url.replace(/\/+$/, '')),
  shopName: z.string().min(1).max(60).default('Lunas'),
  slugs: z.partialRecord(slugKey, slug).optional(),
  support: z.strictObject({
    email: z.email(),
    whatsapp: z
      .string()
      .regex(/^[1-9]\d{7,14}$/, 'must be digits with the country code, such as 6281234567890')
      .optional(),
  }),
  spk: spkOptions,
  stamp: stampCheck.default({ id: 'manual' }),
  storage: storageCheck.default({ folder: 'private', kind: 'folder' }),
  stuckAfterMinutes: z.int().min(5).max(1440).default(60),
  sweepBudget: z.int().min(1).max(1000).default(50),
  waiverLimit: z.int().min(0).default(500_000),
  whatsapp: whatsappCheck.default({ id: 'wa.me' }),
})

/** Options with every default filled in. */
export type ResolvedOptions = z.output<typeof checked>

const describeIssue = ({ message, path }: z.core.$ZodIssue): string =>
  path.length > 0 ? `${path.map(String).join('.')}: ${message}` : message

/**
 * Checks the options at start.
 *
 * @throws Error that names every bad option
 */
export const resolveLunasOptions = (options: LunasOptions): ResolvedOptions => {
  const result = checked.safeParse(options)
  if (!result.success) {
    const faults = result.error.issues.map(describeIssue)
    throw new Error(`Lunas options are wrong:\n  ${faults.join('\n  ')}`)
  }
  return result.data
}

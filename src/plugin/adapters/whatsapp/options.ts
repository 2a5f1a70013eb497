import { z } from 'zod'

const filled = z.string('is missing').trim().min(1, 'is missing')

/** Longer than the ten seconds that fetch grants a connection: a dead host is told from a lost answer. */
const timeoutMs = z.number().int().min(1).max(120_000).default(15_000)

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)

/** Plain HTTP only towards this machine or a one-word host of a private network (a compose service). */
const isSafe = ({ hostname, protocol }: URL): boolean =>
  protocol === 'https:' ||
  (protocol === 'http:' && (isLoopback(hostname) || !hostname.includes('.')))

const webAddress = z
  .string()
  .refine((text) => URL.canParse(text), 'is not a URL')
  .transform((text) => new URL(text))
  .refine(isSafe, 'must use https')

const cloudSchema = z.object({
  appSecret: filled,
  graphUrl: webAddress.prefault('https://graph.facebook.com'),
  phoneNumberId: filled.regex(/^\d{1,30}$/, 'must be digits'),
  timeoutMs,
  token: filled,
  verifyToken: filled,
  version: filled.regex(/^v\d{1,3}\.\d{1,2}$/, 'must look like v23.0').default('v23.0'),
})

const fonnteSchema = z.object({
  timeoutMs,
  token: filled,
  url: webAddress.prefault('https://api.fonnte.com'),
})

/** Settings of one number at Meta's Cloud API. */
export type CloudOptions = {
  /** Secret of the Meta app; proves that webhooks are genuine. */
  appSecret: string
  /** `https://graph.facebook.com` (default), or a stand-in. */
  graphUrl?: string
  /** Meta's id of the shop's number; not the number itself. */
  phoneNumberId: string
  /** Longest wait for one whole answer. Default 15 seconds. */
  timeoutMs?: number
  /** Access token of a system user with `whatsapp_business_messaging`. */
  token: string
  /** The word that we give to Meta and that Meta repeats when it subscribes to our webhook. */
  verifyToken: string
  /** Version of the Graph API. Default `v23.0`. */
  version?: string
}

/** Settings of one device at Fonnte. */
export type FonnteOptions = {
  /** Longest wait for one whole answer. Default 15 seconds. */
  timeoutMs?: number
  /** Token of the device, not of the account. */
  token: string
  /** `https://api.fonnte.com` (default), or a stand-in. */
  url?: string
}

/** The chosen way, with its settings. */
export type ChatChannelOptions =
  ({ id: 'cloud' } & CloudOptions) | ({ id: 'fonnte' } & FonnteOptions) | { id: 'wa.me' }

/** What of the settings must stand in no log. */
export const chatSecretsOf = (chat: ChatChannelOptions): string[] => {
  if (chat.id === 'wa.me') {
    return []
  }
  return chat.id === 'cloud' ? [chat.token, chat.appSecret, chat.verifyToken] : [chat.token]
}

/** Cloud options, checked and completed. */
export type CloudSettings = z.output<typeof cloudSchema>

/** Fonnte options, checked and completed. */
export type FonnteSettings = z.output<typeof fonnteSchema>

/** Checks the options once, at start; every fault is named, no value is repeated. */
export const resolveCloud = (options: CloudOptions): CloudSettings =>
  check({ name: 'WhatsApp Cloud API', options, schema: cloudSchema })

/** See {@link resolveCloud}. */
export const resolveFonnte = (options: FonnteOptions): FonnteSettings =>
  check({ name: 'Fonnte', options, schema: fonnteSchema })

function check<Settings>({
  name,
  options,
  schema,
}: {
  name: string
  options: unknown
  schema: z.ZodType<Settings>
}): Settings {
  const parsed = schema.safeParse(options)
  if (parsed.success) return parsed.data
  const faults = parsed.error.issues.map(({ message, path }) => `${path.join('.')} ${message}`)
  throw new TypeError(`${name}: ${faults.join('; ')}`)
}

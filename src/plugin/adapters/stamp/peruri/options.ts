import { z } from 'zod'

/** Receives one line per call that did not succeed. Never a secret. */
export type StampLogger = { warn: (fields: Record<string, unknown>, message: string) => void }

/** Settings of one account at Peruri's hosted service. */
export type PeruriOptions = {
  /** Login, balance and the state of a serial. Default `https://backendservice.e-meterai.co.id`. */
  backendUrl?: string
  /**
   * Kind of document, by its code (`4b`) or its name in the service's own list. Default
   * `Surat Perjanjian`; the list is asked every time, since codes have changed.
   */
  documentType?: string
  /** Place that is written into the signature. Default `Jakarta`. */
  location?: string
  logger?: StampLogger
  password: string
  /** Serials. Default `https://stampv2.e-meterai.co.id`. */
  serialUrl?: string
  /** Stamping and what was stamped. Default `https://stampservice.e-meterai.co.id`. */
  signUrl?: string
  /** Longest wait for one whole answer. Default 60 seconds: signing is slow. */
  timeoutMs?: number
  /** Files that are to be stamped. Default `https://fileupload.e-meterai.co.id`. */
  uploadUrl?: string
  user: string
  /** Whether y grows upward (as in PDF, default) or downward; public samples disagree. */
  yAxis?: 'down' | 'up'
}

const filled = z.string('is missing').trim().min(1, 'is missing')

const isLoopback = (hostname: string): boolean =>
  hostname === 'localhost' || hostname === '[::1]' || /^127(\.\d{1,3}){3}$/.test(hostname)

/** Plain HTTP only towards this machine or a one-word host of a private network. */
const isSafe = ({ hostname, protocol }: URL): boolean =>
  protocol === 'https:' ||
  (protocol === 'http:' && (isLoopback(hostname) || !hostname.includes('.')))

const host = (standard: string) =>
  z
    .string()
    .refine((text) => URL.canParse(text), 'is not a URL')
    .transform((text) => new URL(text))
    .refine(isSafe, 'must use https')
    .prefault(standard)

const silent: StampLogger = { warn: () => undefined }

const schema = z.object({
  backendUrl: host('https://backendservice.e-meterai.co.id'),
  documentType: filled.default('Surat Perjanjian'),
  location: filled.default('Jakarta'),
  logger: z.custom<StampLogger>().default(silent),
  password: filled,
  serialUrl: host('https://stampv2.e-meterai.co.id'),
  signUrl: host('https://stampservice.e-meterai.co.id'),
  timeoutMs: z.number().int().min(1).max(300_000).default(60_000),
  uploadUrl: host('https://fileupload.e-meterai.co.id'),
  user: filled,
  yAxis: z.enum(['down', 'up']).default('up'),
})

/** Options, checked and completed. */
export type PeruriSettings = z.output<typeof schema>

/**
 * Checks the options once, at start; every fault is named, no value is repeated.
 *
 * @throws TypeError
 */
export const resolvePeruri = (options: PeruriOptions): PeruriSettings => {
  const parsed = schema.safeParse(options)
  if (parsed.success) {
    return parsed.data
  }
  const faults = parsed.error.issues.map(({ message, path }) => `${path.join('.')} ${message}`)
  throw new TypeError(`Peruri e-Meterai: ${faults.join('; ')}`)
}

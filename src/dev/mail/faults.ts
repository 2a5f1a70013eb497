import { z } from 'zod'

/** How the catcher can misbehave on demand. */
export const faultKinds = [
  'none',
  'refuse',
  '421',
  '451',
  '550',
  'hang',
  'stall',
  'cut',
  'swallow',
] as const

/** What each fault does, in words for the page and the error message. */
export const faultWords: Record<FaultKind, string> = {
  '421': 'greets with 421 (service not available, try later)',
  '451': 'answers every recipient with 451 (try later)',
  '550': 'answers every recipient with 550 (no such mailbox)',
  cut: 'keeps the mail, then cuts the connection before its answer',
  hang: 'takes the mail and never answers',
  none: 'works',
  refuse: 'refuses connections',
  stall: 'keeps the mail and never says so',
  swallow: 'answers 250 and loses the mail',
}

/** One of `faultKinds`. */
export type FaultKind = (typeof faultKinds)[number]

/** Body of `POST /__control/faults`. */
export const faultSchema = z.strictObject({
  kind: z.enum(faultKinds),
  /** The fault ends after striking so often; unset: until told otherwise. */
  times: z.int().min(1).optional(),
  /** Only mails to this address are struck; for `451`, `550`, `hang`, `stall`, `cut` and `swallow`. */
  to: z.string().optional(),
})

/** The fault in force. */
export type Fault = z.output<typeof faultSchema>

/** The switch between the control page and the mail server. */
export type FaultSwitch = {
  current: () => Fault
  set: (fault: Fault) => void
  /** Whether this fault strikes now; counts it. */
  strikes: (args: { kind: FaultKind; to?: readonly string[] }) => boolean
}

const isMeant = (args: { fault: Fault; to?: readonly string[] }): boolean => {
  const wanted = args.fault.to?.toLowerCase()
  return !wanted || (args.to ?? []).some((address) => address.toLowerCase() === wanted)
}

/** Begins without a fault. */
export const createFaultSwitch = (): FaultSwitch => {
  let fault: Fault = { kind: 'none' }
  return {
    current: () => fault,
    set: (next) => {
      fault = next
    },
    strikes: ({ kind, to }) => {
      if (fault.kind !== kind || !isMeant({ fault, to })) {
        return false
      }
      if (fault.times !== undefined) {
        fault = fault.times > 1 ? { ...fault, times: fault.times - 1 } : { kind: 'none' }
      }
      return true
    },
  }
}

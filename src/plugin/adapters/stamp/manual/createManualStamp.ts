import type { StampAdapter, StampOutcome } from '../../../spk/port'

const OWN_HANDS =
  'dibubuhkan sendiri di situs resmi (e-Meterai is affixed by hand on the official site)'

const refuse = <T>(): Promise<StampOutcome<T>> =>
  Promise.resolve({ kind: 'rejected', reason: OWN_HANDS })

/**
 * Nobody stamps for us: an admin downloads the issued file, affixes e-Meterai on an official site and
 * uploads what comes back. Whoever sees this `id` offers no button; every call refuses, certainly and
 * at no cost.
 */
export const createManualStamp = (): StampAdapter => ({
  balance: () => Promise.resolve({ kind: 'unavailable', reason: OWN_HANDS }),
  id: 'manual',
  reserveSerial: () => refuse(),
  stamp: () => refuse(),
  status: () => Promise.resolve({ kind: 'unavailable', reason: OWN_HANDS }),
})

import type { DriverOutcome } from '../../../hosting/port'

/** Every way in which a call of a panel can fail. */
export type Failure = Extract<DriverOutcome, { reason: string }>

/** The answer cannot be understood: what it was an answer to may have been done. */
export const unclear = (isLook: boolean, reason: string): Failure => ({
  kind: isLook ? 'unavailable' : 'unknown',
  reason,
})

/**
 * What a status says by itself; undefined when the body has to be read. `isLook`: the call changes nothing,
 * so that an error of the server left everything as it was.
 */
export const verdictOfStatus = (status: number, isLook: boolean): Failure | undefined => {
  if (status >= 300 && status < 400) {
    const reason = 'the server answers with a redirect, so the address is not that of the panel'
    return { kind: 'rejected', reason }
  }
  if (status === 404) {
    return { kind: 'rejected', reason: 'the API of the panel is not at this address' }
  }
  if (status === 429) {
    return { kind: 'unavailable', reason: 'the panel takes no more calls for now (429)' }
  }
  return status >= 500 ? unclear(isLook, `the panel met an error (${status})`) : undefined
}

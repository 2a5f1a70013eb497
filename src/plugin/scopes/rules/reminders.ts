/** Instants before which something has waited for too long. */
export type ReminderClock = {
  /** Of the signature of a scope that nobody has agreed on. */
  agreeBefore: Date
  /** Of the beginning of a scope that nobody has written; one for each stage, the first stage first. */
  formBefore: readonly Date[]
}

/** What of a scope decides whether somebody is reminded of it; instants as ISO texts. */
export type Waiting = {
  createdAt: string
  revision: number
  signedAt: null | string
  state: string
}

/**
 * Which reminder of a scope is due: `form-2` is the customer's second, `agree-3` the staff's about the
 * third form. Null when none is.
 */
export const findReminder = (
  { createdAt, revision, signedAt, state }: Waiting,
  { agreeBefore, formBefore }: ReminderClock,
): null | string => {
  if (state === 'draft') {
    const stage = formBefore.findLastIndex((at) => new Date(createdAt) <= at)
    return stage < 0 ? null : `form-${stage + 1}`
  }
  const isWritten = state === 'submitted' || state === 'proven'
  return isWritten && signedAt !== null && new Date(signedAt) <= agreeBefore
    ? `agree-${revision}`
    : null
}

const verdictKey = Symbol('queue verdict')

/** What a task wants to become of its failed job. */
export type Verdict = { kind: 'dead' } | { afterMs: number; kind: 'later' }

const withVerdict = (args: { cause?: unknown; reason: string; verdict: Verdict }): Error =>
  Object.assign(new Error(args.reason, { cause: args.cause }), { [verdictKey]: args.verdict })

/** `throw giveUp({ reason })`: no further attempt can help; the job is dead at once. */
export const giveUp = (args: { cause?: unknown; reason: string }): Error =>
  withVerdict({ ...args, verdict: { kind: 'dead' } })

/** `throw retryLater({ afterMs, reason })`: somebody told us when to come again. Counts as an attempt. */
export const retryLater = (args: { afterMs: number; cause?: unknown; reason: string }): Error =>
  withVerdict({ ...args, verdict: { afterMs: args.afterMs, kind: 'later' } })

/** The wish that a thrown value carries, if any. */
export const findVerdict = (error: unknown): undefined | Verdict =>
  error instanceof Error ? (error as { [verdictKey]?: Verdict } & Error)[verdictKey] : undefined

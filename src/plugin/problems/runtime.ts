import type { ResolvedProblems } from './schema'

import { defineRuntime } from '../kernel/payload'

/** Wiring of the reports. */
export type ProblemsRuntime = ResolvedProblems & {
  rateFactor: number
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
}

export const problemsRuntime = defineRuntime<ProblemsRuntime>('problems')

/** Address of a report's own page, for whoever made it. */
export const buildProblemUrl = (args: {
  locale: string
  serverUrl: string
  token: string
}): string => `${args.serverUrl}${args.locale === 'en' ? '/en' : ''}/bantuan/${args.token}`

/** Whether a text can be the token of a report (43 letters of base64url). */
export const isProblemToken = (text: string): boolean => /^[\w-]{43}$/.test(text)

import type { AuditFacts } from './audit'

/** Sixteen digits as people write them: in one run, or in groups with blanks, dots or hyphens. */
const NIK = /(?<![\w.-])(\d{2})(?:[ .-]?\d){12}[ .-]?(\d)[ .-]?(\d)(?![\w-])/g

/** A text in which a NIK shows its first and last two digits only. */
export const hideNik = (text: string): string => text.replace(NIK, '$1************$2$3')

/** Staff and customers write what they like into reasons; the sheet goes to everybody concerned. */
export const hideNikIn = (facts: AuditFacts): AuditFacts => ({
  ...facts,
  events: facts.events.map(({ what, ...event }) => ({
    ...event,
    what: { en: hideNik(what.en), id: hideNik(what.id) },
  })),
  meterai: facts.meterai && {
    ...facts.meterai,
    official: facts.meterai.official && hideNik(facts.meterai.official),
  },
  override: facts.override && { ...facts.override, reason: hideNik(facts.override.reason) },
})

import type { Labels } from '../kernel/errors'

import { addDays, endOfWibDay, wibDayOf } from '../kernel/time'

/** How grave a finding is, the gravest first. Colours stand on white and carry white words. */
export const SEVERITIES = {
  critical: { colour: '#8f1414', label: { en: 'Critical', id: 'Kritis' } },
  high: { colour: '#b93815', label: { en: 'High', id: 'Tinggi' } },
  medium: { colour: '#8a5a00', label: { en: 'Medium', id: 'Sedang' } },
  low: { colour: '#1d5fa8', label: { en: 'Low', id: 'Rendah' } },
  info: { colour: '#55606e', label: { en: 'Information', id: 'Informasi' } },
} as const satisfies Record<string, { colour: `#${string}`; label: Labels }>

/** One of them. */
export type Severity = keyof typeof SEVERITIES

/** All of them, the gravest first. */
export const severities = Object.keys(SEVERITIES) as Severity[]

/** What has become of a finding. */
export const FINDING_STATUSES = {
  open: { en: 'Open', id: 'Terbuka' },
  mended: { en: 'Mended', id: 'Sudah diperbaiki' },
  accepted: { en: 'Risk accepted', id: 'Risiko diterima' },
} as const satisfies Record<string, Labels>

/** One of them. */
export type FindingStatus = keyof typeof FINDING_STATUSES

/** All of them. */
export const findingStatuses = Object.keys(FINDING_STATUSES) as FindingStatus[]

/** The most findings of one report. */
export const MAX_FINDINGS = 200

/** The most pictures of one finding. */
export const MAX_PICTURES = 6

/** The most pictures of one report: with the size of each it bounds the size of the file. */
export const MAX_REPORT_PICTURES = 30

/** How often each severity occurs, the gravest first; those that do not occur are there, too. */
export const countSeverities = (
  findings: readonly { severity: Severity }[],
): { count: number; severity: Severity }[] =>
  severities.map((severity) => ({
    count: findings.filter((finding) => finding.severity === severity).length,
    severity,
  }))

/** The order of a report: the gravest first, then as they were found. */
export const sortFindings = <F extends { number: number; severity: Severity }>(
  findings: readonly F[],
): F[] =>
  [...findings].sort(
    (a, b) =>
      severities.indexOf(a.severity) - severities.indexOf(b.severity) || a.number - b.number,
  )

/** How people call a finding: `T-07`. */
export const nameFinding = (number: number): string => `T-${String(number).padStart(2, '0')}`

/** How people call a picture of a finding, counted from 1: `T-07.2`. */
export const namePicture = (finding: number, place: number): string =>
  `${nameFinding(finding)}.${place}`

/** Last instant at which what is sent now can be fetched. */
export const resolveExpiry = (now: Date, days: number): Date =>
  endOfWibDay(addDays(wibDayOf(now), days))

const MINUTE = 60_000

/** How long a link is good for. */
export const LINK_MS = 10 * MINUTE

/** What of a report decides whether it can be fetched. */
export type Fetchable = { expiresAt: Date | null; state: string }

/** Why a report cannot be fetched; nothing when it can. What was never sent is nobody's to fetch. */
export const findRefusal = (
  { expiresAt, state }: Fetchable,
  now: Date,
): 'notFound' | 'report.expired' | 'report.notReady' | 'report.withdrawn' | undefined => {
  if (expiresAt === null) {
    return 'notFound'
  }
  if (state === 'withdrawn') {
    return 'report.withdrawn'
  }
  if (expiresAt <= now) {
    return 'report.expired'
  }
  return state === 'ready' ? undefined : 'report.notReady'
}

/** What of a delivery decides about its retest. */
export type RetestFacts = { allowed: number; followUpUntil: Date | null; used: number }

/** Why no retest can be asked for; null when one can. */
export const findRetestRefusal = (
  { allowed, followUpUntil, used }: RetestFacts,
  now: Date,
): 'over' | 'used' | null => {
  if (used >= allowed) {
    return 'used'
  }
  return followUpUntil !== null && now <= followUpUntil ? null : 'over'
}

/** Name of a report's file. */
export const nameFile = (args: {
  locale: 'en' | 'id'
  number: string
  revision: number
}): string => {
  const { locale, number, revision } = args
  const order = number.replace(/[^\w-]+/g, '-')
  return `${locale === 'en' ? 'security-report' : 'laporan-keamanan'}-${order}-r${revision}.pdf`
}

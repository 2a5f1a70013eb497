import { isChecked } from '../sharedMoves'

/** What the guards of the report look at; `reports/` knows it. */
export type ReportFacts = {
  /** The newest revision: is there one, and can it be sent. */
  report: 'building' | 'failed' | 'none' | 'ready' | 'stale'
  /** Whether the newest revision was issued since the retest was asked for. */
  reportIsOfRetest: boolean
  /** Why no retest can be asked for; null when one can. */
  retestRefusal: 'over' | 'used' | null
}

const REFUSALS = {
  building: {
    en: 'the report is still being built; try again in a minute',
    id: 'laporan masih dibuat; coba lagi sebentar lagi',
  },
  failed: {
    en: 'the newest report could not be built; build it again',
    id: 'laporan terbaru gagal dibuat; buat ulang',
  },
  none: { en: 'no report has been issued yet', id: 'laporan belum diterbitkan' },
  stale: {
    en: 'findings or summary have changed since the report was issued; issue it again',
    id: 'temuan atau ringkasan berubah sejak laporan terbit; terbitkan lagi',
  },
}

/** Delivered is only a report that lies ready, as it was last written. */
export const isReported = (doc: unknown, facts: unknown) => {
  const { report } = facts as ReportFacts
  return report === 'ready' ? isChecked(doc, facts) : REFUSALS[report]
}

/** The result of a retest is a revision of its own. */
export const isRetested = (_: unknown, facts: unknown) => {
  const { report, reportIsOfRetest } = facts as ReportFacts
  if (report !== 'ready') {
    return REFUSALS[report]
  }
  return (
    reportIsOfRetest || {
      en: 'the report of the retest has not been issued yet',
      id: 'laporan hasil uji ulang belum diterbitkan',
    }
  )
}

/** As often as was promised, within the days of the follow-up. */
export const canRetest = (_: unknown, facts: unknown) => {
  const { retestRefusal } = facts as ReportFacts
  switch (retestRefusal) {
    case 'over':
      return { en: 'the days for a retest are over', id: 'masa uji ulang sudah berakhir' }
    case 'used':
      return { en: 'the retest was used already', id: 'jatah uji ulang sudah dipakai' }
    case null:
      return true
  }
}

import type { ArrearsParamsOf } from './arrearsParams'
import type { MessageDefinition } from './definition'

import { notice, nudge } from './audiences'
import { instalmentDueToday, instalmentIssued, instalmentReminder } from './instalment'
import { contractPaidOff, contractRevised } from './instalmentEnd'
import { instalmentLate } from './instalmentLate'

type InstalmentEvent = Extract<keyof ArrearsParamsOf, `contract.${string}` | `instalment.${string}`>

const placeholders = ['nama', 'nomor', 'jumlah', 'total', 'tanggal', 'toko'] as const

/** Everything that is said about instalments that are to be paid, or are paid. */
export const instalmentMessages: { [E in InstalmentEvent]: MessageDefinition<E> } = {
  'contract.paidOff': {
    ...notice,
    label: { en: 'All instalments paid', id: 'Semua cicilan lunas' },
    template: contractPaidOff,
  },
  'contract.revised': {
    ...notice,
    label: { en: 'Schedule changed', id: 'Jadwal cicilan berubah' },
    template: contractRevised,
  },
  'instalment.dueToday': {
    ...nudge,
    label: { en: 'Instalment due today', id: 'Cicilan jatuh tempo hari ini' },
    placeholders,
    template: instalmentDueToday,
    templateBlanks: ['day'],
  },
  'instalment.issued': {
    ...notice,
    label: { en: 'Bill of an instalment', id: 'Tagihan cicilan terbit' },
    placeholders,
    template: instalmentIssued,
  },
  'instalment.late': {
    ...notice,
    label: { en: 'Instalment late', id: 'Cicilan terlambat' },
    placeholders,
    template: instalmentLate,
  },
  'instalment.reminder': {
    ...nudge,
    label: { en: 'Instalment due soon', id: 'Cicilan segera jatuh tempo' },
    placeholders,
    template: instalmentReminder,
    templateBlanks: ['day'],
  },
}

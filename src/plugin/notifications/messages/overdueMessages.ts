import type { ArrearsParamsOf } from './arrearsParams'
import type { MessageDefinition } from './definition'

import { alarm, notice } from './audiences'
import { chanceBroken, chanceDeclined, chanceGranted, chanceWithdrawn } from './chance'
import { chanceAsked } from './chanceAsked'
import { overdueChoice, overdueNotice, overdueWarning } from './overdue'
import { overdueChosen, overdueSettled } from './overdueChosen'
import {
  overdueCapReached,
  overdueChosenByCustomer,
  overdueEscalated,
  overdueProposals,
} from './overdueForStaff'

type OverdueEvent = Extract<keyof ArrearsParamsOf, `chance.${string}` | `overdue.${string}`>

/** Of a message that is about one day. */
const dated = ['nama', 'nomor', 'jumlah', 'total', 'tanggal', 'toko'] as const

/** Everything that is said about arrears, the choice to pay or to suspend, and the chance. */
export const overdueMessages: { [E in OverdueEvent]: MessageDefinition<E> } = {
  'chance.asked': {
    ...alarm,
    label: { en: 'More time asked for (staff)', id: 'Minta perpanjangan waktu (untuk admin)' },
    template: chanceAsked,
  },
  'chance.broken': {
    ...notice,
    label: { en: 'Chance not kept', id: 'Kesempatan lewat' },
    placeholders: dated,
    template: chanceBroken,
  },
  'chance.declined': {
    ...notice,
    label: { en: 'Chance declined', id: 'Kesempatan ditolak' },
    template: chanceDeclined,
  },
  'chance.granted': {
    ...notice,
    label: { en: 'Chance granted', id: 'Kesempatan diberikan' },
    placeholders: dated,
    template: chanceGranted,
  },
  'chance.withdrawn': {
    ...notice,
    label: { en: 'Chance withdrawn', id: 'Kesempatan dicabut' },
    template: chanceWithdrawn,
  },
  'overdue.capReached': {
    ...alarm,
    label: { en: 'Limit of suspensions reached', id: 'Batas penangguhan tercapai' },
    placeholders: ['toko'],
    template: overdueCapReached,
  },
  'overdue.choice': {
    ...notice,
    label: { en: 'Choice to pay or suspend', id: 'Pilihan bayar atau tangguhkan' },
    template: overdueChoice,
  },
  'overdue.chosen': {
    ...notice,
    label: { en: 'Choice recorded', id: 'Pilihan tercatat' },
    template: overdueChosen,
  },
  'overdue.chosenByCustomer': {
    ...alarm,
    label: { en: 'Customer has chosen (staff)', id: 'Pelanggan memilih (untuk admin)' },
    template: overdueChosenByCustomer,
  },
  'overdue.escalated': {
    ...alarm,
    label: { en: 'Long overdue (staff)', id: 'Lama menunggak (untuk admin)' },
    placeholders: dated,
    template: overdueEscalated,
  },
  'overdue.notice': {
    ...notice,
    // By e-mail, unless the admin who sends it names WhatsApp, too.
    channels: ['email', 'whatsapp'],
    label: { en: 'Notice by hand', id: 'Pemberitahuan dari admin' },
    placeholders: dated,
    template: overdueNotice,
    templateBlanks: ['day', 'words'],
  },
  'overdue.proposals': {
    ...alarm,
    label: { en: 'Suspensions proposed (staff)', id: 'Usulan penangguhan (untuk admin)' },
    placeholders: ['jumlah', 'toko'],
    template: overdueProposals,
  },
  'overdue.settled': {
    ...notice,
    label: { en: 'Arrears settled', id: 'Tunggakan lunas' },
    template: overdueSettled,
  },
  'overdue.warning': {
    ...notice,
    label: { en: 'Last notice before suspension', id: 'Peringatan terakhir' },
    template: overdueWarning,
  },
}

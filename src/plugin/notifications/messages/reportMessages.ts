import type { NotificationEvent } from '../schema'
import type { MessageDefinition } from './definition'

import { alarm, notice } from './audiences'
import { reportReady, retestReady, retestWanted } from './report'
import { reportPassword } from './reportPassword'

type ReportEvent = Extract<NotificationEvent, `report.${string}` | `retest.${string}`>

const placeholders = ['nama', 'nomor', 'toko'] as const

/** Everything that is said about reports of security analyses. */
export const reportMessages: { [E in ReportEvent]: MessageDefinition<E> } = {
  'report.password': {
    ...notice,
    channels: ['whatsapp'],
    inApp: false,
    isAwaited: true,
    label: { en: 'Password of the report', id: 'Kata sandi laporan' },
    placeholders,
    template: reportPassword,
  },
  'report.ready': {
    ...notice,
    label: { en: 'Security report is ready', id: 'Laporan keamanan siap' },
    placeholders,
    template: reportReady,
  },
  'retest.ready': {
    ...notice,
    label: { en: 'Report of the retest is ready', id: 'Laporan uji ulang siap' },
    placeholders,
    template: retestReady,
  },
  'retest.wanted': {
    ...alarm,
    label: { en: 'Retest asked for', id: 'Uji ulang diminta' },
    placeholders: ['nomor', 'toko'],
    template: retestWanted,
  },
}

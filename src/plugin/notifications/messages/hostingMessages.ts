import type { MessageDefinition } from './definition'
import type { HostingParamsOf } from './hostingParams'

import { alarm, notice } from './audiences'
import {
  hostingEnded,
  hostingFailed,
  hostingReady,
  hostingResumed,
  hostingSuspended,
} from './hosting'
import {
  hostingContractEnded,
  hostingDecision,
  hostingExporting,
  hostingKept,
  hostingRenewalDue,
} from './hostingEnds'
import { hostingAlarm, hostingChanged, hostingTask } from './hostingForStaff'

type HostingEvent = keyof HostingParamsOf

/** Whether a service is on is never news that one may miss. */
const told = { ...notice, placeholders: ['nama', 'nomor', 'toko'] } as const
const toStaff = { ...alarm, placeholders: ['nomor', 'toko'] } as const

/** Everything that is said about services on servers. */
export const hostingMessages: { [E in HostingEvent]: MessageDefinition<E> } = {
  'hosting.alarm': {
    ...toStaff,
    label: { en: 'Service needs people (staff)', id: 'Layanan perlu ditangani (untuk admin)' },
    template: hostingAlarm,
  },
  'hosting.changed': {
    ...toStaff,
    label: { en: 'Service has changed (staff)', id: 'Status layanan berubah (untuk admin)' },
    template: hostingChanged,
  },
  'hosting.contractEnded': {
    ...told,
    alsoChat: true,
    label: { en: 'Hosting contract has ended', id: 'Kontrak hosting berakhir' },
    template: hostingContractEnded,
  },
  'hosting.decision': {
    ...toStaff,
    label: { en: 'Contract ended, decide (staff)', id: 'Kontrak berakhir, putuskan (untuk admin)' },
    template: hostingDecision,
  },
  'hosting.ended': {
    ...told,
    label: { en: 'Hosting has ended', id: 'Hosting berakhir' },
    template: hostingEnded,
  },
  'hosting.exporting': {
    ...told,
    alsoChat: true,
    label: { en: 'Hosting ends, fetch your data', id: 'Hosting diakhiri, ambil data' },
    template: hostingExporting,
  },
  'hosting.failed': {
    ...told,
    label: { en: 'Hosting could not be made', id: 'Hosting gagal dibuat' },
    template: hostingFailed,
  },
  'hosting.kept': {
    ...told,
    alsoChat: true,
    label: { en: 'Hosting goes on', id: 'Hosting tidak jadi diakhiri' },
    template: hostingKept,
  },
  'hosting.ready': {
    ...told,
    label: { en: 'Hosting is running', id: 'Hosting menyala' },
    template: hostingReady,
  },
  'hosting.renewalDue': {
    ...told,
    alsoChat: true,
    label: { en: 'Hosting contract ends soon', id: 'Kontrak hosting segera berakhir' },
    template: hostingRenewalDue,
  },
  'hosting.resumed': {
    ...told,
    label: { en: 'Hosting is running again', id: 'Hosting menyala lagi' },
    template: hostingResumed,
  },
  'hosting.suspended': {
    ...told,
    alsoChat: true,
    label: { en: 'Hosting is suspended', id: 'Hosting ditangguhkan' },
    template: hostingSuspended,
  },
  'hosting.task': {
    ...toStaff,
    label: { en: 'Task on a server (staff)', id: 'Tugas server (untuk admin)' },
    template: hostingTask,
  },
}

import type { StateOf } from '../../kernel/machine'
import { type Kind, SHARED_STEPS } from '../kind'
import { securityAnalysisMachine } from './machine'

/** Delivery of an analysis of a site's security (B3). */
export const securityAnalysisKind: Kind<StateOf<typeof securityAnalysisMachine>> = {
  checklist: [
    {
      key: 'scope',
      text: {
        en: 'The customer has confirmed site and permission in writing',
        id: 'Pelanggan sudah mengonfirmasi situs dan izinnya secara tertulis',
      },
    },
    {
      key: 'estimate',
      text: {
        en: 'Told the customer schedule and estimate',
        id: 'Jadwal dan perkiraan sudah disampaikan kepada pelanggan',
      },
    },
    {
      byShop: true,
      key: 'report',
      text: {
        en: 'Findings and recommendations are in the report',
        id: 'Temuan dan rekomendasi sudah ada dalam laporan',
      },
    },
    {
      byShop: true,
      key: 'sent',
      text: {
        en: 'Mailed the encrypted PDF, and the password by another way',
        id: 'PDF terenkripsi sudah dikirim, kata sandinya lewat jalan lain',
      },
    },
  ],
  machine: securityAnalysisMachine,
  pledges: { deliverHours: 80, followUpDays: 30, startHours: 24 },
  steps: {
    ...SHARED_STEPS,
    analysing: {
      phase: 'working',
      pledge: 'deliver',
      told: { en: 'We are analysing your site', id: 'Kami menganalisis situs Anda' },
    },
    reported: {
      phase: 'delivered',
      pledge: null,
      told: { en: 'The report has been sent', id: 'Laporan sudah dikirim' },
    },
    retest: {
      phase: 'delivered',
      pledge: 'answer',
      told: {
        en: 'We are looking again at what you have mended',
        id: 'Kami memeriksa ulang perbaikan Anda',
      },
    },
    scheduled: {
      phase: 'working',
      pledge: 'deliver',
      told: { en: 'The analysis is scheduled', id: 'Analisis sudah dijadwalkan' },
    },
    scoping: {
      phase: 'working',
      pledge: 'deliver',
      told: {
        en: 'We are agreeing on the target with you',
        id: 'Kami menyepakati situs dan ruang lingkup dengan Anda',
      },
    },
  },
}

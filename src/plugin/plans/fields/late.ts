import type { Field, GroupField } from 'payload'

import { DEFAULT_LADDER, LADDER_STEPS } from '../ladder'
import { STEP_WORDS } from '../words'
import { planChoice, planNumber, shareGroup } from './parts'

const FEE_KINDS = ['amount', 'percent'] as const

const everyField: Field = {
  ...planChoice({
    name: 'every',
    label: { en: 'Charged', id: 'Dikenakan' },
    options: {
      once: { en: 'once for each instalment', id: 'satu kali tiap cicilan' },
      month: { en: 'again every 30 days', id: 'lagi setiap 30 hari' },
    },
    preset: 'once',
    width: '33%',
  }),
}

/** What being late costs. */
export const lateFeeField: GroupField = shareGroup({
  name: 'lateFee',
  description: {
    en: 'Off unless you choose a kind. Customers read this rule before they order.',
    id: 'Tidak ada, kecuali Anda memilih bentuknya. Pelanggan membaca aturan ini sebelum memesan.',
  },
  fields: [
    {
      type: 'row',
      admin: {
        condition: (_, group) => (FEE_KINDS as readonly unknown[]).includes(group?.kind),
      },
      fields: [
        everyField,
        planNumber({
          description: {
            en: 'Days after the due day that cost nothing.',
            id: 'Hari setelah jatuh tempo yang belum didenda.',
          },
          label: { en: 'Grace (days)', id: 'Masa tenggang (hari)' },
          leaf: 'lateFee.graceDays',
          preset: 0,
          width: '33%',
        }),
        planNumber({
          description: {
            en: 'Most that one instalment can cost in fees; empty: no limit.',
            id: 'Denda terbanyak untuk satu cicilan; kosong: tanpa batas.',
          },
          isRupiah: true,
          label: { en: 'Cap', id: 'Batas denda' },
          leaf: 'lateFee.cap',
          width: '33%',
        }),
      ],
    },
  ],
  label: { en: 'Late fee', id: 'Denda terlambat' },
})

/** What happens on which day when an instalment stays unpaid. */
export const ladderField: GroupField = {
  name: 'ladder',
  type: 'group',
  admin: {
    description: {
      en: 'Days from the due day: -7 is seven days before, 3 is three days after; empty: off.',
      id: 'Hari dari jatuh tempo: -7 berarti tujuh hari sebelumnya, 3 berarti tiga hari sesudahnya; kosong: tidak dipakai.',
    },
  },
  fields: [
    {
      type: 'row',
      fields: LADDER_STEPS.map((step) =>
        planNumber({
          label: STEP_WORDS[step],
          leaf: `ladder.${step}`,
          preset: DEFAULT_LADDER.offsets[step] ?? 0,
          width: '20%',
        }),
      ),
    },
    planChoice({
      name: 'suspension',
      description: {
        en: 'Whether a suspension waits for staff to confirm it.',
        id: 'Apakah penangguhan menunggu persetujuan admin.',
      },
      label: { en: 'How a suspension happens', id: 'Cara menangguhkan' },
      options: {
        propose: { en: 'staff confirm it', id: 'admin menyetujuinya' },
        auto: { en: 'happens by itself', id: 'berjalan sendiri' },
      },
      preset: DEFAULT_LADDER.suspension,
    }),
  ],
  label: { en: 'When an instalment stays unpaid', id: 'Bila cicilan belum dibayar' },
}

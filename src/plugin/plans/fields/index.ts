import type { ArrayField, Condition, Field, NumberField } from 'payload'

import { DEFAULT_CONTRACT_MONTHS } from '../problems'
import { MAX_TENOR } from '../rules/terms'
import { checkContractMonths, checkText } from './checks'
import { ladderField, lateFeeField } from './late'
import { planChoice, planNumber, shareGroup } from './parts'

const MOST_PLANS = 12
const PANEL = '/plugin/plans/admin'

const nameRow: Field = {
  type: 'row',
  fields: [
    {
      name: 'key',
      type: 'text',
      admin: {
        description: {
          en: 'Stands in the address of the order, such as 12x. Renaming it breaks links.',
          id: 'Tampil di alamat pemesanan, misalnya 12x. Bila diganti, tautan lama tidak berlaku.',
        },
        width: '50%',
      },
      label: { en: 'Name', id: 'Nama' },
      validate: checkText('key'),
    },
    planNumber({
      description: {
        en: `Payments after the down payment, 1 to ${MAX_TENOR}; one a month.`,
        id: `Banyaknya pembayaran setelah uang muka, 1 sampai ${MAX_TENOR}; satu tiap bulan.`,
      },
      label: { en: 'Instalments', id: 'Jumlah cicilan' },
      leaf: 'tenor',
      preset: 12,
      width: '50%',
    }),
  ],
}

const downPaymentField = shareGroup({
  name: 'downPayment',
  description: {
    en: 'Paid on the day of the order; per cent counts from the cash price.',
    id: 'Dibayar pada hari pemesanan; persen dihitung dari harga tunai.',
  },
  label: { en: 'Down payment', id: 'Uang muka' },
})

const markupField = shareGroup({
  name: 'markup',
  description: {
    en: 'What instalments cost beyond the cash price; per cent counts from what the down payment leaves.',
    id: 'Tambahan di atas harga tunai; persen dihitung dari sisa setelah uang muka.',
  },
  further: { perMonth: { en: 'per cent for each month', id: 'persen tiap bulan' } },
  label: { en: 'Markup', id: 'Tambahan harga' },
})

const datesRow: Field = {
  type: 'row',
  fields: [
    planNumber({
      description: {
        en: 'Days from the order to the first instalment; 0: the same day.',
        id: 'Hari dari pemesanan sampai cicilan pertama; 0: hari itu juga.',
      },
      label: { en: 'First due after (days)', id: 'Jatuh tempo pertama (hari)' },
      leaf: 'firstDueDays',
      preset: 0,
      width: '33%',
    }),
    planNumber({
      description: {
        en: 'Day of the month on which instalments are due; empty: as the first.',
        id: 'Tanggal jatuh tempo tiap bulan; kosong: mengikuti yang pertama.',
      },
      label: { en: 'Due day', id: 'Tanggal jatuh tempo' },
      leaf: 'dueDay',
      width: '33%',
    }),
    planNumber({
      description: {
        en: 'Paid once, on the day of the order.',
        id: 'Dibayar sekali, pada hari pemesanan.',
      },
      isRupiah: true,
      label: { en: 'Setup fee', id: 'Biaya pemasangan' },
      leaf: 'setupFee',
      preset: 0,
      width: '33%',
    }),
  ],
}

const rulesRow: Field = {
  type: 'row',
  fields: [
    planChoice({
      name: 'payoff',
      description: {
        en: 'What somebody who pays everything early owes.',
        id: 'Yang dibayar pelanggan bila melunasi lebih awal.',
      },
      label: { en: 'Early payoff', id: 'Pelunasan lebih awal' },
      options: {
        full: { en: 'the whole rest', id: 'seluruh sisanya' },
        markupBack: {
          en: 'the rest without its markup',
          id: 'sisanya tanpa tambahan harga',
        },
      },
      preset: 'full',
      width: '50%',
    }),
    planChoice({
      name: 'overpaid',
      description: {
        en: 'Where money goes that was paid beyond what was asked.',
        id: 'Ke mana uang yang dibayar melebihi tagihan.',
      },
      label: { en: 'Paid too much', id: 'Kelebihan bayar' },
      options: {
        next: { en: 'onto the next instalment', id: 'ke cicilan berikutnya' },
        keep: { en: 'aside, to be given back', id: 'disimpan untuk dikembalikan' },
      },
      preset: 'next',
      width: '50%',
    }),
  ],
}

const scheduleField: Field = {
  name: 'schedule',
  type: 'ui',
  admin: { components: { Field: `${PANEL}/PlanPreview#PlanPreview` }, disableListColumn: true },
}

/** How many months a contract covers; `condition` says for which products it is asked. */
export const contractMonthsField = (condition: Condition): NumberField => ({
  name: 'contractMonths',
  type: 'number',
  admin: {
    condition,
    description: {
      en: 'Months of one contract. The cash price is the price of one month times this.',
      id: 'Lama satu kontrak dalam bulan. Harga tunai adalah harga satu bulan kali angka ini.',
    },
    step: 1,
  },
  defaultValue: DEFAULT_CONTRACT_MONTHS,
  label: { en: 'Contract (months)', id: 'Lama kontrak (bulan)' },
  validate: checkContractMonths,
})

/** The ways in which a product can be paid in parts; `condition` says which products have them. */
export const plansField = (condition: Condition): ArrayField => ({
  name: 'plans',
  type: 'array',
  admin: {
    condition,
    description: {
      en: 'Without a plan customers ask for the product on WhatsApp. Contracts that are agreed on keep their terms.',
      id: 'Tanpa rencana, pelanggan memesan lewat WhatsApp. Kontrak yang sudah disepakati tidak berubah.',
    },
    components: { RowLabel: `${PANEL}/PlanLabel#PlanLabel` },
    initCollapsed: true,
  },
  fields: [
    nameRow,
    downPaymentField,
    markupField,
    datesRow,
    rulesRow,
    lateFeeField,
    ladderField,
    scheduleField,
  ],
  label: { en: 'Instalment plans', id: 'Rencana cicilan' },
  labels: {
    plural: { en: 'Instalment plans', id: 'Rencana cicilan' },
    singular: { en: 'Plan', id: 'Rencana' },
  },
  maxRows: MOST_PLANS,
})

import type { SpkInstalment } from '../content'
import type { SpkFacts } from '../template'

import { rupiah, splitRupiah } from '../../kernel/money'
import { addMonths, wibDay } from '../../kernel/time'
import { maskNik } from '../nik'

const TOTAL = 3_900_000
const UP_FRONT = 900_000
const FIRST_DUE = wibDay('2026-02-01')

const INSTALMENTS: SpkInstalment[] = [
  { amount: UP_FRONT, dueOn: wibDay('2026-01-08'), kind: 'downPayment', seq: 1 },
  ...splitRupiah(rupiah(TOTAL - UP_FRONT), 12).map((amount, at) => ({
    amount,
    dueOn: addMonths({ anchor: FIRST_DUE, months: at }),
    kind: 'instalment' as const,
    seq: at + 2,
  })),
]

/** An order of nobody, with everything that an agreement can speak of: previews are made of it. */
export const SAMPLE_FACTS: Omit<SpkFacts, 'disputeCity' | 'place' | 'provider' | 'template'> = {
  agreementOn: wibDay('2026-01-05'),
  customer: {
    address: {
      city: 'Kota Contoh',
      postalCode: '12345',
      province: 'Provinsi Contoh',
      street: 'Jalan Contoh Nomor 1, RT 001 RW 002',
    },
    company: { name: 'PT Contoh Pelanggan', nib: '1234567890123', title: 'Direktur' },
    email: 'pelanggan@contoh.example',
    name: 'Nama Pelanggan',
    nikMark: '',
    nikMasked: maskNik('0000000000000000'),
    phone: '+6281200000000',
  },
  instalments: INSTALMENTS,
  late: {
    fee: 'Keterlambatan dikenai denda Rp25.000 mulai hari ke-4 setelah jatuh tempo, satu kali.',
    suspendAfterDays: 7,
  },
  lines: [
    {
      amount: 3_600_000,
      quantity: 1,
      spec: '2 vCPU, 4 GB RAM, 80 GB NVMe',
      title: 'VPS Contoh',
      unitPrice: 3_600_000,
    },
  ],
  months: 12,
  payWithinDays: 3,
  orderNumber: 'CONTOH-000001',
  price: { cash: 3_600_000, downPayment: 600_000, markup: 0, setupFee: 300_000, total: TOTAL },
  revision: 0,
}

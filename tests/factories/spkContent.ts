import { createHmac } from 'node:crypto'
import { rupiah, splitRupiah } from '@/plugin/kernel/money'
import { addMonths, wibDay } from '@/plugin/kernel/time'
import type { MeteraiMode, SpkContent } from '@/plugin/spk/content'
import type { SpkIssue } from '@/plugin/spk/document'
import { maskNik } from '@/plugin/spk/nik'
import { buildContent, buildDefaultTemplate, hashContent } from '@/plugin/spk/template'
import type { SpkFacts } from '@/plugin/spk/template'

/** Sixteen digits of nobody. */
export const NIK = '3174010203900001'

/** A seller of nobody. */
export const PROVIDER = {
  address: 'Gedung Contoh Lantai 5, Jalan Jenderal Sudirman Kaveling 1, Jakarta Pusat 10220',
  email: 'halo@toko.example',
  legalName: 'PT Hanzamas Teknologi Contoh',
  nib: '1234567890123',
  npwp: '01.234.567.8-901.000',
  phone: '+622150001234',
  representative: 'Siti Rahmawati',
  representativeTitle: 'Direktur',
}

const FIRST_DUE = wibDay('2026-12-05')

type Wish = { mode?: MeteraiMode; tenor?: number } & Partial<SpkFacts>

/** Facts of one order: a year of a VPS, a set-up fee, a mark-up, and a down payment. */
export const spkFacts = ({ mode = 'e-first', tenor = 12, ...wish }: Wish = {}): SpkFacts => {
  const total = 12_900_000
  const upFront = 1_500_000
  const rows = splitRupiah(rupiah(total - upFront), tenor)
  return {
    agreementOn: wibDay('2026-11-21'),
    customer: {
      address: {
        city: 'Kota Bandung',
        postalCode: '40115',
        province: 'Jawa Barat',
        street: 'Jalan Merdeka Nomor 10 RT 003 RW 007, Kelurahan Citarum',
      },
      company: null,
      email: 'budi@pelanggan.example',
      name: 'Budi Santoso',
      nikMark: 'a1b2c3d4',
      nikMasked: maskNik(NIK),
      phone: '+6281234567890',
    },
    instalments: [
      { amount: upFront, dueOn: wibDay('2026-11-28'), kind: 'downPayment', seq: 1 },
      ...rows.map((amount, at) => ({
        amount,
        dueOn: addMonths({ anchor: FIRST_DUE, months: at }),
        kind: 'instalment' as const,
        seq: at + 2,
      })),
    ],
    late: { fee: null, suspendAfterDays: 7 },
    lines: [
      {
        amount: 12_000_000,
        quantity: 1,
        spec: '4 vCPU, 8 GB RAM, 160 GB NVMe, Jakarta',
        title: 'VPS Bisnis',
        unitPrice: 12_000_000,
      },
    ],
    months: 12,
    orderNumber: 'HZ-000123',
    disputeCity: 'Jakarta Pusat',
    payWithinDays: 3,
    place: 'Jakarta',
    price: {
      cash: 12_000_000,
      downPayment: 1_200_000,
      markup: 600_000,
      setupFee: 300_000,
      total,
    },
    provider: PROVIDER,
    revision: 0,
    template: { id: 'bawaan', version: 1, ...buildDefaultTemplate(mode) },
    ...wish,
  }
}

/** The same, frozen. */
export const spkContent = (wish: Wish = {}): SpkContent => buildContent(spkFacts(wish))

/** Eight hex digits, as a shop with this key signs. */
export const signSpk = (text: string): string =>
  createHmac('sha256', 'kunci-uji').update(text).digest('hex').slice(0, 8)

/** What a content is issued with. */
export const spkIssue = (content: SpkContent, wish: Partial<SpkIssue> = {}): SpkIssue => ({
  at: new Date('2026-11-21T03:00:00Z'),
  challenge: '4821',
  contentHash: hashContent(content),
  number: '001/SPK/HZ/XI/2026',
  sign: signSpk,
  token: 'k3J9xQ2mVb7Lr0PzYtWc1A',
  verifyUrl: 'https://hanzamas.tech',
  ...wish,
})

import type { Labels } from '../../kernel/errors'
import type { MeteraiMode, SpkContent, SpkFormer } from '../content'

import { formatRupiah } from '../../kernel/money'
import { formatDay } from '../../kernel/time'
import { nameInstalments } from './instalments'

/** One thing that an agreement says, in words; `value` is empty when it says nothing. */
export type SpkEntry = {
  field: string
  isRequired: boolean
  label: Labels
  value: string
}

const MODE_NAMES: Readonly<Record<MeteraiMode, string>> = {
  'e-first': 'e-Meterai sebelum tanda tangan basah',
  'e-last': 'e-Meterai setelah tanda tangan basah',
  tempel: 'meterai tempel',
}

/** An earlier agreement by its number and its day. */
export const nameFormer = ({ agreementOn, number }: SpkFormer): string =>
  `nomor ${number} tanggal ${formatDay(agreementOn)}`

type Row = readonly [field: string, id: string, en: string, value: string, isRequired?: boolean]

const toEntry = ([field, id, en, value, isRequired = true]: Row): SpkEntry => ({
  field,
  isRequired,
  label: { id, en },
  value,
})

const documentRows = (content: SpkContent): Row[] => [
  ['orderNumber', 'Nomor pesanan', 'Order number', content.orderNumber],
  ['agreementOn', 'Tanggal perjanjian', 'Day of the agreement', formatDay(content.agreementOn)],
  [
    'former',
    'Memperpanjang perjanjian',
    'Goes on with the agreement',
    content.former ? nameFormer(content.former) : '',
    false,
  ],
  ['place', 'Tempat', 'Place', content.place],
  ['disputeCity', 'Pengadilan Negeri', 'Court of', content.disputeCity],
  ['mode', 'Bentuk meterai', 'Kind of stamp', MODE_NAMES[content.mode]],
  ['months', 'Masa layanan', 'Months of service', `${content.months} bulan`],
]

const providerRows = ({ provider }: SpkContent): Row[] => [
  ['provider.legalName', 'Nama penyedia', 'Provider', provider.legalName],
  ['provider.address', 'Alamat penyedia', 'Provider’s address', provider.address],
  ['provider.representative', 'Wakil penyedia', 'Signs for the provider', provider.representative],
  ['provider.representativeTitle', 'Jabatan wakil', 'Their title', provider.representativeTitle],
  ['provider.nib', 'NIB penyedia', 'Provider’s NIB', provider.nib, false],
  ['provider.npwp', 'NPWP penyedia', 'Provider’s NPWP', provider.npwp, false],
  ['provider.email', 'Surel penyedia', 'Provider’s e-mail', provider.email],
  ['provider.phone', 'Telepon penyedia', 'Provider’s phone', provider.phone],
]

const addressRows = ({ customer: { address } }: SpkContent): Row[] => [
  ['customer.address.street', 'Jalan', 'Street', address.street],
  ['customer.address.city', 'Kota atau kabupaten', 'City', address.city],
  ['customer.address.province', 'Provinsi', 'Province', address.province],
  ['customer.address.postalCode', 'Kode pos', 'Postal code', address.postalCode],
]

const companyRows = ({ customer: { company } }: SpkContent): Row[] =>
  company
    ? [
        ['customer.company.name', 'Nama badan', 'Company', company.name],
        ['customer.company.nib', 'NIB badan', 'Company’s NIB', company.nib, false],
        ['customer.company.title', 'Jabatan', 'Title', company.title],
      ]
    : []

const customerRows = (content: SpkContent): Row[] => [
  ['customer.name', 'Nama pelanggan', 'Customer', content.customer.name],
  ['customer.nikMasked', 'NIK', 'NIK', content.customer.nikMasked],
  ...companyRows(content),
  ...addressRows(content),
  ['customer.phone', 'Telepon pelanggan', 'Customer’s phone', content.customer.phone],
  ['customer.email', 'Surel pelanggan', 'Customer’s e-mail', content.customer.email],
]

const lineRows = ({ lines }: SpkContent): Row[] =>
  lines.flatMap((line, at): Row[] => {
    const { amount, quantity, spec, title, unitPrice } = line
    const sum = `${quantity} × ${formatRupiah(unitPrice)} = ${formatRupiah(amount)}`
    const name = `Layanan ${at + 1}`
    return [
      [`lines.${at}.title`, name, `Service ${at + 1}`, title],
      [`lines.${at}.spec`, `${name}: rincian`, `Service ${at + 1}: details`, spec, false],
      [`lines.${at}.amount`, `${name}: harga`, `Service ${at + 1}: price`, sum],
    ]
  })

const priceRows = ({ price }: SpkContent): Row[] => [
  ['price.cash', 'Harga tunai', 'Cash price', formatRupiah(price.cash)],
  ['price.setupFee', 'Biaya pemasangan', 'Set-up fee', formatRupiah(price.setupFee)],
  ['price.markup', 'Selisih harga angsuran', 'Mark-up', formatRupiah(price.markup)],
  ['price.downPayment', 'Uang muka', 'Down payment', formatRupiah(price.downPayment)],
  ['price.total', 'Harga seluruhnya', 'Total', formatRupiah(price.total)],
]

const scheduleRows = ({ instalments }: SpkContent): Row[] =>
  nameInstalments(instalments).map(({ amount, dueOn, name }, at): Row => {
    const value = `${formatRupiah(amount)}, jatuh tempo ${formatDay(dueOn)}`
    return [`instalments.${at}`, name.id, name.en, value]
  })

const lateRows = ({ late, payWithinDays }: SpkContent): Row[] => [
  [
    'payWithinDays',
    'Bila dikonfirmasi setelah jatuh tempo pertama, dibayar dalam',
    'When confirmed after the first due day, paid within',
    `${payWithinDays} hari`,
  ],
  ['late.fee', 'Denda keterlambatan', 'Late fee', late.fee ?? '', false],
  [
    'late.suspendAfterDays',
    'Penangguhan setelah jatuh tempo',
    'Suspension after the due day',
    `${late.suspendAfterDays} hari`,
  ],
]

const clauseRows = ({ clauses }: SpkContent): Row[] =>
  clauses.flatMap(({ body, key, title }, at): Row[] => [
    [`clauses.${key}.title`, `Judul Pasal ${at + 1}`, `Title of Pasal ${at + 1}`, title],
    [`clauses.${key}.body`, `Pasal ${at + 1} ${title}`, `Pasal ${at + 1} ${title}`, body],
  ])

/** Everything that an agreement says, in the order of its pages: what people compare and check. */
export const describeContent = (content: SpkContent): SpkEntry[] =>
  [
    ...documentRows(content),
    ...providerRows(content),
    ...customerRows(content),
    ...lineRows(content),
    ...priceRows(content),
    ...scheduleRows(content),
    ...lateRows(content),
    ...clauseRows(content),
  ].map(toEntry)

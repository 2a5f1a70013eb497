import type { PdfBlock } from '../../kernel/pdf'
import type { SpkClause, SpkContent } from '../content'

import { formatRupiah } from '../../kernel/money'
import { formatDay, spellDay } from '../../kernel/time'
import { nameAddendum, nameFormer, nameInstalments } from '../template'
import { setClause } from './paragraphs'

const paragraph = (text: string): PdfBlock => ({ kind: 'paragraph', text })

type FactRow = readonly [label: string, value: string]

const facts = (rows: readonly FactRow[]): PdfBlock => ({
  kind: 'facts',
  rows: rows.filter(([, value]) => value !== ''),
})

const NAME = 'Surat Perjanjian Kerjasama'

const setTitle = ({ fontSize, former }: SpkContent, printedNumber: string): PdfBlock[] => {
  const title = `${former ? `${nameAddendum(former.ordinal)} ` : ''}${NAME}`.toUpperCase()
  return [
    { font: 'bold', gap: 0, kind: 'centred', size: fontSize + 5, text: title },
    { gap: 2, kind: 'centred', size: fontSize + 1, text: printedNumber },
    ...(former
      ? [
          {
            gap: 2,
            kind: 'centred',
            size: fontSize,
            text: `atas ${NAME} ${nameFormer(former)}`,
          } as const,
        ]
      : []),
  ]
}

const setProvider = ({ provider }: SpkContent): PdfBlock[] => [
  facts([
    ['Nama', provider.legalName],
    ['Alamat', provider.address],
    ['NIB', provider.nib],
    ['NPWP', provider.npwp],
    ['Telepon', provider.phone],
    ['Surel', provider.email],
  ]),
  paragraph(
    `dalam hal ini diwakili oleh ${provider.representative} selaku ${provider.representativeTitle}, selanjutnya disebut PIHAK PERTAMA; dan`,
  ),
]

const actsFor = ({ company }: SpkContent['customer']): string => {
  if (!company) {
    return 'bertindak untuk diri sendiri'
  }
  const nib = company.nib === '' ? '' : ` (NIB ${company.nib})`
  return `bertindak untuk dan atas nama ${company.name}${nib} selaku ${company.title}`
}

const setCustomer = ({ customer }: SpkContent, nik: string): PdfBlock[] => {
  const { city, postalCode, province, street } = customer.address
  return [
    facts([
      ['Nama', customer.name],
      ['NIK', nik],
      ['Alamat', `${street}, ${city}, ${province} ${postalCode}`],
      ['Telepon', customer.phone],
      ['Surel', customer.email],
    ]),
    paragraph(`${actsFor(customer)}, selanjutnya disebut PIHAK KEDUA.`),
  ]
}

/** The premises before the last end with "dan". */
const setReasons = ({ former, orderNumber }: SpkContent): PdfBlock[] => {
  const reasons = [
    `bahwa PIHAK KEDUA memesan layanan tersebut dengan nomor pesanan ${orderNumber} dan telah memeriksa rinciannya`,
    ...(former
      ? [
          `bahwa pesanan itu memperpanjang layanan dalam ${NAME} ${nameFormer(former)}, sehingga adendum ini menjadi bagian yang tidak terpisahkan darinya dan berlaku sejak masa layanan yang diperpanjang dimulai`,
        ]
      : []),
  ]
  return reasons.map((text, at) => ({
    kind: 'item',
    label: `${'bc'[at]}.`,
    level: 0,
    text: `${text}${at === reasons.length - 1 ? '.' : '; dan'}`,
  }))
}

const setPremises = (content: SpkContent): PdfBlock[] => [
  {
    blocks: [
      paragraph(
        'PIHAK PERTAMA dan PIHAK KEDUA bersama-sama disebut Para Pihak. Para Pihak terlebih dahulu menerangkan:',
      ),
      {
        kind: 'item',
        label: 'a.',
        level: 0,
        text: `bahwa PIHAK PERTAMA menyediakan layanan digital;${content.former ? '' : ' dan'}`,
      },
    ],
    kind: 'together',
  },
  ...setReasons(content),
  paragraph(
    `Berdasarkan hal tersebut, Para Pihak sepakat mengikatkan diri dalam ${content.former ? 'adendum ' : ''}${NAME} ini (selanjutnya disebut Perjanjian) dengan ketentuan sebagai berikut.`,
  ),
]

const setOrder = ({ lines }: SpkContent): PdfBlock => ({
  columns: [
    { head: 'Layanan', width: 3.6 },
    { align: 'right', head: 'Jumlah', width: 1.2 },
    { align: 'right', head: 'Harga satuan', width: 2.6 },
    { align: 'right', head: 'Harga', width: 2.6 },
  ],
  kind: 'table',
  rows: lines.map(({ amount, quantity, spec, title, unitPrice }) => [
    spec === '' ? title : `${title}\n${spec}`,
    String(quantity),
    formatRupiah(unitPrice),
    formatRupiah(amount),
  ]),
})

const setSchedule = ({ instalments, price }: SpkContent): PdfBlock => ({
  columns: [
    { head: 'No.', width: 0.8 },
    { head: 'Keterangan', width: 3 },
    { head: 'Jatuh tempo', width: 3 },
    { align: 'right', head: 'Jumlah', width: 2.4 },
  ],
  hasTotal: true,
  kind: 'table',
  rows: [
    ...nameInstalments(instalments).map(({ amount, dueOn, name }, at) => [
      String(at + 1),
      name.id,
      formatDay(dueOn),
      formatRupiah(amount),
    ]),
    ['', 'Jumlah seluruhnya', '', formatRupiah(price.total)],
  ],
})

const TABLES: Readonly<Record<string, (content: SpkContent) => PdfBlock>> = {
  object: setOrder,
  price: setSchedule,
}

const setArticle = (
  content: SpkContent,
  { body, key, title }: SpkClause,
  at: number,
): PdfBlock[] => {
  const { fontSize: size } = content
  return [
    { font: 'bold', gap: 14, kind: 'centred', size, text: `Pasal ${at + 1}` },
    { font: 'bold', gap: 0, kind: 'centred', size, text: title },
    ...setClause(body),
    ...(TABLES[key] ? [TABLES[key](content)] : []),
  ]
}

/** The agreement from its title to its last clause, in the order in which it is read. */
export const setBody = (
  content: SpkContent,
  { nik, printedNumber }: { nik: string; printedNumber: string },
): PdfBlock[] => [
  ...setTitle(content, printedNumber),
  paragraph(
    `Pada hari ini, ${spellDay(content.agreementOn)}, bertempat di ${content.place}, yang bertanda tangan di bawah ini:`,
  ),
  ...setProvider(content),
  ...setCustomer(content, nik),
  ...setPremises(content),
  ...content.clauses.flatMap((clause, at) => setArticle(content, clause, at)),
]

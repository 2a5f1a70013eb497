import type { SpkContent } from '../content'

import { formatRupiah, rupiah, spellNumber, terbilang } from '../../kernel/money'
import { formatDay } from '../../kernel/time'

/** What clauses are filled with. */
export type ClauseFacts = Omit<SpkContent, 'clauses' | 'fontSize' | 'mode' | 'template'>

const inWords = (amount: number): string => `${formatRupiah(amount)} (${terbilang(rupiah(amount))})`

const count = (value: number, unit: string): string => `${value} (${spellNumber(value)}) ${unit}`

/** 'a', 'a dan b', 'a, b, dan c'. */
const enumerate = (parts: readonly string[]): string => {
  const last = parts.at(-1) ?? ''
  const before = parts.slice(0, -1)
  return before.length > 1 ? `${before.join(', ')}, dan ${last}` : [...before, last].join(' dan ')
}

const priceParts = ({ price }: ClauseFacts): string =>
  enumerate([
    `harga tunai ${formatRupiah(price.cash)}`,
    ...(price.setupFee > 0 ? [`biaya pemasangan ${formatRupiah(price.setupFee)}`] : []),
    ...(price.markup > 0 ? [`selisih harga angsuran ${formatRupiah(price.markup)}`] : []),
  ])

const paymentParts = ({ instalments }: ClauseFacts): string => {
  const upFront = instalments.filter(({ kind }) => kind === 'downPayment')
  const later = instalments.length - upFront.length
  const sum = upFront.reduce((total, { amount }) => total + amount, 0)
  return enumerate([
    ...(upFront.length > 0 ? [`pembayaran di muka sebesar ${inWords(sum)}`] : []),
    ...(later > 0
      ? [count(later, instalments.length > 1 ? 'kali angsuran' : 'kali pembayaran')]
      : []),
  ])
}

const dueDay = ({ instalments }: ClauseFacts, at: 0 | -1): string => {
  const row = instalments.at(at)
  return row ? formatDay(row.dueOn) : ''
}

/** Everything that a clause may name in double braces, and what it becomes. */
const PLACEHOLDERS = {
  alamatPenyedia: ({ provider }) => provider.address,
  caraBayar: paymentParts,
  denda: ({ late }) => late.fee ?? 'PIHAK PERTAMA tidak mengenakan denda keterlambatan.',
  hargaTotal: ({ price }) => inWords(price.total),
  hariBayar: ({ payWithinDays }) => count(payWithinDays, 'Hari'),
  hariPenangguhan: ({ late }) => count(late.suspendAfterDays, 'Hari'),
  jatuhTempoPertama: (facts) => dueDay(facts, 0),
  jatuhTempoTerakhir: (facts) => dueDay(facts, -1),
  kontakPenyedia: ({ provider }) => `${provider.email} atau ${provider.phone}`,
  kota: ({ place }) => place,
  kotaPengadilan: ({ disputeCity }) => disputeCity,
  masaLayanan: ({ months }) => count(months, 'bulan'),
  namaPelanggan: ({ customer }) => customer.name,
  namaPenyedia: ({ provider }) => provider.legalName,
  nomorPesanan: ({ orderNumber }) => orderNumber,
  surelPenyedia: ({ provider }) => provider.email,
  susunanHarga: priceParts,
  teleponPenyedia: ({ provider }) => provider.phone,
  uangMuka: ({ price }) => inWords(price.downPayment),
} as const satisfies Record<string, (facts: ClauseFacts) => string>

/** Names that staff may use in clauses, for the help beside the field. */
export const PLACEHOLDER_NAMES = Object.keys(PLACEHOLDERS)

const MARK = /\{\{([^{}]*)\}\}/g

const ARTICLE = /^pasal:([\w-]+)$/

const isKnown = (name: string): name is keyof typeof PLACEHOLDERS =>
  Object.hasOwn(PLACEHOLDERS, name)

/** Names in double braces that mean nothing: misspelt, or a clause that is not there. Each once. */
export const findUnknownPlaceholders = (text: string, clauseKeys: readonly string[]): string[] => {
  const names = [...text.matchAll(MARK)].map(([, name = '']) => name)
  const strange = names.filter((name) => {
    const key = ARTICLE.exec(name)?.[1]
    return key === undefined ? !isKnown(name) : !clauseKeys.includes(key)
  })
  // Braces that are left over are a placeholder that was begun or ended wrongly.
  const torn = /\{\{|\}\}/.exec(text.replace(MARK, ''))
  return [...new Set([...strange, ...(torn ? [torn[0]] : [])])]
}

/** Fills a clause. What means nothing stays as it is written, and is a fault of the content. */
export const fillPlaceholders = (
  text: string,
  { clauseKeys, facts }: { clauseKeys: readonly string[]; facts: ClauseFacts },
): string =>
  text.replace(MARK, (whole, name: string) => {
    const key = ARTICLE.exec(name)?.[1]
    if (key !== undefined) {
      return clauseKeys.includes(key) ? `Pasal ${clauseKeys.indexOf(key) + 1}` : whole
    }
    return isKnown(name) ? PLACEHOLDERS[name](facts) : whole
  })

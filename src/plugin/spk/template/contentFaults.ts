import type { Labels } from '../../kernel/errors'
import type { SpkContent } from '../content'
import type { SpkFault } from './fault'

import { formatRupiah } from '../../kernel/money'
import { loadOnce } from '../../kernel/queue/loadOnce'
import { holdsNik } from '../nik'
import { describeContent, type SpkEntry } from './entries'
import { findFontSizeFaults } from './fontSize'

/** What can be wrong with a content that is about to be frozen. */
export type ContentFaultCode =
  'amount' | 'fontSize' | 'glyphs' | 'nik' | 'order' | 'placeholder' | 'required' | 'sum'

type Fault = SpkFault<ContentFaultCode>

const loadPdf = loadOnce(() => import('../../kernel/pdf'))

const findBlanks = (entries: readonly SpkEntry[]): Fault[] =>
  entries
    .filter(({ isRequired, value }) => isRequired && value.trim() === '')
    .map(({ field, label }) => ({
      code: 'required',
      field,
      text: { id: `${label.id} masih kosong.`, en: `${label.en} is missing.` },
    }))

const findGlyphFaults = async (entries: readonly SpkEntry[]): Promise<Fault[]> => {
  const { findUnknownLetters } = await loadPdf()
  const faults = await Promise.all(
    entries.map(async ({ field, label, value }): Promise<Fault[]> => {
      const [regular, bold] = [
        await findUnknownLetters(value),
        await findUnknownLetters(value, 'bold'),
      ]
      const letters = [...new Set([...regular, ...bold])].join(' ')
      const text = {
        id: `${label.id} memuat huruf yang tidak dapat dicetak: ${letters}`,
        en: `${label.en} holds letters that cannot be printed: ${letters}`,
      }
      return letters === '' ? [] : [{ code: 'glyphs', field, text }]
    }),
  )
  return faults.flat()
}

const sumOf = (amounts: readonly number[]): number =>
  amounts.reduce((sum, amount) => sum + amount, 0)

const findSumFaults = ({ instalments, price }: SpkContent): Fault[] => {
  const say = (field: string, sum: number, { id, en }: Labels): Fault[] => {
    const text = {
      id: `${id} ${formatRupiah(sum)}, bukan ${formatRupiah(price.total)}.`,
      en: `${en} ${formatRupiah(sum, 'en')}, not ${formatRupiah(price.total, 'en')}.`,
    }
    return sum === price.total ? [] : [{ code: 'sum', field, text }]
  }
  const parts = price.cash + price.setupFee + price.markup
  const scheduled = sumOf(instalments.map(({ amount }) => amount))
  return [
    ...say('price.total', parts, {
      id: 'Bagian-bagian harga berjumlah',
      en: 'The parts of the price make',
    }),
    ...say('instalments', scheduled, {
      id: 'Jadwal angsuran berjumlah',
      en: 'The schedule makes',
    }),
  ]
}

const NOTHING_DUE = {
  id: 'Jumlah angsuran harus lebih dari nol.',
  en: 'The amount must be above zero.',
}

const OUT_OF_ORDER = {
  id: 'Tanggal jatuh tempo mendahului baris sebelumnya.',
  en: 'The due day comes before that of the row above.',
}

const findScheduleFaults = ({ instalments }: SpkContent): Fault[] =>
  instalments.flatMap(({ amount, dueOn }, at): Fault[] => {
    const field = `instalments.${at}`
    const before = instalments[at - 1]
    const isEarly = before !== undefined && dueOn < before.dueOn
    return [
      ...(amount > 0 ? [] : [{ code: 'amount', field, text: NOTHING_DUE } as const]),
      ...(isEarly ? [{ code: 'order', field, text: OUT_OF_ORDER } as const] : []),
    ]
  })

const findMonthFaults = ({ months }: SpkContent): Fault[] => {
  const text = {
    id: 'Masa layanan paling sedikit satu bulan.',
    en: 'The service lasts a month at least.',
  }
  return months >= 1 ? [] : [{ code: 'amount', field: 'months', text }]
}

const findLeftBraces = (entries: readonly SpkEntry[]): Fault[] =>
  entries
    .filter(({ field, value }) => field.startsWith('clauses.') && /\{\{|\}\}/.test(value))
    .map(({ field, label }) => ({
      code: 'placeholder',
      field,
      text: {
        id: `${label.id} memuat isian yang belum terisi.`,
        en: `${label.en} holds a placeholder that was not filled.`,
      },
    }))

/** Companies have tax numbers of sixteen digits, so the provider's own are no NIK. */
const findNiks = (entries: readonly SpkEntry[]): Fault[] =>
  entries
    .filter(({ field, value }) => /^(?:customer|clauses)\./.test(field) && holdsNik(value))
    .map(({ field, label }) => ({
      code: 'nik',
      field,
      text: {
        id: `${label.id} memuat NIK lengkap; NIK hanya disimpan terenkripsi.`,
        en: `${label.en} holds a whole NIK; a NIK is only kept encrypted.`,
      },
    }))

const EMPTY_LISTS = [
  ['instalments', { id: 'Jadwal angsuran masih kosong.', en: 'The schedule is empty.' }],
  ['lines', { id: 'Rincian layanan masih kosong.', en: 'There is nothing in the order.' }],
  ['clauses', { id: 'Pasal belum ada.', en: 'There are no clauses.' }],
] as const

const findEmptyLists = (content: SpkContent): Fault[] =>
  EMPTY_LISTS.filter(([field]) => content[field].length === 0).map(([field, text]) => ({
    code: 'required',
    field,
    text,
  }))

/** Everything that keeps a content from being sent to the customer, all at once. */
export const findContentFaults = async (content: SpkContent): Promise<Fault[]> => {
  const entries = describeContent(content)
  return [
    ...findBlanks(entries),
    ...findEmptyLists(content),
    ...findFontSizeFaults(content.fontSize),
    ...findMonthFaults(content),
    ...findSumFaults(content),
    ...findScheduleFaults(content),
    ...findLeftBraces(entries),
    ...findNiks(entries),
    ...(await findGlyphFaults(entries)),
  ]
}

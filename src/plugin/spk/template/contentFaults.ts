import type { SpkContent } from '../content'
import type { SpkFault } from './fault'

import { formatRupiah } from '../../kernel/money'
import { loadOnce } from '../../kernel/queue/loadOnce'
import { describeContent, type SpkEntry } from './entries'
import { holdsNik } from './nik'
import { LEAST_FONT_SIZE, MOST_FONT_SIZE } from './template'

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
  const parts = price.cash + price.setupFee + price.markup
  const scheduled = sumOf(instalments.map(({ amount }) => amount))
  const say = (field: string, sum: number, id: string, en: string): Fault[] =>
    sum === price.total
      ? []
      : [
          {
            code: 'sum',
            field,
            text: {
              id: `${id} ${formatRupiah(sum)}, bukan ${formatRupiah(price.total)}.`,
              en: `${en} ${formatRupiah(sum, 'en')}, not ${formatRupiah(price.total, 'en')}.`,
            },
          },
        ]
  return [
    ...say('price.total', parts, 'Bagian-bagian harga berjumlah', 'The parts of the price make'),
    ...say('instalments', scheduled, 'Jadwal angsuran berjumlah', 'The schedule makes'),
  ]
}

const findScheduleFaults = ({ instalments }: SpkContent): Fault[] =>
  instalments.flatMap(({ amount, dueOn }, at) => {
    const field = `instalments.${at}`
    const before = instalments[at - 1]
    const isLate = before !== undefined && before.dueOn > dueOn
    return [
      ...(Number.isSafeInteger(amount) && amount > 0
        ? []
        : [
            {
              code: 'amount' as const,
              field,
              text: {
                id: 'Jumlah angsuran harus lebih dari nol.',
                en: 'The amount must be above zero.',
              },
            },
          ]),
      ...(isLate
        ? [
            {
              code: 'order' as const,
              field,
              text: {
                id: 'Tanggal jatuh tempo mendahului baris sebelumnya.',
                en: 'The due day comes before that of the row above.',
              },
            },
          ]
        : []),
    ]
  })

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

const findSizeFaults = ({ fontSize }: SpkContent): Fault[] =>
  fontSize >= LEAST_FONT_SIZE && fontSize <= MOST_FONT_SIZE
    ? []
    : [
        {
          code: 'fontSize',
          field: 'fontSize',
          text: {
            id: `Ukuran huruf harus ${LEAST_FONT_SIZE} sampai ${MOST_FONT_SIZE} pt.`,
            en: `The type must be ${LEAST_FONT_SIZE} to ${MOST_FONT_SIZE} pt.`,
          },
        },
      ]

/** Everything that keeps a content from being sent to the customer, all at once. */
export const findContentFaults = async (content: SpkContent): Promise<Fault[]> => {
  const entries = describeContent(content)
  return [
    ...findBlanks(entries),
    ...findEmptyLists(content),
    ...findSizeFaults(content),
    ...findSumFaults(content),
    ...findScheduleFaults(content),
    ...findLeftBraces(entries),
    ...findNiks(entries),
    ...(await findGlyphFaults(entries)),
  ]
}

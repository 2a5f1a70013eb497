import fc from 'fast-check'
import Papa from 'papaparse'
import { describe, expect, it } from 'vitest'

import { toCsv } from '@/plugin/kernel/csv'

type Row = { amount: number; text: string }

const columns = [
  { head: 'Teks', read: ({ text }: Row) => text },
  { head: 'Jumlah', read: ({ amount }: Row) => amount },
]

const read = (text: string, delimiter: string): string[][] =>
  Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter, skipEmptyLines: true }).data

describe('A file for spreadsheets', () => {
  it('begins with a BOM, has headings and ends its lines as RFC 4180 says', () => {
    const text = toCsv({ columns, locale: 'id', rows: [{ amount: -750_000, text: 'Situs' }] })
    expect(text).toBe('\uFEFFTeks;Jumlah\r\nSitus;-750000\r\n')
    expect(toCsv({ columns, locale: 'en', rows: [] })).toBe('\uFEFFTeks,Jumlah\r\n')
  })

  it.each([
    '=HYPERLINK("https://jahat.example";"klik")',
    '+62812',
    '-2+3',
    '@SUM(A1)',
    '\t=1+1',
    '\r=1+1',
    '\n=1+1',
    '\u0000=1+1',
    ' =1+1',
    '\u200B=1+1',
    '\uFEFF@SUM(A1)',
    '＝1+1',
    '＋62812',
    '－2+3',
    '＠SUM(A1)',
    '﹦1+1',
    '=1+1";"=2+2',
  ])('writes %j as text, not as a formula', (typed) => {
    const [, row] = read(toCsv({ columns, locale: 'id', rows: [{ amount: 1, text: typed }] }), ';')
    expect(row?.[0]).toBe(`'${typed}`)
  })

  it('leaves words alone that only hold such a sign', () => {
    for (const typed of ['a=b', 'Budi + Siti', 'budi@contoh.id', '(021) 555', '750.000 -']) {
      const rows = [{ amount: 1, text: typed }]
      expect(read(toCsv({ columns, locale: 'id', rows }), ';')[1]?.[0]).toBe(typed)
    }
  })

  it('leaves amounts alone, also those below zero: a spreadsheet adds them up', () => {
    const [, row] = read(toCsv({ columns, locale: 'id', rows: [{ amount: -5, text: 'x' }] }), ';')
    expect(row?.[1]).toBe('-5')
  })

  it('gives back whatever was typed: quotes, delimiters, line breaks, every script', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (typed) => {
        const rows = [{ amount: 7, text: `a${typed}` }]
        const [, row] = read(toCsv({ columns, locale: 'id', rows }), ';')
        expect(row).toEqual([`a${typed}`, '7'])
      }),
    )
  })
})

import { markUnknownLetters, type PdfDocument } from '../../kernel/pdf'

const mark = async (value: unknown): Promise<unknown> => {
  if (typeof value === 'string') {
    return markUnknownLetters(value)
  }
  if (Array.isArray(value)) {
    return Promise.all(value.map(mark))
  }
  if (typeof value !== 'object' || value === null) {
    return value
  }
  const entries = Object.entries(value).map(async ([key, part]) => [key, await mark(part)] as const)
  return Object.fromEntries(await Promise.all(entries))
}

/** Names and reasons come from people: letters that the fonts lack are marked, wherever they stand. */
export const makePrintable = async (document: PdfDocument): Promise<PdfDocument> => ({
  ...document,
  blocks: (await mark(document.blocks)) as PdfDocument['blocks'],
  footer: await markUnknownLetters(document.footer),
})

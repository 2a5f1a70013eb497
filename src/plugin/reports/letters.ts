import type { PayloadRequest } from 'payload'

import { DomainError } from '../kernel/errors'
import { refuseInHook } from '../kernel/payload'
import { findUnprintable } from './document/drawReport'

const quote = (letters: readonly string[]): string =>
  letters
    .slice(0, 10)
    .map((letter) => {
      const code = letter.codePointAt(0)?.toString(16).toUpperCase().padStart(4, '0') ?? ''
      return `${letter} (U+${code})`
    })
    .join(', ')

/**
 * Refuses texts with letters that no report can print, and names them: better now than as empty boxes
 * in the file of a customer.
 *
 * @throws APIError `finding.unknownLetters` with the field
 */
export const assertPrintable = async (args: {
  fields: Readonly<Record<string, 'mono' | 'regular'>>
  req: PayloadRequest
  written: Readonly<Record<string, unknown>>
}): Promise<void> => {
  const { fields, req, written } = args
  for (const [field, font] of Object.entries(fields)) {
    const text = written[field]
    const unknown = typeof text === 'string' ? await findUnprintable(text, font) : []
    if (unknown.length > 0) {
      const details = { field, letters: quote(unknown) }
      refuseInHook({ code: 'finding.unknownLetters', details, req })
    }
  }
}

/**
 * {@link assertPrintable} for one text and actions of ours.
 *
 * @throws DomainError `finding.unknownLetters` with the field
 */
export const assertPrintableText = async (field: string, text: string): Promise<void> => {
  const unknown = await findUnprintable(text, 'regular')
  if (unknown.length > 0) {
    throw new DomainError('finding.unknownLetters', { field, letters: quote(unknown) })
  }
}

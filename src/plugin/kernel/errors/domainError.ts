import { errorCatalogue, type CatalogueRow } from './catalogue'
import type { Labels, Locale } from './locale'
import { renderMessage } from './renderMessage'

/** A code of the catalogue. */
export type ErrorCode = keyof typeof errorCatalogue

/** A detail of an error: a plain value, a list of plain values, or a sentence in both languages. */
export type ErrorDetail = string | number | boolean | null | undefined | Labels | readonly string[]

/** Facts that go with an error: the faulty `field`, and the values of the message's placeholders. */
export type ErrorDetails = { readonly field?: string; readonly [name: string]: ErrorDetail }

/** An expected refusal: a code of the catalogue, its HTTP status and its details. */
export class DomainError extends Error {
  readonly code: ErrorCode
  readonly status: number
  readonly details: ErrorDetails

  constructor(code: ErrorCode, details: ErrorDetails = {}, options?: ErrorOptions) {
    const row: CatalogueRow = errorCatalogue[code]
    super(`${code}: ${renderMessage({ template: row.en, values: details, locale: 'en' })}`, options)
    this.name = 'DomainError'
    this.code = code
    this.status = row.status
    this.details = details
  }

  /** The sentence for a person, without the code. */
  messageFor(locale: Locale): string {
    const template = errorCatalogue[this.code][locale]
    return renderMessage({ template, values: this.details, locale })
  }
}

/**
 * Whether a caught value is a DomainError, optionally of one code.
 * Looks at the shape and not at the class: bundlers may load this module twice.
 */
export function isDomainError(value: unknown, code?: ErrorCode): value is DomainError {
  if (!(value instanceof Error) || value.name !== 'DomainError') return false
  const found = 'code' in value ? value.code : undefined
  return typeof found === 'string' && isErrorCode(found) && (code === undefined || found === code)
}

/** Whether a text is a code of the catalogue. */
export function isErrorCode(text: string): text is ErrorCode {
  return Object.hasOwn(errorCatalogue, text)
}

import { groupThousands } from '../money/groupThousands'
import type { Locale } from './locale'

/** Values that may fill the placeholders of a message. */
export type MessageValues = Readonly<Record<string, unknown>>

const PLACEHOLDER = /\{(\w+)(?::(\w+))?\}/g

/** Fills `{name}` and `{name:rupiah}`; a value that was not given is written as a dash, never as a brace. */
export function renderMessage(args: {
  template: string
  values: MessageValues
  locale: Locale
}): string {
  return args.template.replace(PLACEHOLDER, (_match, name: string, format?: string) =>
    renderValue({ value: args.values[name], format, locale: args.locale }),
  )
}

function renderValue(args: { value: unknown; format?: string; locale: Locale }): string {
  const { value } = args
  if (args.format === 'rupiah' && typeof value === 'number') {
    return `Rp${groupThousands({ amount: value, locale: args.locale })}`
  }
  if (Array.isArray(value)) return value.length > 0 ? value.join(', ') : '–'
  if (isLabels(value)) return value[args.locale]
  return typeof value === 'string' || typeof value === 'number' ? String(value) : '–'
}

function isLabels(value: unknown): value is Record<Locale, string> {
  return typeof value === 'object' && value !== null && 'id' in value && 'en' in value
}

import { DomainError } from '@/plugin/kernel/errors'

import { type StoreLocale, toStoreLocale } from '../i18n/locales'
import { type ReportField, reportFields, type ReportState } from './state'

/** A report form as it was sent. */
export type ReportForm = {
  /** Names this press of the button. */
  key: string
  locale: StoreLocale
  orderToken: string
  pictures: FormDataEntryValue[]
  values: ReportState['values']
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

const isTyped = (field: ReportField): boolean => field !== 'screenshots'

/** Reads the form; the plugin's own rules judge what stands in it. */
export const readReportForm = (form: FormData): ReportForm => ({
  key: textOf(form, 'key').slice(0, 64),
  locale: toStoreLocale(form.get('locale')),
  orderToken: textOf(form, 'orderToken').slice(0, 64),
  pictures: form.getAll('screenshots'),
  values: Object.fromEntries(
    reportFields.filter(isTyped).map((field) => [field, textOf(form, field)]),
  ),
})

const emptyCodes = {
  email: 'customer.invalidEmail',
  name: 'customer.invalidName',
  text: 'conversation.empty',
  what: 'problem.badKind',
} as const

/** What to say of every field that was left empty, all at once; the plugin's own rules judge the rest. */
export const findEmpty = ({ locale, values }: ReportForm): ReportState['errors'] =>
  Object.fromEntries(
    reportFields.flatMap((field) =>
      field in emptyCodes && !values[field]?.trim()
        ? [
            [
              field,
              new DomainError(emptyCodes[field as keyof typeof emptyCodes]).messageFor(locale),
            ],
          ]
        : [],
    ),
  )

/** A post of a thread as it was sent. */
export type PostForm = { body: string; key: string; locale: StoreLocale; token: string }

/** Reads what somebody wrote on the page of his report; a token that makes no sense becomes nobody's. */
export const readPostForm = (form: FormData): PostForm => {
  const token = textOf(form, 'token')
  return {
    body: textOf(form, 'body'),
    key: textOf(form, 'key').slice(0, 64),
    locale: toStoreLocale(form.get('locale')),
    token: /^[\w-]{1,64}$/.test(token) ? token : 'tidak-dikenal',
  }
}

/** Which field of the form a refusal is about; undefined when it is none of them. */
export const findReportField = (field: unknown): ReportField | undefined =>
  reportFields.find((each) => each === field)

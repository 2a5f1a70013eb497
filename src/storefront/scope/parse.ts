import { DomainError, type ErrorCode } from '@/plugin/kernel/errors'

import { type StoreLocale, toStoreLocale } from '../i18n/locales'
import { type ScopeField, scopeFields, type ScopeState } from './state'

/** A scope form as it was sent. */
export type ScopeForm = {
  item: string
  locale: StoreLocale
  token: string
  values: ScopeState['values']
  wording: string
}

const textOf = (form: FormData, name: string): string => {
  const value = form.get(name)
  return typeof value === 'string' ? value : ''
}

/** Which item of which order a form is about; nothing that could lead elsewhere gets into an address. */
export const readItem = (form: FormData): Pick<ScopeForm, 'item' | 'locale' | 'token'> => {
  const [item, token] = [textOf(form, 'item'), textOf(form, 'token')]
  return {
    item: /^[\w-]{1,64}$/.test(item) ? item : 'tidak-dikenal',
    locale: toStoreLocale(form.get('locale')),
    token: /^[\w-]{1,128}$/.test(token) ? token : 'tidak-dikenal',
  }
}

/** Reads the form; the plugin's own rules judge what stands in it. */
export const readScopeForm = (form: FormData): ScopeForm => ({
  ...readItem(form),
  values: Object.fromEntries(scopeFields.map((field) => [field, textOf(form, field)])),
  wording: textOf(form, 'wording'),
})

const NEEDED: Partial<Record<ScopeField, ErrorCode>> = {
  allowedTimes: 'scope.required',
  authorised: 'scope.notAuthorised',
  domain: 'scope.required',
  emergencyContact: 'scope.required',
  signerCapacity: 'scope.required',
  signerName: 'scope.required',
  signerPosition: 'scope.required',
}

/** What to say of every field that was left empty, all at once; the plugin's own rules judge the rest. */
export const findEmpty = ({ locale, values }: ScopeForm): ScopeState['errors'] =>
  Object.fromEntries(
    scopeFields.flatMap((field) => {
      const code = NEEDED[field]
      return code && !values[field]?.trim()
        ? [[field, new DomainError(code).messageFor(locale)]]
        : []
    }),
  )

/** The form as the plugin takes it; a line of `hosts` for each address. */
export const toScopeInput = ({ values, wording }: ScopeForm): Record<string, unknown> => ({
  ...values,
  authorised: values.authorised !== '',
  hosts: (values.hosts ?? '').split(/[\s,;]+/).filter((host) => host !== ''),
  wording: Number(wording),
})

/** Which field of the form a refusal is about; undefined when it is none of them. */
export const findScopeField = (field: unknown): ScopeField | undefined => {
  const name = typeof field === 'string' ? field.split('.')[0] : undefined
  return scopeFields.find((each) => each === name)
}

import { createTranslator } from 'next-intl'
import { vi } from 'vitest'

import en from '@/storefront/messages/en.json'
import id from '@/storefront/messages/id.json'

/** Where a server action led its visitor. */
export class Led extends Error {
  constructor(readonly to: string) {
    super(`Led to ${to}`)
  }
}

let visitors = 0
let current = new Headers()

/** The next visitor of a page: a guest, or whoever these headers log in; each from his own address. */
export const comeAs = (by: { headers: Record<string, string> } | undefined, address?: string) => {
  visitors += 1
  const from = address ?? `10.77.${visitors >> 8}.${visitors & 255}`
  current = new Headers({ ...by?.headers, 'x-forwarded-for': from })
}

/** What the framework gives to server actions, here given by the test. */
export const nextHeaders = {
  cookies: () => Promise.reject(new Error('Nobody keeps cookies here')),
  headers: () => Promise.resolve(current),
}

/** The framework ends an action by throwing; here the test sees where it led. */
export const nextNavigation = {
  notFound: (): never => {
    throw new Led('404')
  },
  redirect: (to: string): never => {
    throw new Led(to)
  },
}

/** The texts of the shop without the framework's request. */
export const nextIntlServer = {
  getTranslations: ({ locale, namespace }: { locale: string; namespace: string }) =>
    Promise.resolve(
      createTranslator({ locale, messages: locale === 'en' ? en : id, namespace } as never),
    ),
  setRequestLocale: vi.fn(),
}

/** A form with these fields. */
export const formOf = (fields: Readonly<Record<string, string>>): FormData => {
  const form = new FormData()
  Object.entries(fields).forEach(([name, value]) => form.append(name, value))
  return form
}

/** Where an action leads; fails when it leads nowhere. */
export const whereTo = async (work: Promise<unknown>): Promise<string> => {
  try {
    await work
  } catch (error) {
    if (error instanceof Led) {
      return error.to
    }
    throw error
  }
  throw new Error('The action led nowhere')
}

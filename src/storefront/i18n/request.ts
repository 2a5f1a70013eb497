import { getRequestConfig } from 'next-intl/server'

import { toStoreLocale } from './locales'

/**
 * Loads the messages of the language a caller asks for. Callers always name it
 * (`getTranslations({ locale, namespace })`), so that pages stay static.
 */
export default getRequestConfig(async ({ locale }) => {
  const chosen = toStoreLocale(locale)
  const messages = await import(`../messages/${chosen}.json`)
  return { locale: chosen, messages: messages.default, timeZone: 'Asia/Jakarta' }
})

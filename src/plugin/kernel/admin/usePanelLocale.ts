'use client'

import { useTranslation } from '@payloadcms/ui'

import type { Locale } from '../errors/locale'

/** The panel speaks Indonesian unless its user chose English. */
export const usePanelLocale = (): Locale => {
  const { i18n } = useTranslation()
  return i18n.language === 'en' ? 'en' : 'id'
}

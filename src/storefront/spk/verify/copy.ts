import type { getTranslations } from 'next-intl/server'

import type { SpkFileFacts } from '@/plugin/spk'

import { moment } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import type { ListedFile } from './compareFile'

/** Words of the page. */
export type VerifyWords = Awaited<ReturnType<typeof getTranslations<'verify'>>>

/** A file of the record with the sentence that says that a chosen one is the same. */
export type ComparableFile = ListedFile & { same: string }

/** What the comparing part of the page says. */
export type CompareCopy = {
  failed: string
  hint: string
  label: string
  none: string
  unsupported: string
  working: string
  yours: string
}

/** The sentences of the part that runs in the browser. */
export const buildCompareCopy = (t: VerifyWords): CompareCopy => ({
  failed: t('failed'),
  hint: t('chooseHint'),
  label: t('choose'),
  none: t('noMatch'),
  unsupported: t('unsupported'),
  working: t('working'),
  yours: t('yours'),
})

/** The files of the record as the browser compares with them. */
export const buildComparable = (args: {
  files: readonly SpkFileFacts[]
  locale: StoreLocale
  t: VerifyWords
}): ComparableFile[] =>
  args.files.map(({ at, kind, sha256, size }, index) => ({
    id: String(index),
    same: args.t('match', {
      date: moment({ at: at.toISOString(), locale: args.locale }),
      file: args.t(`kinds.${kind}`),
    }),
    sha256,
    size,
  }))

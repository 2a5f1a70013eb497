import type { Locale } from '../../kernel/errors'
import type { Part } from './writePackage'

/** What a release says, in the buyer's language. */
export type ReleaseWords = {
  changelog: null | string
  faq: null | string
  instructions: null | string
  title: string
  version: string
}

const NAMES = {
  en: { changelog: 'WHAT IS NEW.txt', faq: 'FAQ.txt', instructions: 'READ ME FIRST.txt' },
  id: { changelog: 'YANG BARU.txt', faq: 'TANYA JAWAB.txt', instructions: 'BACA DULU.txt' },
}

/** Windows' own editor wants its line ends; every other system takes them, too. */
const toText = (head: string, body: string): string =>
  `\uFEFF${head}\n${'='.repeat(Math.min(head.length, 70))}\n\n${body.trim()}\n`.replace(
    /\r?\n/g,
    '\r\n',
  )

/** The written parts of a package: instructions, FAQ, what is new; empty ones are left out. */
export const buildDocuments = (args: { locale: Locale; words: ReleaseWords }): Part[] => {
  const { locale, words } = args
  const head = `${words.title} ${words.version}`
  return (['instructions', 'faq', 'changelog'] as const).flatMap((each) => {
    const body = words[each]?.trim() ?? ''
    return body === '' ? [] : [{ name: NAMES[locale][each], text: toText(head, body) }]
  })
}

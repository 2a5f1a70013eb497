import { localPath, type StoreLocale, toStoreLocale } from '../i18n/locales'

/** Where a visitor reads an agreement: at his own order, or by a link that he was sent. */
export type SpkPlace = { kind: 'link' | 'order'; word: string }

const WORDS: Record<SpkPlace['kind'], RegExp> = {
  link: /^[\w-]{22}$/,
  order: /^[\w-]{20,64}$/,
}

/** The page, without a language prefix. */
export const spkPath = ({ kind, word }: SpkPlace): string =>
  kind === 'link' ? `/spk/${encodeURIComponent(word)}` : `/pesanan/${encodeURIComponent(word)}/spk`

/** The same in the headless API. */
export const spkApiPath = ({ kind, word }: SpkPlace): string =>
  kind === 'link'
    ? `/api/shop/spk/${encodeURIComponent(word)}`
    : `/api/shop/orders/${encodeURIComponent(word)}/spk`

/** The login that leads back to it. */
export const spkLoginPath = (place: SpkPlace): string =>
  `/akun?lanjut=${encodeURIComponent(spkPath(place))}`

/** What a form about an agreement says of where it stands. */
export type SpkWhere = { locale: StoreLocale; place: SpkPlace }

type Named = { get: (name: string) => unknown }

const textOf = (given: Named, name: string): string => {
  const value = given.get(name)
  return typeof value === 'string' ? value : ''
}

/** Reads it from a form or an address; what makes no sense becomes what is nobody's. */
export const readWhere = (given: Named): SpkWhere => {
  const kind = textOf(given, 'kind') === 'link' ? 'link' : 'order'
  const word = textOf(given, 'word')
  return {
    locale: toStoreLocale(given.get('locale')),
    place: { kind, word: WORDS[kind].test(word) ? word : 'tidak-dikenal' },
  }
}

/** Hidden fields that say so again. */
export const whereFields = ({ locale, place }: SpkWhere): Record<string, string> => ({
  kind: place.kind,
  locale,
  word: place.word,
})

/** The page with a word about what became of a button. */
export const noticeAddress = (where: SpkWhere, notice: Record<string, string>): string => {
  const path = `${spkPath(where.place)}?${new URLSearchParams(notice).toString()}`
  return localPath({ locale: where.locale, path })
}

import type { Config } from 'payload'

/** The rich text editor ships no Indonesian: without these its menus show raw keys. */
const LEXICAL_ID = {
  blockquote: { label: 'Kutipan' },
  general: {
    placeholder: 'Mulai menulis, atau tekan "/" untuk pilihan …',
    slashMenuBasicGroupLabel: 'Dasar',
    slashMenuListGroupLabel: 'Daftar',
    toolbarItemsActive: '{{count}} aktif',
  },
  heading: { label: 'Judul {{headingLevel}}' },
  horizontalRule: { label: 'Garis pemisah' },
  link: { label: 'Tautan', loadingWithEllipsis: 'Memuat …' },
  orderedList: { label: 'Daftar bernomor' },
  paragraph: { label: 'Paragraf', label2: 'Teks biasa' },
  unorderedList: { label: 'Daftar berpoin' },
}

type Texts = Record<string, Record<string, unknown>>

/** Gives the editor its Indonesian words; the project's own win. */
export const addEditorTexts = (config: Config): Config => {
  const translations = (config.i18n?.translations ?? {}) as Texts
  const id = translations.id ?? {}
  const lexical = { ...LEXICAL_ID, ...(id.lexical as object | undefined) }
  return {
    ...config,
    i18n: {
      ...config.i18n,
      translations: { ...translations, id: { ...id, lexical } } as NonNullable<
        Config['i18n']
      >['translations'],
    },
  }
}

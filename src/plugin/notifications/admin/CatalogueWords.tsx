import type { UIFieldServerProps } from 'payload'
import type { ReactElement } from 'react'

import { resolvePanelLocale } from '../../kernel/payload'
import { isNotificationEvent, messageCatalogue } from '../messages'
import { buildBlankContent } from '../messages/blankContent'
import { PLACEHOLDERS } from '../texts/placeholders'
import { catalogueUrl } from './catalogueUrl'

const TEXT = {
  en: {
    blanks: 'Placeholders',
    preview: 'See how it looks',
    title: 'The catalogue’s words',
    unsaved: 'Choose a message and save; then the catalogue’s words stand here.',
  },
  id: {
    blanks: 'Isian',
    preview: 'Lihat tampilannya',
    title: 'Teks bawaan',
    unsaved: 'Pilih pesan lalu simpan; teks bawaannya akan tampil di sini.',
  },
}

/** What the catalogue says where the shop says nothing, in the language that is being edited. */
export const CatalogueWords = (props: UIFieldServerProps): ReactElement => {
  const { data, i18n, payload, req } = props
  const panel = resolvePanelLocale(i18n.language)
  const text = TEXT[panel]
  const event: unknown = (data as { event?: unknown } | undefined)?.event
  if (!isNotificationEvent(event)) {
    return <p className="lunas-words">{text.unsaved}</p>
  }
  const locale = resolvePanelLocale(req.locale ?? 'id')
  const { button, heading, intro, notes, subject } = buildBlankContent({ event, locale })
  return (
    <section className="lunas-words">
      <h3>{text.title}</h3>
      <p>
        <strong>{subject}</strong>
        <br />
        {heading}
        <br />
        {intro}
        <br />[{button.label}]
      </p>
      <ul>
        {notes.map((note) => (
          <li key={note}>{note}</li>
        ))}
      </ul>
      <p>
        {text.blanks}:{' '}
        {messageCatalogue[event].placeholders
          .map((name) => `{${name}} = ${PLACEHOLDERS[name][panel]}`)
          .join(', ')}
      </p>
      <a href={catalogueUrl({ admin: payload.config.routes.admin, event, locale })}>
        {text.preview}
      </a>
    </section>
  )
}

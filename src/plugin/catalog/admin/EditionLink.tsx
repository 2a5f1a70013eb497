import type { ReactElement } from 'react'
import type { ServerProps } from 'payload'

import { isEditorVisit, resolvePanelLocale } from '../../kernel/payload'

const WORDS = { en: 'Read this edition', id: 'Baca edisi ini' }

/** Way to the edition as readers see it; nothing for those who may not see the record. */
export const EditionLink = (props: { id?: unknown } & ServerProps): null | ReactElement => {
  const { i18n, id, payload } = props
  return typeof id === 'string' && isEditorVisit(props) ? (
    <a href={`${payload.config.serverURL}/edisi/${id}`} rel="noreferrer" target="_blank">
      {WORDS[resolvePanelLocale(i18n.language)]}
    </a>
  ) : null
}

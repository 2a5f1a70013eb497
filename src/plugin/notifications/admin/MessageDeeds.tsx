import type { UIFieldServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdmin, resolvePanelLocale } from '../../kernel/payload'
import { Story } from '../../kernel/admin/Story'
import { findDeeds } from '../findDeeds'
import { DEED_WORDS } from '../states'

const TEXT = {
  en: { none: 'Nobody: it went its way by itself.', title: 'Who did something with it' },
  id: {
    none: 'Belum ada: pesan ini diproses otomatis.',
    title: 'Tindakan staf',
  },
}

/** Who opened this message, noted it as sent or as returned, or sent it again, and when. */
export const MessageDeeds = async (props: UIFieldServerProps): Promise<null | ReactElement> => {
  const { id, i18n, payload, req } = props
  if (id === undefined || !isAdmin({ req })) {
    return null
  }
  const locale = resolvePanelLocale(i18n.language)
  const text = TEXT[locale]
  const deeds = await findDeeds(payload, String(id))
  return (
    <section className="field-type lunas-deeds">
      <h2>{text.title}</h2>
      {deeds.length === 0 ? (
        <p>{text.none}</p>
      ) : (
        <Story
          locale={locale}
          steps={deeds.map(({ at, by, deed, id: key }) => ({
            at,
            by,
            key,
            what: DEED_WORDS[deed][locale],
          }))}
        />
      )}
    </section>
  )
}

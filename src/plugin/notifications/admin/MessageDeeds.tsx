import type { UIFieldServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdmin, resolvePanelLocale } from '../../kernel/payload'
import { formatInstantShort } from '../../kernel/time'
import { findDeeds } from '../findDeeds'
import { DEED_WORDS } from '../states'

const TEXT = {
  en: { by: 'by', none: 'Nobody: it went its way by itself.', title: 'Who did something with it' },
  id: {
    by: 'oleh',
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
        <ol className="lunas-history">
          {deeds.map(({ at, by, deed, id: key }) => (
            <li key={key}>
              <p className="lunas-step">{DEED_WORDS[deed][locale]}</p>
              <p className="lunas-step__by">
                <time dateTime={new Date(at).toISOString()}>
                  {formatInstantShort(new Date(at), locale)}
                </time>{' '}
                · {text.by} {by}
              </p>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

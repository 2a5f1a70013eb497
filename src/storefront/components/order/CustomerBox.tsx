import { getTranslations } from 'next-intl/server'

import { formatPhone } from '../../format'
import { localPath, type StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'

type CustomerBoxProps = { locale: StoreLocale; order: PublicOrder }

/** Whom the order is for, so that a mistyped address is noticed early. */
export async function CustomerBox({ locale, order }: CustomerBoxProps) {
  const t = await getTranslations({ locale, namespace: 'order' })
  const { email, name, phone } = order.customer
  return (
    <section aria-labelledby="pemesan">
      <h2 className="mb-2 text-xl" id="pemesan">
        {t('customer')}
      </h2>
      <p className="font-semibold">{name}</p>
      <p className="text-muted">{email}</p>
      <p className="text-muted">{formatPhone(phone)}</p>
      {order.notes ? (
        <p className="mt-3 whitespace-pre-line">
          <strong>{t('notes')}:</strong> {order.notes}
        </p>
      ) : null}
      {order.agreed.length > 0 ? (
        <div className="mt-3 text-sm text-muted">
          <p>{t('agreed')}</p>
          <ul>
            {order.agreed.map(({ id, number, title }) => (
              <li key={id}>
                <a className="link" href={localPath({ locale, path: `/edisi/${id}` })}>
                  {t('agreedEdition', { number, title })}
                </a>
              </li>
            ))}
          </ul>
        </div>
      ) : null}
    </section>
  )
}

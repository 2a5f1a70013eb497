import { getTranslations } from 'next-intl/server'

import { findVisitor } from '../../account/visitor'
import { formatPhone } from '../../format'
import { localPath, type StoreLocale } from '../../i18n/locales'
import type { PublicOrder } from '../../shop'
import { StoreLink } from '../StoreLink'
import { PasswordForm } from './PasswordForm'

type PasswordBoxProps = {
  locale: StoreLocale
  order: PublicOrder
  /** Sends link and password once more. */
  resend: (form: FormData) => Promise<void>
  /** Shows the password to whoever typed that of his account. */
  show: Parameters<typeof PasswordForm>[0]['action']
  /** Whose words: files or reports. */
  words: 'download' | 'report'
}

/** By the account's password for who is logged in; where to log in for who is not. */
async function ByAccount({ locale, order, show, words }: Omit<PasswordBoxProps, 'resend'>) {
  const t = await getTranslations({ locale, namespace: words })
  const path = `/pesanan/${order.token}`
  if (!(await findVisitor())) {
    return (
      <p>
        {t('passwordLogin')}{' '}
        <StoreLink className="underline underline-offset-4" locale={locale} path="/akun">
          {t('login')}
        </StoreLink>
      </p>
    )
  }
  return (
    <PasswordForm
      action={show}
      copy={{
        field: t('passwordField'),
        hint: t('passwordAccount'),
        is: t('passwordIs'),
        show: t('passwordShow'),
        wait: t('passwordWait'),
      }}
      hidden={{ locale, token: order.token }}
      permalink={localPath({ locale, path })}
    />
  )
}

const isByAccount = (order: PublicOrder, words: PasswordBoxProps['words']): boolean =>
  order.items.some(
    ({ downloads, reports }) =>
      (words === 'report' ? reports : downloads)?.passwordBy === 'account',
  )

/** How the buyer comes by the password, and by everything once more. */
export async function PasswordBox({ locale, order, resend, show, words }: PasswordBoxProps) {
  const t = await getTranslations({ locale, namespace: words })
  return (
    <div className="grid gap-4 border-t border-line pt-5">
      <h3 className="text-lg font-bold">{t('passwordTitle')}</h3>
      <p className="text-sm text-muted">{t('openHint')}</p>
      {isByAccount(order, words) ? (
        <ByAccount locale={locale} order={order} show={show} words={words} />
      ) : null}
      <p>{t('passwordWhatsapp', { phone: formatPhone(order.customer.phone) })}</p>
      <form action={resend} className="grid gap-2 sm:w-fit">
        <input name="token" type="hidden" value={order.token} />
        <input name="locale" type="hidden" value={locale} />
        <button className="btn btn-secondary" type="submit">
          {t('resend')}
        </button>
        <p className="text-sm text-muted">{t('resendHint')}</p>
      </form>
    </div>
  )
}

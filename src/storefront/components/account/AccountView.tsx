import { getTranslations } from 'next-intl/server'

import { logOut, saveProfile } from '../../account/actions'
import type { CustomerProfile } from '../../account/visitor'
import { findOverdueOf } from '../../arrears/arrears'
import { formatPhone } from '../../format'
import { SERVICES_PATH } from '../../hosting/paths'
import { localPath, type StoreLocale } from '../../i18n/locales'
import { ArrearsBanner } from '../arrears/ArrearsBanner'
import { PageHead } from '../PageHead'
import { StoreLink } from '../StoreLink'
import { countOwnUnread } from '../../account/notices'
import { AccountForm } from './AccountForm'
import { findFields, findFormCopy } from './fields'
import { MessageChoices } from './MessageChoices'
import { OwnOrders } from './OwnOrders'

type AccountViewProps = { customer: CustomerProfile; locale: StoreLocale; page: number }

async function Profile({ customer, locale }: Omit<AccountViewProps, 'page'>) {
  const t = await getTranslations({ locale, namespace: 'account' })
  const { language, name, phone } = await findFields(locale)
  return (
    <section aria-labelledby="profil" className="mt-14">
      <h2 className="mb-4 text-2xl" id="profil">
        {t('profileTitle')}
      </h2>
      <p className="mb-5 break-words text-muted">{t('profileEmail', { email: customer.email })}</p>
      <AccountForm
        action={saveProfile}
        copy={await findFormCopy(locale, t('saveProfile'))}
        fields={[
          { ...name, value: customer.name },
          { ...phone, value: formatPhone(customer.phone) },
          { ...language, value: customer.locale },
        ]}
        hidden={{ locale }}
        permalink={localPath({ locale, path: '/akun' })}
      />
    </section>
  )
}

/** What is overdue, before anything else. */
async function OwnArrears({ customerId, locale }: { customerId: string; locale: StoreLocale }) {
  const overdue = await findOverdueOf(customerId)
  return overdue.map(({ arrears, token }) => (
    <ArrearsBanner arrears={arrears} isNamed key={token} locale={locale} token={token} />
  ))
}

/** What a customer sees of himself: orders, details, and the way out. */
export async function AccountView({ customer, locale, page }: AccountViewProps) {
  const t = await getTranslations({ locale, namespace: 'account' })
  return (
    <>
      <PageHead title={t('greeting', { name: customer.name })} />
      <p className="mb-10 flex flex-wrap gap-3">
        <StoreLink className="btn btn-secondary" locale={locale} path="/akun/notifikasi">
          {t('noticesLink', { count: await countOwnUnread(customer.id) })}
        </StoreLink>
        <StoreLink className="btn btn-secondary" locale={locale} path={SERVICES_PATH}>
          {t('servicesLink')}
        </StoreLink>
      </p>
      <OwnArrears customerId={customer.id} locale={locale} />
      <OwnOrders customerId={customer.id} locale={locale} page={page} />
      <Profile customer={customer} locale={locale} />
      <MessageChoices email={customer.email} locale={locale} />
      <div className="mt-14 flex flex-wrap items-center gap-x-6 gap-y-4">
        <form action={logOut}>
          <input name="locale" readOnly type="hidden" value={locale} />
          <button className="btn btn-secondary" type="submit">
            {t('logOut')}
          </button>
        </form>
        <StoreLink className="link" locale={locale} path="/akun/lupa">
          {t('changePassword')}
        </StoreLink>
      </div>
    </>
  )
}

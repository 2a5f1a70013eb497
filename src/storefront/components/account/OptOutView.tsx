import { getTranslations } from 'next-intl/server'

import { keepLinkedChoice } from '../../account/choiceActions'
import { findLinkedAddress, findOwnChoice } from '../../account/choices'
import type { StoreLocale } from '../../i18n/locales'
import { PageHead } from '../PageHead'
import { StoreLink } from '../StoreLink'

type OptOutProps = { locale: StoreLocale; token: string }

async function BrokenLink({ locale }: Pick<OptOutProps, 'locale'>) {
  const t = await getTranslations({ locale, namespace: 'account' })
  return (
    <>
      <PageHead lead={t('optOutBroken')} title={t('optOutBrokenTitle')} />
      <StoreLink className="btn btn-secondary" locale={locale} path="/kontak">
        {t('optOutContact')}
      </StoreLink>
    </>
  )
}

/** What a link in a mail leads to. Opening it changes nothing; one button stops, one starts again. */
export async function OptOutView({ locale, token }: OptOutProps) {
  const address = findLinkedAddress(token)
  if (address === undefined) {
    return <BrokenLink locale={locale} />
  }
  const t = await getTranslations({ locale, namespace: 'account' })
  const { wantsOptional } = await findOwnChoice(address)
  return (
    <>
      <PageHead
        lead={t(wantsOptional ? 'optOutLead' : 'optOutDone', { email: address })}
        title={t('optOutTitle')}
      />
      <p className="mb-6 max-w-[60ch] text-muted">{t('optOutLegal')}</p>
      <form action={keepLinkedChoice}>
        <input name="locale" readOnly type="hidden" value={locale} />
        <input name="token" readOnly type="hidden" value={token} />
        <input name="wantsOptional" readOnly type="hidden" value={wantsOptional ? '0' : '1'} />
        <button className={wantsOptional ? 'btn btn-primary' : 'btn btn-secondary'} type="submit">
          {t(wantsOptional ? 'optOutStop' : 'optOutAgain')}
        </button>
      </form>
    </>
  )
}

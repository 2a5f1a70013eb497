import { getTranslations } from 'next-intl/server'

import { keepOwnChoice } from '../../account/choiceActions'
import { findOwnChoice } from '../../account/choices'
import type { StoreLocale } from '../../i18n/locales'
import { Choice } from './Choice'

/** Where a customer wants to hear what he need not be told. */
export async function MessageChoices({ email, locale }: { email: string; locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'account' })
  const { channel, wantsOptional } = await findOwnChoice(email)
  return (
    <section aria-labelledby="pesan" className="mt-14">
      <h2 className="mb-4 text-2xl" id="pesan">
        {t('choicesTitle')}
      </h2>
      <p className="mb-5 max-w-[60ch] text-muted">{t('choicesLead')}</p>
      <form action={keepOwnChoice} className="grid gap-5">
        <input name="locale" readOnly type="hidden" value={locale} />
        <label className="flex min-h-11 items-center gap-3">
          <input
            className="size-5 accent-brand"
            defaultChecked={wantsOptional}
            name="wantsOptional"
            type="checkbox"
          />
          {t('choicesOptional')}
        </label>
        <Choice
          choices={[
            ['auto', t('channelAuto')],
            ['email', t('channelEmail')],
            ['whatsapp', t('channelWhatsapp')],
            ['both', t('channelBoth')],
          ]}
          label={t('channel')}
          name="channel"
          value={channel}
        />
        <div>
          <button className="btn btn-primary" type="submit">
            {t('choicesSave')}
          </button>
        </div>
      </form>
    </section>
  )
}

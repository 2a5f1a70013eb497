import { getTranslations } from 'next-intl/server'

import { CHOICE_TEXT_VERSION } from '@/plugin/overdue'

import { chooseSuspend } from '../../arrears/actions'
import { choicePath } from '../../arrears/paths'
import { StoreLink } from '../StoreLink'
import { ChoiceFields, type ChoiceProps } from './ChoiceFields'

const CONSEQUENCES = ['suspend1', 'suspend2', 'suspend3', 'suspend4'] as const

async function Consequences({ locale }: Pick<ChoiceProps, 'locale'>) {
  const t = await getTranslations({ locale, namespace: 'arrears' })
  return (
    <ul className="list-disc space-y-1 pl-5">
      {CONSEQUENCES.map((key) => (
        <li key={key}>{t(key)}</li>
      ))}
    </ul>
  )
}

/** *Tangguhkan layanan*: what it means, and the way to the question whether it is meant. */
export async function SuspendChoice({ arrears, locale, token }: ChoiceProps) {
  const t = await getTranslations({ locale, namespace: 'arrears' })
  const isChosen = arrears.case?.choice === 'suspend'
  return (
    <section aria-labelledby="pilih-tangguhkan" className="card grid content-start gap-4 p-6">
      <h2 className="text-xl" id="pilih-tangguhkan">
        {t('suspendTitle')}
      </h2>
      <Consequences locale={locale} />
      {isChosen ? (
        <p className="font-semibold">{t('suspendChosen')}</p>
      ) : (
        <StoreLink
          className="btn btn-secondary"
          locale={locale}
          path={`${choicePath(token)}?langkah=tangguhkan`}
        >
          {t('suspend')}
        </StoreLink>
      )}
    </section>
  )
}

/** The second step: nothing is suspended before this form is sent with its box ticked. */
export async function SuspendConfirm(props: ChoiceProps) {
  const { locale, token } = props
  const t = await getTranslations({ locale, namespace: 'arrears' })
  return (
    <section aria-labelledby="yakin" className="card grid gap-4 p-6">
      <h2 className="text-xl" id="yakin">
        {t('confirmTitle')}
      </h2>
      <Consequences locale={locale} />
      <form action={chooseSuspend} className="grid gap-4">
        <ChoiceFields {...props} />
        <label className="flex items-start gap-3">
          <input
            className="mt-1 size-5 flex-none"
            name="agreed"
            required
            type="checkbox"
            value="1"
          />
          <span>{t('confirmAgree')}</span>
        </label>
        <div className="flex flex-wrap gap-3">
          <button className="btn btn-secondary" type="submit">
            {t('confirmSuspend')}
          </button>
          <StoreLink className="btn btn-primary" locale={locale} path={choicePath(token)}>
            {t('confirmBack')}
          </StoreLink>
        </div>
      </form>
      <p className="text-sm text-muted">{t('textVersion', { version: CHOICE_TEXT_VERSION })}</p>
    </section>
  )
}

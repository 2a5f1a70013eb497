import { getTranslations } from 'next-intl/server'

import { moment } from '../../format'
import { StoreLink } from '../StoreLink'
import { CheckGuide } from './ConfirmBox'
import { Journey } from './Journey'
import type { SpkProps } from './SpkView'

async function PayLink({ spk: { orderToken, state }, where: { locale } }: SpkProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  const mayPay = ['confirmed', 'sealed'].includes(state)
  return orderToken && mayPay ? (
    <p className="mt-4">
      <StoreLink className="btn btn-primary" locale={locale} path={`/pesanan/${orderToken}`}>
        {t('toPayment')}
      </StoreLink>
    </p>
  ) : null
}

async function VerifyLink({ spk: { verifyToken }, where: { locale } }: SpkProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return verifyToken ? (
    <p className="mt-3">
      <StoreLink className="link" locale={locale} path={`/v/${verifyToken}`}>
        {t('toVerify')}
      </StoreLink>
    </p>
  ) : null
}

/** Who acts next, until when, and what staff have to say. */
export async function NowBox(props: SpkProps) {
  const { spk, where } = props
  const { locale } = where
  const t = await getTranslations({ locale, namespace: 'spk' })
  const { fault, isConfirmed, signBy, state, turn, wanted } = spk
  const isAsked = ['moreEvidence', 'signatureRejected', 'validating'].includes(state)
  return (
    <section aria-labelledby="sekarang" className="card mb-6 p-5 sm:p-8">
      <Journey locale={locale} state={state} />
      {isConfirmed ? null : <p className="eyebrow">{t('notConfirmed')}</p>}
      <h2 className="mt-1 mb-2 text-xl" id="sekarang">
        {t(`turns.${turn}`)}
      </h2>
      <p>{t(`next.${state}`)}</p>
      {signBy ? (
        <p className="mt-2 font-semibold">
          <time dateTime={signBy}>{t('until', { date: moment({ at: signBy, locale }) })}</time>
        </p>
      ) : null}
      <CheckGuide {...props} />
      {fault ? (
        <p className="notice mt-4" data-tone="warning">
          {t('fault', { why: fault[locale] })}
        </p>
      ) : null}
      {spk.reasons.length > 0 ? (
        <div className="notice mt-4" data-tone="warning">
          <p className="font-semibold">{t('reasons')}</p>
          <ul className="mt-1 list-disc pl-5">
            {spk.reasons.map((reason) => (
              <li key={reason.en}>{reason[locale]}</li>
            ))}
          </ul>
        </div>
      ) : null}
      {wanted && isAsked ? (
        <div className="notice mt-4" data-tone="warning">
          <p className="font-semibold">{t('wanted')}</p>
          <p className="whitespace-pre-line">{wanted}</p>
        </div>
      ) : null}
      <PayLink {...props} />
      <VerifyLink {...props} />
    </section>
  )
}

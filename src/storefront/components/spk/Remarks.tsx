import { getTranslations } from 'next-intl/server'

import { sendRemarks } from '../../spk/actions'
import { Agreement } from './Agreement'
import { RemarkField } from './RemarkField'
import { SpkFields } from './SpkFields'
import type { SpkProps } from './SpkView'

/** What the customer wanted corrected in this edition, as he wrote it. */
export async function MyRemarks({ spk, where: { locale } }: SpkProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return spk.remarks.length === 0 ? null : (
    <section aria-labelledby="catatan" className="card mb-6 p-5 sm:p-8">
      <h2 className="mb-3 text-xl" id="catatan">
        {t('remarksTitle')}
      </h2>
      <dl className="grid gap-3">
        {spk.remarks.map(({ field, label, text }, at) => (
          <div key={`${field}${at}`}>
            <dt className="font-semibold">{label?.[locale] ?? t('remarkWhole')}</dt>
            <dd className="break-words whitespace-pre-line">{text}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

/** The content with a remark at every part: one plain form. */
export async function RemarkForm(props: SpkProps) {
  const t = await getTranslations({ locale: props.where.locale, namespace: 'spk' })
  const copy = { label: t('remarkLabel'), open: t('remarkOpen') }
  return (
    <form action={sendRemarks}>
      <SpkFields {...props} />
      <Agreement
        {...props}
        remark={(field, name) => <RemarkField copy={copy} field={field} name={name} />}
      />
      <div className="card mb-6 grid gap-4 p-5 sm:p-8">
        <h2 className="text-xl">{t('remarkTitle')}</h2>
        <p>{t(props.spk.can.includes('remark') ? 'remarkLead' : 'refuseLead')}</p>
        <RemarkField
          copy={{ label: t('remarkLabel'), open: t('remarkWholeOpen') }}
          field=""
          name={t('remarkWhole')}
        />
        <div>
          <button className="btn btn-secondary" type="submit">
            {t('remarkSend')}
          </button>
        </div>
      </div>
    </form>
  )
}

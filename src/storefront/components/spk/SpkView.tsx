import { getTranslations } from 'next-intl/server'

import { readFault, readSpkNotice, spkNotices } from '../../spk/notice'
import type { SpkWhere } from '../../spk/place'
import type { SpkPage } from '../../spk/spk'
import { spkTone } from '../../spk/tone'
import { ToneBadge } from '../ToneBadge'
import { Agreement } from './Agreement'
import { ArrearsFirst } from './ArrearsFirst'
import { Changes } from './Changes'
import { CodeBox } from './CodeBox'
import { ConfirmBox } from './ConfirmBox'
import { DeclineBox } from './DeclineBox'
import { DocumentList } from './DocumentList'
import { MyRemarks, RemarkForm } from './Remarks'
import { ReturnBox } from './ReturnBox'
import { NowBox } from './NowBox'
import { Story } from './Story'

/** What every part of the page knows. */
export type SpkProps = { spk: SpkPage; where: SpkWhere }

/** What became of a button, as the address says it. */
export type SpkNews = Partial<Record<'kabar' | 'ke' | 'sebab', string | string[]>>

async function Notice({ news, where: { locale } }: { news: SpkNews } & SpkProps) {
  const notice = readSpkNotice(news.kabar)
  if (!notice) {
    return null
  }
  const t = await getTranslations({ locale, namespace: 'spk' })
  const { key, tone } = spkNotices[notice]
  const at = typeof news.ke === 'string' && /^\d{1,2}$/.test(news.ke) ? news.ke : '1'
  const fault = readFault(news.sebab)
  return (
    <p className="notice mb-6" data-tone={tone} role={tone === 'danger' ? 'alert' : 'status'}>
      {t(key)} {fault ? t('faultOf', { at, why: fault[locale] }) : null}
    </p>
  )
}

async function Head({ spk, where: { locale } }: SpkProps) {
  const t = await getTranslations({ locale, namespace: 'spk' })
  return (
    <>
      <p className="mb-3">
        <ToneBadge tone={spkTone(spk)}>{spk.stateLabel[locale]}</ToneBadge>
      </p>
      <h1 className="text-[clamp(1.5rem,1.1rem+1.8vw,2.25rem)]">
        {t('title', { number: spk.orderNumber })}
      </h1>
      <p className="mt-1 mb-6 text-muted">
        {spk.title}
        {spk.number ? ` · ${t('number', { number: spk.number })}` : null}
        {spk.revision > 0 ? ` · ${t('revision', { revision: spk.revision })}` : null}
      </p>
    </>
  )
}

const canSay = ({ can }: SpkProps['spk']): boolean =>
  can.includes('remark') || can.includes('refuseContent')

/** What can be done now; of a link only after its code. */
function Deeds(props: SpkProps) {
  const { spk } = props
  if (spk.can.length === 0) {
    return null
  }
  if (spk.proof === 'none') {
    return <CodeBox {...props} />
  }
  return (
    <>
      {spk.can.includes('bringScan') ? <ReturnBox {...props} what="scan" /> : null}
      {spk.can.includes('bringPhoto') ? <ReturnBox {...props} what="photo" /> : null}
    </>
  )
}

/** What it says: in full while it is to be checked, shut once something else is to be done. */
async function Content(props: SpkProps) {
  const { spk, where } = props
  const maySay = spk.proof !== 'none' && canSay(spk)
  const t = await getTranslations({ locale: where.locale, namespace: 'spk' })
  const all = (
    <>
      <Changes {...props} />
      {maySay ? <RemarkForm {...props} /> : <Agreement {...props} />}
    </>
  )
  if (!spk.content || spk.state === 'validating') {
    return all
  }
  return (
    <details className="disclosure mb-6">
      <summary>{t(maySay ? 'contentSay' : 'contentOpen')}</summary>
      {all}
    </details>
  )
}

/** The page of an agreement for its customer: where it stands, what it says, what he can do. */
export function SpkView({ news, ...props }: { news: SpkNews } & SpkProps) {
  const { spk } = props
  const isProven = spk.proof !== 'none'
  return (
    <div className="wrap-narrow pt-10 sm:pt-14">
      <Notice {...props} news={news} />
      <Head {...props} />
      <ArrearsFirst {...props} />
      <NowBox {...props} />
      <Deeds {...props} />
      <DocumentList {...props} />
      <MyRemarks {...props} />
      <Content {...props} />
      {isProven && spk.can.includes('confirmContent') ? <ConfirmBox {...props} /> : null}
      <Story {...props} />
      {isProven && spk.can.includes('decline') ? <DeclineBox {...props} /> : null}
    </div>
  )
}

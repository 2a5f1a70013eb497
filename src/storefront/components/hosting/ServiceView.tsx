import { getTranslations } from 'next-intl/server'

import { findArrearsOf } from '../../arrears/arrears'
import { SERVICES_PATH } from '../../hosting/paths'
import { isMoving } from '../../hosting/words'
import { findOrder } from '../../shop'
import { ArrearsBanner } from '../arrears/ArrearsBanner'
import { ContractCard } from '../contract/ContractCard'
import { ContractDocuments } from '../contract/ContractDocuments'
import { StoreLink } from '../StoreLink'
import { CreateBox } from './CreateBox'
import { EndingBox } from './EndingBox'
import { ServiceBadge, type ServiceProps } from './ServiceBadge'
import { Asked, Facts } from './ServiceFacts'
import { Failed, Locked, Off, Progress } from './ServiceStanding'
import { WayIn } from './ServiceWayIn'

const NOTICES = {
  berhenti: 'success',
  dibuat: 'success',
  gagal: 'danger',
  lanjut: 'success',
  panel: 'danger',
  setujui: 'danger',
} as const

const isNotice = (code: unknown): code is keyof typeof NOTICES =>
  typeof code === 'string' && Object.hasOwn(NOTICES, code)

async function Notice({ code, locale }: { code: unknown } & Pick<ServiceProps, 'locale'>) {
  if (!isNotice(code)) {
    return null
  }
  const t = await getTranslations({ locale, namespace: 'hosting.notices' })
  return (
    <p className="notice mb-6" data-tone={NOTICES[code]} role="status">
      {t(code)}
    </p>
  )
}

/** What is overdue; nothing once it is off, for then the way back on is said above. */
async function Overdue({ locale, service }: ServiceProps) {
  const { token } = service.order
  const arrears = await findArrearsOf(token)
  return arrears ? <ArrearsBanner arrears={arrears} locale={locale} token={token} /> : null
}

/** How far it is paid, and the papers of that; nothing for what was paid at once. */
async function Money({ locale, service }: ServiceProps) {
  const { token } = service.order
  const order = await findOrder(token)
  return order?.contract ? (
    <div>
      <ContractCard contract={order.contract} locale={locale} title={service.title} />
      <ContractDocuments locale={locale} token={token} />
    </div>
  ) : null
}

/** The ways on from here. */
async function Ways({ locale, service }: ServiceProps) {
  const t = await getTranslations({ locale, namespace: 'hosting' })
  const { token } = service.order
  const order = await findOrder(token)
  return (
    <p className="flex flex-wrap gap-x-6 gap-y-2">
      <StoreLink className="link" locale={locale} path={`/pesanan/${token}`}>
        {t('toOrder')}
      </StoreLink>
      {order?.spk ? (
        <StoreLink className="link" locale={locale} path={`/pesanan/${token}/spk`}>
          {t('toSpk')}
        </StoreLink>
      ) : null}
      <StoreLink className="link" locale={locale} path={SERVICES_PATH}>
        {t('toList')}
      </StoreLink>
    </p>
  )
}

/** The page of one service: how it stands, what can be done, how it is reached, where it is paid. */
export async function ServiceView({ notice, ...props }: { notice: unknown } & ServiceProps) {
  const { locale, service } = props
  const t = await getTranslations({ locale, namespace: 'hosting' })
  const isOff = service.wanted === 'off' && service.reasons.length > 0
  const ofOrder = t('ofOrder', { number: service.order.number })
  return (
    <div className="wrap-narrow grid gap-6 pt-10 sm:pt-14">
      <div>
        <Notice code={notice} locale={locale} />
        <p className="mb-3" role="status">
          <ServiceBadge {...props} />
        </p>
        <h1 className="text-[clamp(1.5rem,1.1rem+1.8vw,2.25rem)] break-words">
          {service.domain ?? service.title}
        </h1>
        <p className="mt-1 text-muted">
          {service.domain ? `${service.title} · ${ofOrder}` : ofOrder}
        </p>
      </div>
      {isOff ? <Off {...props} /> : <Overdue {...props} />}
      {service.state === 'locked' ? <Locked {...props} /> : null}
      <Failed {...props} />
      {isMoving(service) ? <Progress {...props} /> : null}
      {service.needs ? <CreateBox {...props} /> : null}
      <WayIn {...props} />
      <Facts {...props} />
      <Asked {...props} />
      <Money {...props} />
      <EndingBox {...props} />
      <Ways {...props} />
    </div>
  )
}

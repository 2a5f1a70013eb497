import { getTranslations } from 'next-intl/server'

import { choicePath } from '../../arrears/paths'
import { StoreLink } from '../StoreLink'
import { ArrearsFacts, type ArrearsProps, ChanceNews, ServiceOff } from './ArrearsFacts'

type BannerProps = ArrearsProps & {
  /** Names the order, where several are told of. */
  isNamed?: boolean
  token: string
}

const titleOf = ({ mustChoose, standing }: BannerProps['arrears']) => {
  if (mustChoose) {
    return 'mustChooseTitle'
  }
  return standing.arrears ? 'bannerTitle' : 'offTitle'
}

/** What is overdue on an order and where to go; nothing while all is well. */
export async function ArrearsBanner({ isNamed = false, token, ...props }: BannerProps) {
  const { arrears, locale } = props
  const t = await getTranslations({ locale, namespace: 'arrears' })
  const isOverdue = arrears.standing.arrears !== null
  if (!isOverdue && arrears.service.wanted === 'on') {
    return null
  }
  const heading = `tunggakan-${arrears.orderNumber.replaceAll('/', '-')}`
  const isMild = arrears.chance !== null && arrears.service.wanted === 'on'
  return (
    <section
      aria-labelledby={heading}
      className="notice mb-6 grid gap-3"
      data-tone={isMild ? 'warning' : 'danger'}
    >
      <h2 className="text-lg" id={heading}>
        {t(titleOf(arrears))}
        {isNamed ? ` (${arrears.title}, ${arrears.orderNumber})` : ''}
      </h2>
      {arrears.mustChoose ? <p>{t('mustChooseText')}</p> : null}
      <ArrearsFacts {...props} />
      <ServiceOff {...props} />
      <ChanceNews {...props} />
      {isOverdue ? (
        <p className="flex flex-wrap items-center gap-x-6 gap-y-3">
          <StoreLink
            className={arrears.mustChoose ? 'btn btn-primary no-underline!' : 'min-h-6'}
            locale={locale}
            path={choicePath(token)}
          >
            {t(arrears.mustChoose ? 'choose' : 'openChoice')}
          </StoreLink>
          {arrears.canAskForChance ? (
            <StoreLink locale={locale} path={`${choicePath(token)}#perpanjangan`}>
              {t('askChance')}
            </StoreLink>
          ) : null}
        </p>
      ) : null}
    </section>
  )
}

import { getTranslations } from 'next-intl/server'

import { formatDay } from '@/plugin/kernel/time'

import { type ContractLine, type CustomerOrder, findOwnOrders } from '../../account/visitor'
import { resolveContractStatus } from '../../contract/standing'
import { moment, money } from '../../format'
import type { StoreLocale } from '../../i18n/locales'
import { resolveStatus } from '../../order/status'
import { ContractWord } from '../contract/ContractBadge'
import { StatusWord } from '../order/StatusBadge'
import { SpkLine } from '../spk/SpkLine'
import { StoreLink } from '../StoreLink'
import { PageTurner } from './PageTurner'

type OwnOrdersProps = { customerId: string; locale: StoreLocale; page: number }

/** How far a purchase in instalments has come, in one line of the list. */
async function ContractNews({ contract, locale }: { contract: ContractLine; locale: StoreLocale }) {
  const t = await getTranslations({ locale, namespace: 'contract' })
  const { count, next, overdue, paidCount } = contract
  const rupiah = (amount: number): string => money({ amount, locale })
  return (
    <p className="text-sm">
      <span className="font-semibold">{t('progress', { count, paid: paidCount })}</span>
      {overdue > 0 ? ` · ${t('overdueLine', { amount: rupiah(overdue) })}` : null}
      {overdue === 0 && next
        ? ` · ${t('nextLine', { amount: rupiah(next.left), date: formatDay(next.dueOn, locale) })}`
        : null}
    </p>
  )
}

function OrderState({ locale, order }: { locale: StoreLocale; order: CustomerOrder }) {
  const { contract } = order
  return contract ? (
    <ContractWord
      locale={locale}
      status={resolveContractStatus({ ...order, isOverdue: contract.overdue > 0 })}
    />
  ) : (
    <StatusWord locale={locale} status={resolveStatus(order)} />
  )
}

async function OrderRow({ locale, order }: { locale: StoreLocale; order: CustomerOrder }) {
  return (
    <li className="card flex flex-wrap items-center justify-between gap-x-6 gap-y-2 p-5">
      <div>
        <p className="text-lg font-bold">
          <StoreLink className="link" locale={locale} path={`/pesanan/${order.token}`}>
            {order.number}
          </StoreLink>
        </p>
        <p className="text-sm text-muted">{moment({ at: order.placedAt, locale })}</p>
        {order.contract && order.state !== 'cancelled' ? (
          <ContractNews contract={order.contract} locale={locale} />
        ) : null}
        <SpkLine locale={locale} order={order} />
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-2">
        <span className="money font-semibold">{money({ amount: order.total, locale })}</span>
        <OrderState locale={locale} order={order} />
      </div>
    </li>
  )
}

/** The customer's own orders, newest first. */
export async function OwnOrders({ customerId, locale, page }: OwnOrdersProps) {
  const t = await getTranslations({ locale, namespace: 'account' })
  const { hasMore, orders } = await findOwnOrders({ customerId, page })
  return (
    <section aria-labelledby="pesanan">
      <h2 className="mb-4 text-2xl" id="pesanan">
        {t('ordersTitle')}
      </h2>
      {orders.length === 0 ? (
        <>
          <p className="text-muted">{t('ordersEmpty')}</p>
          <StoreLink className="btn btn-secondary mt-5" locale={locale} path="/produk">
            {t('browse')}
          </StoreLink>
        </>
      ) : (
        <ul className="grid gap-4">
          {orders.map((order) => (
            <OrderRow key={order.number} locale={locale} order={order} />
          ))}
        </ul>
      )}
      <PageTurner hasMore={hasMore} locale={locale} page={page} path="/akun" />
    </section>
  )
}

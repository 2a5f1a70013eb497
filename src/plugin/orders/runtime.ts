import { defineRuntime } from '../kernel/payload'

/** Wiring of the orders feature. */
export type OrdersRuntime = {
  /** Letters at the head of public numbers, e.g. `HZ`. */
  numberPrefix: string
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
}

export const ordersRuntime = defineRuntime<OrdersRuntime>('orders')

/** Address of an order's page. */
export const buildOrderUrl = (args: { locale: string; serverUrl: string; token: string }): string =>
  `${args.serverUrl}${args.locale === 'en' ? '/en' : ''}/pesanan/${args.token}`

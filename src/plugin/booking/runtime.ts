import { defineRuntime } from '../kernel/payload'

/** Wiring of the booking feature. */
export type BookingRuntime = {
  /** Address of an order's page. */
  buildOrderUrl: (args: { locale: string; token: string }) => string
  /** How long a time is kept for an order that is not paid yet, in minutes. */
  keepMinutes: number
  /** Public address of the shop, without a slash at its end. */
  serverUrl: string
}

export const bookingRuntime = defineRuntime<BookingRuntime>('booking')

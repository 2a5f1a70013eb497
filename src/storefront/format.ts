import { parsePhoneNumberFromString } from 'libphonenumber-js'

import { formatRupiah } from '@/plugin/kernel/money'
import { formatDay, formatInstant, wibDayOf } from '@/plugin/kernel/time'

import type { StoreLocale } from './i18n/locales'

/** `Rp1.250.000`; the only way the storefront writes money. */
export const money = (args: { amount: number; locale: StoreLocale }): string =>
  formatRupiah(args.amount, args.locale)

/** `21 November 2026 pukul 14.30 WIB` from an ISO instant; an empty text when there is none. */
export const moment = (args: { at: string | undefined; locale: StoreLocale }): string =>
  args.at ? formatInstant(new Date(args.at), args.locale) : ''

/** `21 November 2026`, the day an ISO instant falls on in Jakarta. */
export const calendarDay = (args: { at: string; locale: StoreLocale }): string =>
  formatDay(wibDayOf(new Date(args.at)), args.locale)

/** `+62 812-3456-7890` from the digits we keep. */
export const formatPhone = (phone: string): string =>
  parsePhoneNumberFromString(phone)?.formatInternational() ?? phone

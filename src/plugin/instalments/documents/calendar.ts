import type { Locale } from '../../kernel/errors'
import type { PublicContract } from '../contracts/publicContract'
import type { AccountFacts } from './facts'

import { formatRupiah } from '../../kernel/money'
import { buildDueDays, type DueDay } from '../../notifications'
import { nameDebt } from './names'

const TEXTS = {
  en: {
    about: (order: string, title: string) => `Order ${order}: ${title}`,
    paid: 'If you have paid already, there is nothing to do.',
  },
  id: {
    about: (order: string, title: string) => `Pesanan ${order}: ${title}`,
    paid: 'Abaikan bila sudah membayar.',
  },
}

/**
 * The days on which something of a contract is still due, as the text of an `.ics`. Each debt has one UID
 * for ever, so that a newer file moves and mends what an older one has put into a calendar.
 */
export const buildDueCalendar = (args: {
  account: Pick<AccountFacts, 'number' | 'title'>
  contract: Pick<PublicContract, 'standing'>
  locale: Locale
  now: Date
  organiser: { email: string; name: string }
  /** Page of the order. */
  url: string
}): string => {
  const { account, contract, locale, now, organiser, url } = args
  const { about, paid } = TEXTS[locale]
  const days = contract.standing.debts
    .filter(({ kind, left }) => kind !== 'lateFee' && left > 0)
    .map((debt): DueDay => {
      const name = nameDebt(debt, locale)
      return {
        description: `${about(account.number, account.title)}\n${url}\n${paid}`,
        dueOn: debt.dueOn,
        id: `${account.number.replaceAll('/', '-')}-${debt.seq}`,
        title: `${name}: ${formatRupiah(debt.left, locale)} (${account.title})`,
        url,
      }
    })
  return buildDueDays({ days, now, organiser })
}

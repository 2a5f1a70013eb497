import { readHostName } from '@/plugin/hosting'
import { findOwnSite } from '@/plugin/orders'

import { findVisitor } from '../account/visitor'
import { getShop } from '../shop'
import { findOwnArrears } from './arrears'
import { choicePath } from './paths'

const ACCOUNT = '/akun'

/** The login that leads back here; the same for every name, so that it tells nobody whose site it is. */
const loginFor = (host: string): string =>
  `${ACCOUNT}?lanjut=${encodeURIComponent(`/masuk-bayar?host=${host}`)}`

/** An order in arrears has a choice to make; any other shows what else is the matter. */
const pathOf = async (token: string): Promise<string> => {
  const found = await findOwnArrears(token)
  const isOverdue = found.kind === 'own' && found.arrears.case !== null
  return isOverdue ? choicePath(token) : `/pesanan/${encodeURIComponent(token)}`
}

/**
 * Where somebody goes who pressed the button on the page of a suspended site: its owner to his choice or his
 * order, everybody else to the login or to an account of his own. Strangers learn nothing of the site, not
 * even whether it is ours.
 */
export const findOwnerPath = async (asked: null | string): Promise<string> => {
  const host = readHostName(asked ?? undefined)
  if (host === undefined) {
    return ACCOUNT
  }
  const customer = await findVisitor()
  if (!customer) {
    return loginFor(host)
  }
  const token = await findOwnSite(await getShop(), { customerId: customer.id, host })
  return token === null ? ACCOUNT : pathOf(token)
}

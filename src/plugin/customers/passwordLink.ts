import { askForPasswordLink } from '../kernel/accounts'
import { slugsOf } from '../kernel/payload'
import type { Visit } from './session'

/**
 * "Forgot my password" from a page of the shop; counted together with the API's.
 *
 * @throws DomainError `customer.invalidEmail`, `rateLimited`
 */
export const askForCustomerLink = (
  args: Visit & { factor: number; input: unknown },
): Promise<void> => {
  const { customers: collection } = slugsOf(args.payload)
  return askForPasswordLink({ ...args, collection })
}

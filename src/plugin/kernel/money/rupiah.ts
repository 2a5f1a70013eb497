import { DomainError } from '../errors/domainError'

declare const rupiahBrand: unique symbol

/** A whole number of rupiah, exact in a double. Negative only where a function says so. */
export type Rupiah = number & { readonly [rupiahBrand]: true }

/** Makes a Rupiah; refuses fractions, NaN and numbers a double cannot hold exactly. Throws `money.invalid`. */
export function rupiah(value: number): Rupiah {
  if (!isRupiah(value)) throw new DomainError('money.invalid', { value: String(value) })
  // -0 would survive into JSON and Object.is comparisons.
  return (value === 0 ? 0 : value) as Rupiah
}

/** Whether a number can be an amount of rupiah. */
export function isRupiah(value: number): value is Rupiah {
  return Number.isSafeInteger(value)
}

/** The exact sum, in any order of the amounts. Accepts negative amounts; throws when the sum is not exact. */
export function addRupiah(...amounts: Rupiah[]): Rupiah {
  return fromBigInt(amounts.reduce((sum, amount) => sum + BigInt(rupiah(amount)), 0n))
}

/** Amount times a whole quantity of 0 or more. */
export function multiplyRupiah(amount: Rupiah, quantity: number): Rupiah {
  if (!Number.isSafeInteger(quantity) || quantity < 0) {
    throw new DomainError('money.invalid', { quantity: String(quantity) })
  }
  return fromBigInt(BigInt(rupiah(amount)) * BigInt(quantity))
}

function fromBigInt(value: bigint): Rupiah {
  return rupiah(Number(value))
}

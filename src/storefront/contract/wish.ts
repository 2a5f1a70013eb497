/** Which debts a customer wants to pay; neither: what is due, else the next. */
export type PayWish = { instalments?: number[]; pay?: 'all' }

const SEQS = /^[1-9]\d{0,3}(?:,[1-9]\d{0,3}){0,199}$/

/**
 * Reads a wish from a form: `pay=all`, or `instalments` as numbers between commas. Undefined when it
 * says something else: then nobody is asked to pay what he did not choose.
 */
export const readPayWish = (form: FormData): PayWish | undefined => {
  const [instalments, pay] = [form.get('instalments'), form.get('pay')]
  if (pay !== null) {
    return pay === 'all' && instalments === null ? { pay } : undefined
  }
  if (instalments === null) {
    return {}
  }
  return typeof instalments === 'string' && SEQS.test(instalments)
    ? { instalments: instalments.split(',').map(Number) }
    : undefined
}

/** The form fields that ask for the same as an attempt does. */
export const wishOfAttempt = (attempt: {
  instalments: readonly number[]
  rebate: number
}): Record<string, string> =>
  attempt.rebate > 0 ? { pay: 'all' } : { instalments: attempt.instalments.join(',') }

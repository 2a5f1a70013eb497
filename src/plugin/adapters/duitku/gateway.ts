import type { Gateway, GatewayOutcome, InvoiceInput } from '../../payments/port'
import type { DirectPayment } from './inquiry'
import type { DuitkuOptions, DuitkuSettings } from './options'

import { verifyDuitkuCallback } from './callback'
import { groupChannel } from './channelGroups'
import { nameChannel } from './channelNames'
import { createPopInvoice } from './createInvoice'
import { inquire } from './inquiry'
import { resolveOptions } from './options'
import { fetchPaymentMethods } from './paymentMethods'
import { fetchTransactionStatus } from './transactionStatus'

/** The payments port, and the v2 call that POP shops do not need. */
export type DuitkuGateway = {
  inquire: (
    input: { paymentMethod: string } & InvoiceInput,
  ) => Promise<GatewayOutcome<DirectPayment>>
} & Gateway

/** Connects the payments port to one Duitku project. Reads neither the clock nor the environment. */
export function createDuitkuGateway(options: DuitkuOptions): DuitkuGateway {
  const settings = resolveOptions(options)
  const report = reporter(settings)
  return {
    createInvoice: async (input) =>
      report({ operation: 'createInvoice', outcome: await createPopInvoice({ input, settings }) }),
    fetchMethods: async (input) =>
      report({
        operation: 'fetchMethods',
        outcome: await fetchPaymentMethods({ ...input, settings }),
      }),
    fetchStatus: async (input) =>
      report({
        operation: 'fetchStatus',
        outcome: await fetchTransactionStatus({ ...input, settings }),
      }),
    groupChannel,
    inquire: async (input) =>
      report({ operation: 'inquire', outcome: await inquire({ input, settings }) }),
    nameChannel,
    verifyCallback: (received) => verifyDuitkuCallback({ received, settings }),
  }
}

/** One log line per call that did not succeed, without any personal data. */
function reporter(settings: DuitkuSettings) {
  return <T>({
    operation,
    outcome,
  }: {
    operation: string
    outcome: GatewayOutcome<T>
  }): GatewayOutcome<T> => {
    if (outcome.kind !== 'ok') {
      const { kind, reason } = outcome
      settings.logger.warn({ event: 'duitku.call', kind, operation, reason }, 'Duitku call failed')
    }
    return outcome
  }
}

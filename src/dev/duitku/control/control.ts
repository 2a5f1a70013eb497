import type { SimulatorConfig } from '../config'
import type { Fault } from '../faults'
import type { Settlement } from '../lifecycle'
import type { Invoice, Simulator } from '../types'
import type { SimulatedTransfer, TransferFate } from '../disbursement/desk'
import type { InvoiceView, StateView } from './views'

import { shapeCallbacks } from '../callbacks/variants'
import { configSchema, defaultConfig } from '../config'
import { faultSchema } from '../faults'
import { chooseChannel, expireInvoice, failInvoice, payInvoice } from '../lifecycle'
import {
  callbackSchema,
  credentialsSchema,
  settlementSchema,
  type CallbackRequest,
  type InvoiceAddress,
} from './schema'
import { invoiceView, stateView } from './views'

type SettlementRequest = { wait?: boolean } & InvoiceAddress & Settlement

/** The levers of a running simulator, for tests in the same process and for the control API. */
export type SimulatorControl = {
  /** Plans misbehaviour. */
  addFault: (fault: { kind: Fault['kind'] } & Partial<Fault>) => Fault
  /** Sends callbacks of a variant and resolves when they have been sent. */
  callback: (request: CallbackRequest) => Promise<InvoiceView>
  choose: (request: { channel: string } & InvoiceAddress) => InvoiceView
  clearFaults: () => void
  configure: (config: Partial<SimulatorConfig>) => SimulatorConfig
  expire: (request: SettlementRequest) => Promise<InvoiceView>
  fail: (request: SettlementRequest) => Promise<InvoiceView>
  find: (address: InvoiceAddress) => InvoiceView | undefined
  /** Resolves when no callback is on its way. */
  idle: () => Promise<void>
  /** What becomes of a transfer that was pending. */
  finishTransfer: (request: { fate: TransferFate; reference: string }) => SimulatedTransfer
  pay: (request: SettlementRequest) => Promise<InvoiceView>
  /** The bodies of a variant without sending them, to post them in one's own way. */
  preview: (request: CallbackRequest) => { body: string; contentType: string; method: string }[]
  /** Forgets invoices, faults, counts and sends; with `config`, the settings too. */
  reset: (args?: { config?: boolean }) => void
  setCredentials: (credentials: { apiKey?: string; merchantCode?: string }) => void
  /** Every account that was looked up and every order that was given, oldest first. */
  transfers: () => SimulatedTransfer[]
  state: (args?: { limit?: number; merchantOrderId?: string }) => StateView
}

/** Makes the levers. */
export function createControl(simulator: Simulator): SimulatorControl {
  return { ...createSettings(simulator), ...createLevers(simulator) }
}

type Settings = Pick<
  SimulatorControl,
  | 'addFault'
  | 'clearFaults'
  | 'configure'
  | 'finishTransfer'
  | 'idle'
  | 'reset'
  | 'setCredentials'
  | 'state'
  | 'transfers'
>

/** Levers of the simulator as a whole. */
function createSettings(simulator: Simulator): Settings {
  return {
    addFault: (fault) => {
      const planned = faultSchema.parse(fault)
      simulator.faults.push(planned)
      return planned
    },
    clearFaults: () => void simulator.faults.splice(0),
    configure: (config) => Object.assign(simulator.config, configSchema.partial().parse(config)),
    finishTransfer: ({ fate, reference }) => {
      const transfer = simulator.disbursement.transfers.get(reference)
      if (transfer === undefined) throw new RangeError('transfer not found')
      return Object.assign(transfer, { state: fate })
    },
    idle: () => simulator.sender.idle(),
    reset: ({ config = false } = {}) => resetAll({ config, simulator }),
    setCredentials: (credentials) =>
      void Object.assign(simulator.credentials, credentialsSchema.parse(credentials)),
    state: ({ limit = 100, merchantOrderId } = {}) =>
      stateView({ limit, merchantOrderId, simulator }),
    transfers: () => [...simulator.disbursement.transfers.values()],
  }
}

/** Levers of one invoice. */
function createLevers(simulator: Simulator): Omit<SimulatorControl, keyof Settings> {
  const settleWith =
    (settle: typeof payInvoice) =>
    async ({ wait = false, ...request }: SettlementRequest) => {
      const invoice = locate({ address: request, simulator })
      const sent = settle({ invoice, settlement: settlementSchema.parse(request), simulator })
      if (wait) await sent
      return invoiceView(invoice)
    }
  return {
    callback: async (request) => {
      const { wait = true, ...order } = callbackSchema.parse(request)
      const invoice = locate({ address: order, simulator })
      const sent = simulator.sender.announce({ ...order, invoice })
      if (wait) await sent
      return invoiceView(invoice)
    },
    choose: ({ channel, ...address }) => {
      const invoice = locate({ address, simulator })
      chooseChannel({ channel, invoice, simulator })
      return invoiceView(invoice)
    },
    expire: settleWith(expireInvoice),
    fail: settleWith(failInvoice),
    find: (address) => {
      const invoice = findInvoice({ address, simulator })
      return invoice && invoiceView(invoice)
    },
    pay: settleWith(payInvoice),
    preview: (request) => {
      const { overrides, resign, variant = 'normal' } = callbackSchema.parse(request)
      const invoice = locate({ address: request, simulator })
      return shapeCallbacks({ invoice, overrides, resign, simulator, variant })
    },
  }
}

function findInvoice({
  address,
  simulator,
}: {
  address: InvoiceAddress
  simulator: Simulator
}): Invoice | undefined {
  const { merchantOrderId, reference } = address
  if (reference) return simulator.store.findByReference(reference)
  return simulator.store.findByOrder(merchantOrderId ?? '').at(-1)
}

function locate(args: { address: InvoiceAddress; simulator: Simulator }): Invoice {
  const invoice = findInvoice(args)
  if (invoice === undefined) throw new RangeError('invoice not found')
  return invoice
}

function resetAll({ config, simulator }: { config: boolean; simulator: Simulator }): void {
  simulator.sender.stop()
  simulator.faults.splice(0)
  simulator.limiter.reset()
  simulator.disbursement.reset()
  simulator.store.clear()
  simulator.requests = {}
  if (config) Object.assign(simulator.config, structuredClone(defaultConfig))
}

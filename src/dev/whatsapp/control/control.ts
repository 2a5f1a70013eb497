import { randomBytes } from 'node:crypto'

import { configSchema, defaultConfig, type SimulatorConfig } from '../config'
import { type Fault, faultSchema } from '../faults'
import type { KeptMessage, ReceivedCall, Simulator } from '../types'
import type { Delivery } from '../webhooks/deliver'
import { type Credentials, credentialsSchema, replySchema, stateSchema } from './schema'
import { subscribe, type Subscription } from './subscribe'

/** The levers of a running simulator, for tests in the same process and for the control API. */
export type SimulatorControl = {
  /** Plans misbehaviour. */
  addFault: (fault: Partial<Fault> & { kind: Fault['kind'] }) => Fault
  /** The shop's calls as they arrived, oldest first. */
  calls: () => ReceivedCall[]
  clearFaults: () => void
  configure: (config: Partial<SimulatorConfig>) => SimulatorConfig
  deliveries: () => Delivery[]
  faults: () => Fault[]
  /** Resolves when no webhook is on its way. */
  idle: () => Promise<void>
  messages: (filter?: { number?: string }) => KeptMessage[]
  /** Lets a message come further, or fail, and tells the shop. */
  move: (request: { id: string; state: KeptMessage['states'][number]['state'] }) => KeptMessage
  /** Lets a person write to the shop. */
  reply: (request: { number: string; text: string }) => KeptMessage
  /** Forgets messages, calls, faults and webhooks; with `config`, the settings too. */
  reset: (args?: { config?: boolean }) => void
  setCredentials: (credentials: Partial<Credentials>) => void
  /** Asks the shop's webhook the question that Meta asks at subscription. */
  subscribe: () => Promise<Subscription>
}

const findMessage = (args: { id: string; simulator: Simulator }): KeptMessage => {
  const message = args.simulator.chats.findById(args.id)
  if (!message) {
    throw new RangeError('message not found')
  }
  return message
}

const writeReply = (args: { number: string; simulator: Simulator; text: string }): KeptMessage => {
  const { number, simulator, text } = args
  const message = simulator.chats.add({
    at: simulator.now(),
    direction: 'in',
    id: `wamid.${randomBytes(24).toString('base64')}`,
    number,
    states: [],
    text,
    vendor: 'cloud',
  })
  simulator.sender.reply(message)
  return message
}

const reset = (args: { config: boolean; simulator: Simulator }): void => {
  const { config, simulator } = args
  simulator.sender.stop()
  simulator.calls.splice(0)
  simulator.chats.clear()
  simulator.faults.splice(0)
  if (config) {
    Object.assign(simulator.config, structuredClone(defaultConfig))
  }
}

/** Makes the levers. */
export const createControl = (simulator: Simulator): SimulatorControl => ({
  addFault: (fault) => {
    const planned = faultSchema.parse(fault)
    simulator.faults.push(planned)
    return planned
  },
  calls: () => simulator.calls,
  clearFaults: () => void simulator.faults.splice(0),
  configure: (config) => Object.assign(simulator.config, configSchema.partial().parse(config)),
  deliveries: simulator.sender.deliveries,
  faults: () => simulator.faults,
  idle: simulator.sender.idle,
  messages: (filter) => simulator.chats.find(filter),
  move: (request) => {
    const { id, state } = stateSchema.parse(request)
    const message = findMessage({ id, simulator })
    simulator.sender.reportState({ message, state })
    return message
  },
  reply: (request) => writeReply({ ...replySchema.parse(request), simulator }),
  reset: ({ config = false } = {}) => reset({ config, simulator }),
  setCredentials: (credentials) =>
    void Object.assign(simulator.credentials, credentialsSchema.partial().parse(credentials)),
  subscribe: () => subscribe(simulator),
})

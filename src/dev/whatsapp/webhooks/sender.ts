import { setTimeout as wait } from 'node:timers/promises'

import { type Fault, takeFault, webhookFaults } from '../faults'
import type { KeptMessage, MessageState, Simulator } from '../types'
import { deliver, type Delivery, type Parts } from './deliver'
import { replyPayload, statusPayload } from './payload'

/** Tells the shop what became of its messages, in the background. */
export type WebhookSender = {
  /** Latest last. */
  deliveries: () => Delivery[]
  /** Resolves when nothing is on its way. */
  idle: () => Promise<void>
  /** Tells of a person's answer. */
  reply: (message: KeptMessage) => void
  /** Lets a message come as far as the settings say, and tells of every step. */
  report: (message: KeptMessage) => void
  /** Tells of one step. */
  reportState: (args: { message: KeptMessage; state: MessageState }) => void
  stop: () => void
}

type Step = { at: number; state: MessageState }

const way = ['sent', 'delivered', 'read'] as const

const planSteps = (args: { message: KeptMessage; simulator: Simulator }): Step[] => {
  const { message, simulator } = args
  const { progress } = simulator.config
  const last = progress === 'none' ? 0 : way.indexOf(progress) + 1
  const states: MessageState[] = message.error ? ['failed'] : way.slice(0, last)
  // Reports count in seconds: one apart, so that their order can be told.
  return states.map((state, index) => ({ at: message.at + index * 1000, state }))
}

const bend = (steps: Step[], fault: Fault | undefined): Step[] => {
  switch (fault?.kind) {
    case 'duplicateStatus':
      return steps.flatMap((step) => [step, step])
    case 'reversedStatuses':
      return steps.toReversed()
    default:
      return steps
  }
}

const tellStep = async (args: {
  isForged: boolean
  message: KeptMessage
  parts: Parts
  step: Step
}): Promise<void> => {
  const { isForged, message, parts, step } = args
  if (!message.states.some(({ state }) => state === step.state)) {
    message.states.push(step)
  }
  // Fonnte's webhooks are not signed; the shop reads none.
  if (message.vendor === 'cloud') {
    const body = statusPayload({ ...step, message, simulator: parts.simulator })
    await deliver({ body, isForged, parts, what: `${step.state} ${message.number}` })
  }
}

const takeWebhookFault = (args: { message: KeptMessage; simulator: Simulator }) =>
  takeFault({ among: webhookFaults, faults: args.simulator.faults, to: args.message.number })

const tellSteps = async (args: {
  message: KeptMessage
  parts: Parts
  steps: Step[]
}): Promise<void> => {
  const { message, parts } = args
  const { simulator } = parts
  const fault = takeWebhookFault({ message, simulator })
  for (const step of bend(args.steps, fault)) {
    await wait(simulator.config.statusDelayMs, undefined, { signal: parts.signal })
    await tellStep({ isForged: fault?.kind === 'forgedSignature', message, parts, step })
  }
}

/** Makes the sender of one simulator. */
export const createWebhookSender = (getSimulator: () => Simulator): WebhookSender => {
  const running = new Set<Promise<void>>()
  const deliveries: Delivery[] = []
  let halt = new AbortController()
  const parts = (): Parts => ({ deliveries, signal: halt.signal, simulator: getSimulator() })

  const track = (work: Promise<void>) => {
    const job: Promise<void> = work.catch(() => undefined).finally(() => running.delete(job))
    running.add(job)
  }
  return {
    deliveries: () => deliveries,
    idle: async () => {
      while (running.size > 0) {
        await Promise.all(running)
      }
    },
    reply: (message) => {
      const simulator = getSimulator()
      const isForged = takeWebhookFault({ message, simulator })?.kind === 'forgedSignature'
      const body = replyPayload({ message, simulator })
      track(deliver({ body, isForged, parts: parts(), what: `reply ${message.number}` }))
    },
    report: (message) => {
      const steps = planSteps({ message, simulator: getSimulator() })
      track(tellSteps({ message, parts: parts(), steps }))
    },
    reportState: ({ message, state }) => {
      const steps = [{ at: getSimulator().now(), state }]
      track(tellSteps({ message, parts: parts(), steps }))
    },
    stop: () => {
      halt.abort()
      halt = new AbortController()
      deliveries.splice(0)
    },
  }
}

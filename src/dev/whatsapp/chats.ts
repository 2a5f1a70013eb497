import type { KeptMessage } from './types'

/** Messages in memory; the oldest make room. */
export type Chats = {
  add: (message: KeptMessage) => KeptMessage
  clear: () => void
  count: () => number
  /** Oldest first, as a chat is read. */
  find: (filter?: { number?: string }) => KeptMessage[]
  findById: (id: string) => KeptMessage | undefined
  /** When the person wrote last. */
  lastWrittenAt: (number: string) => number | undefined
  /** The latest message of every person, newest first. */
  latest: () => KeptMessage[]
}

const mostMessages = 20_000

/** Opens an empty memory. */
export const createChats = (): Chats => {
  const messages = new Map<string, KeptMessage>()
  const all = () => [...messages.values()]
  return {
    add: (message) => {
      messages.set(message.id, message)
      const [oldest] = messages.keys()
      if (messages.size > mostMessages && oldest !== undefined) {
        messages.delete(oldest)
      }
      return message
    },
    clear: () => messages.clear(),
    count: () => messages.size,
    find: ({ number } = {}) => all().filter((message) => !number || message.number === number),
    findById: (id) => messages.get(id),
    lastWrittenAt: (number) =>
      all().findLast((message) => message.number === number && message.direction === 'in')?.at,
    latest: () =>
      [...new Map(all().map((message) => [message.number, message])).values()].sort(
        (one, other) => other.at - one.at,
      ),
  }
}

/** How far a message has come; `undefined` while nobody has said anything. */
export const stateOf = ({
  states,
}: KeptMessage): KeptMessage['states'][number]['state'] | undefined => {
  const order = ['sent', 'delivered', 'read', 'failed'] as const
  return order.findLast((wanted) => states.some(({ state }) => state === wanted))
}

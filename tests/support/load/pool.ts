import { type Answer, type Ask, type Connection, openConnection, type Target } from './connection'

/** Kept-alive connections that are handed to whoever asks; more are opened when all are busy. */
export type ConnectionPool = { ask: (request: Ask) => Promise<Answer>; close: () => void }

/** Makes an empty pool. */
export const openConnectionPool = (target: Target): ConnectionPool => {
  const idle: Connection[] = []
  const all: Connection[] = []
  const take = (): Connection => {
    const connection = idle.pop()
    if (connection) {
      return connection
    }
    const opened = openConnection(target)
    all.push(opened)
    return opened
  }
  return {
    ask: async (request) => {
      const connection = take()
      try {
        return await connection.ask(request)
      } finally {
        idle.push(connection)
      }
    },
    close: () => all.forEach((connection) => connection.close()),
  }
}

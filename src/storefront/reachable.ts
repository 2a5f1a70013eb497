import { connect } from 'node:net'

const patienceMs = 1000

/** Whether anything listens at a database's address. Asked while building, when there may be none. */
export const isReachable = (databaseUrl: string): Promise<boolean> => {
  const { hostname, port } = new URL(databaseUrl)
  if (hostname === '') {
    // A Unix socket, named in the query: nothing to probe cheaply, so let the driver find out.
    return Promise.resolve(true)
  }
  return new Promise((resolve) => {
    const socket = connect({ host: hostname, port: Number(port || 5432), timeout: patienceMs })
    const answer = (isOpen: boolean) => (): void => {
      socket.destroy()
      resolve(isOpen)
    }
    socket.once('connect', answer(true))
    socket.once('error', answer(false))
    socket.once('timeout', answer(false))
  })
}

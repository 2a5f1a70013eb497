import { randomUUID } from 'node:crypto'
import { type AddressInfo, connect, createServer } from 'node:net'
import type { State } from './state'

type Note = { port: number; token: string }

/** A process id says nothing after a restart of the machine; a token that answers does. */
const isHeld = (note: Note): Promise<boolean> =>
  new Promise((resolve) => {
    const socket = connect({ host: '127.0.0.1', port: note.port })
    socket.setTimeout(1000, () => socket.destroy())
    socket.once('data', (heard) => {
      resolve(heard.toString() === note.token)
      socket.destroy()
    })
    socket.once('error', () => resolve(false))
    socket.once('close', () => resolve(false))
  })

/**
 * One launcher per state folder: a second would stop the database under the first. Returns what
 * gives the lock back.
 */
export const takeLock = async (state: State): Promise<() => void> => {
  const note = state.read<Note>('launcher.json')
  if (note && (await isHeld(note))) {
    throw new Error('This shop is running already. Stop it first (Ctrl-C in its window).')
  }
  const token = randomUUID()
  const server = createServer((socket) => {
    socket.on('error', () => undefined)
    socket.end(token)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  server.unref()
  state.write('launcher.json', { port: (server.address() as AddressInfo).port, token })
  return () => {
    server.close()
    state.remove('launcher.json')
  }
}

import { connect, type Socket } from 'node:net'

/** What a server answered. */
export type Answer = { body: string; headers: string; status: number }

/** One request; `body` is sent as it is. */
export type Ask = { body?: string; headers?: string; method?: string; path: string }

type Waiting = { reject: (error: Error) => void; resolve: (answer: Answer) => void }

const HEAD_END = Buffer.from('\r\n\r\n')

/** Reads a chunked body; undefined while it is not whole. */
const readChunks = (bytes: Buffer, from: number): { body: string; end: number } | undefined => {
  const parts: Buffer[] = []
  let at = from
  for (;;) {
    const line = bytes.indexOf('\r\n', at)
    if (line < 0) {
      return undefined
    }
    const size = Number.parseInt(bytes.toString('latin1', at, line), 16)
    const start = line + 2
    if (bytes.length < start + size + 2) {
      return undefined
    }
    if (size === 0) {
      return { body: Buffer.concat(parts).toString('utf8'), end: start + 2 }
    }
    parts.push(bytes.subarray(start, start + size))
    at = start + size + 2
  }
}

/** Reads one whole answer from the front of what has arrived; undefined while it is not whole. */
const readAnswer = (bytes: Buffer): { answer: Answer; end: number } | undefined => {
  const head = bytes.indexOf(HEAD_END)
  if (head < 0) {
    return undefined
  }
  const headers = bytes.toString('latin1', 0, head)
  const status = Number(headers.slice(9, 12))
  const from = head + 4
  if (/\r\ntransfer-encoding: chunked/i.test(headers)) {
    const read = readChunks(bytes, from)
    return read && { answer: { body: read.body, headers, status }, end: read.end }
  }
  const length = Number(/\r\ncontent-length: (\d+)/i.exec(headers)?.[1] ?? 0)
  return bytes.length < from + length
    ? undefined
    : {
        answer: { body: bytes.toString('utf8', from, from + length), headers, status },
        end: from + length,
      }
}

/** One kept-alive connection, one request at a time. */
export type Connection = { ask: (request: Ask) => Promise<Answer>; close: () => void }

/** How to reach a server. */
export type Target = { host: string; port: number; timeoutMs?: number }

/** Node closes a connection that was silent for 5 s; a request that meets that moment is reset. */
const STALE_AFTER_MS = 3_000

/** Bytes of a request over HTTP/1.1. */
export const writeRequest = (target: Target, request: Ask): string => {
  const { body = '', headers = '', method = 'GET', path } = request
  const length = method === 'GET' ? '' : `content-length: ${Buffer.byteLength(body)}\r\n`
  return `${method} ${path} HTTP/1.1\r\nhost: ${target.host}:${target.port}\r\n${length}${headers}\r\n${body}`
}

/**
 * Opens a connection when it is first needed, and again after it was lost. It costs a tenth of
 * `fetch`: on a shared machine the load generator must not be what is measured.
 */
export const openConnection = (target: Target): Connection => {
  const { host, port, timeoutMs = 30_000 } = target
  let socket: Socket | undefined
  let bytes: Buffer = Buffer.alloc(0)
  let waiting: undefined | Waiting
  let heardAt = 0

  const settle = (end: (waiting: Waiting) => void): void => {
    const current = waiting
    waiting = undefined
    if (current) {
      end(current)
    }
  }
  const lose = (lost: Socket, reason: string): void => {
    if (socket === lost) {
      socket = undefined
      bytes = Buffer.alloc(0)
      settle(({ reject }) => reject(new Error(reason)))
    }
  }
  const forget = (stale: Socket): void => {
    socket = undefined
    stale.destroy()
  }
  const open = (): Socket => {
    heardAt = performance.now()
    const opened = connect({ host, noDelay: true, port })
    opened.setTimeout(timeoutMs, () => opened.destroy(new Error('no answer in time')))
    opened.on('data', (chunk) => {
      heardAt = performance.now()
      bytes = bytes.length === 0 ? chunk : Buffer.concat([bytes, chunk])
      const read = readAnswer(bytes)
      if (read) {
        bytes = Buffer.alloc(0)
        if (/\r\nconnection: close/i.test(read.answer.headers)) {
          socket = undefined
          opened.end()
        }
        settle(({ resolve }) => resolve(read.answer))
      }
    })
    opened.on('error', (error) => lose(opened, error.message))
    opened.on('close', () => lose(opened, 'connection closed'))
    return opened
  }
  return {
    ask: (request) =>
      new Promise((resolve, reject) => {
        if (waiting) {
          reject(new Error('one request at a time'))
          return
        }
        if (socket && performance.now() - heardAt > STALE_AFTER_MS) {
          forget(socket)
        }
        waiting = { reject, resolve }
        socket ??= open()
        socket.write(writeRequest(target, request))
      }),
    close: () => socket?.destroy(),
  }
}

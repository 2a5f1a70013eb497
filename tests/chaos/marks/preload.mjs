// Preloaded into the shop's processes (`node --import`): ends its own process with SIGKILL at the
// point that the test named over IPC. The product itself knows nothing of it.
import { subscribe } from 'node:diagnostics_channel'
import { appendFileSync } from 'node:fs'
import http from 'node:http'
import pg from 'pg'

/** The point that is armed: { at, file, kind, name, nth, pattern }. */
let armed

process.on('message', (message) => {
  if (message && typeof message === 'object' && 'mark' in message) {
    const { mark } = message
    armed = mark ? { ...mark, pattern: new RegExp(mark.pattern, 'i') } : undefined
  }
})

const isArmed = (kind, at) => armed?.kind === kind && armed.at === at

const strike = (kind, at, text) => {
  if (!isArmed(kind, at) || !armed.pattern.test(text) || --armed.nth > 0) {
    return
  }
  appendFileSync(armed.file, `${armed.name}\n`)
  process.kill(process.pid, 'SIGKILL')
}

/** Statements of the open transaction, so that a COMMIT can be told by what it commits. */
const told = new WeakMap()

const hear = (client, text) => {
  if (/^\s*begin/i.test(text)) {
    told.set(client, [])
  } else {
    told.get(client)?.push(text)
  }
}

const strikeStatement = (client, at, text) => {
  strike('statement', at, text)
  if (/^\s*commit/i.test(text)) {
    strike('commit', at, (told.get(client) ?? []).join('\n'))
  }
}

const { query } = pg.Client.prototype
pg.Client.prototype.query = function marked(config, ...rest) {
  const text = typeof config === 'string' ? config : config?.text
  if (typeof text !== 'string' || typeof config.submit === 'function') {
    return query.call(this, config, ...rest)
  }
  strikeStatement(this, 'before', text)
  hear(this, text)
  const callback = rest.at(-1)
  if (typeof callback === 'function') {
    const told = (error, result) => {
      if (!error) {
        strikeStatement(this, 'after', text)
      }
      callback(error, result)
    }
    return query.call(this, config, ...rest.slice(0, -1), told)
  }
  const answer = query.call(this, config, ...rest)
  return answer?.then((result) => {
    strikeStatement(this, 'after', text)
    return result
  })
}

const { fetch } = globalThis
globalThis.fetch = async (input, init) => {
  const url = String(input?.url ?? input)
  strike('fetch', 'before', url)
  const response = await fetch(input, init)
  strike('fetch', 'after', url)
  return response
}

const watchExchange = (request, response) => {
  const text = `${request.method} ${request.url}`
  strike('request', 'before', text)
  request.once('end', () => strike('request', 'after', text))
  const { end } = response
  response.end = function marked(...args) {
    strike('response', 'before', text)
    return end.apply(this, args)
  }
  response.once('finish', () => strike('response', 'after', text))
}

const { emit } = http.Server.prototype
http.Server.prototype.emit = function marked(event, ...args) {
  if (event === 'request') {
    watchExchange(...args)
  }
  return emit.call(this, event, ...args)
}

// A mail counts as handed over when the server has answered its DATA; we die before reading that.
const smtpPort = Number(process.env.SMTP_URL?.split(':').at(-1))

const watchMails = (socket) => {
  if (socket.remotePort !== smtpPort) {
    return
  }
  const { emit: tell, write } = socket
  socket.write = function marked(chunk, ...rest) {
    strike('mail', 'before', String(chunk).slice(0, 200))
    return write.call(this, chunk, ...rest)
  }
  socket.emit = function marked(event, ...rest) {
    if (event === 'data') {
      strike('mail', 'after', String(rest[0]).slice(0, 200))
    }
    return tell.call(this, event, ...rest)
  }
}

subscribe('net.client.socket', ({ socket }) => socket.once('connect', () => watchMails(socket)))

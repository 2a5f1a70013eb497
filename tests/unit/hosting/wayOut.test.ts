import { mkdtempSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { createServer as createRaw, type AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

import { createSend, failureOf, type HttpEnd } from '@/plugin/adapters/hosting/http'
import { readAllowList, readPlace } from '@/plugin/adapters/hosting/reach'

const heard: string[] = []
let port = 0

/** Listens on the own machine and writes down every call, so that one that should not come is seen. */
const inside: Server = createServer((call, answer) => {
  heard.push(`${call.method} ${call.headers.host} ${call.url}`)
  switch (call.url) {
    case '/away':
      return void answer.writeHead(302, { Location: 'http://169.254.169.254/latest' }).end()
    case '/cut':
      answer.writeHead(200, { 'Content-Length': '100' }).write('half')
      return void setTimeout(() => answer.destroy(), 20)
    case '/drop':
      return void call.socket.destroy()
    case '/flood':
      return void answer.end('x'.repeat(5_000))
    case '/silent':
      return undefined
    default:
      return void answer.end('inside')
  }
})

const listening = (server: { listen: Server['listen']; address: Server['address'] }) =>
  new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as AddressInfo).port))
  })

beforeAll(async () => {
  port = await listening(inside)
})
afterAll(() => {
  inside.closeAllConnections()
  inside.close()
})

type Way = Parameters<typeof createSend>[0]

const get = (address: string, way: Way = {}, path = '/'): Promise<HttpEnd> =>
  createSend({ timeoutMs: 3_000, ...way })({ method: 'GET', path, server: { address } })

/** A resolver whose names mean what the test says, each time anew. */
const naming =
  (...answers: string[][]) =>
  async () =>
    answers.length > 1 ? (answers.shift() ?? []) : (answers[0] ?? [])

describe('an address of a server that leads inside', () => {
  it.each([
    '127.0.0.1',
    '127.8.8.8',
    '127.1',
    '0',
    '0x7f.1',
    '0x7f000001',
    '2130706433',
    '017700000001',
    '[::1]',
    '[::]',
    '[::ffff:127.0.0.1]',
    '[::ffff:7f00:1]',
    '[64:ff9b::7f00:1]',
    '[fd00::1]',
    '[fe80::1]',
    '169.254.169.254',
    '[::ffff:169.254.169.254]',
    '10.0.0.1',
    '172.16.0.1',
    '192.168.1.1',
    '100.64.0.1',
    '0.0.0.0',
    'localhost',
    'LOCALHOST',
    '①②⑦.⓪.⓪.①',
  ])('is refused before anything is sent: %s', async (host) => {
    heard.splice(0)
    for (const scheme of ['http', 'https']) {
      const end = await get(`${scheme}://${host}:${port}`)
      expect(end).toEqual({
        kind: 'refused',
        reason: 'the address is of a private network that is not allowed',
      })
    }
    expect(heard).toEqual([])
  })

  it.each([
    'file:///etc/passwd',
    'gopher://127.0.0.1:70/_x',
    'ftp://panel.example',
    'javascript:alert(1)',
    'https://root:secret@panel.example',
    'https://panel.example/admin',
    'https://panel.example?x',
    'https://panel.example#x',
    'https://panel.example\\@127.0.0.1',
    'https:panel.example',
    'https://',
    'https://panel.example:99999',
    'unix:relative.sock',
    'unix:/run/../etc/x',
    'unix:',
    ' https://panel.example',
    'panel.example',
    '',
  ])('is no address at all: %j', async (address) => {
    expect(readPlace(address)).toBeUndefined()
    expect(await get(address)).toMatchObject({ kind: 'refused' })
  })

  it('is refused when a name has it among others', async () => {
    const way = { resolve: naming(['93.184.216.34', '127.0.0.1']) }
    expect(await get(`https://panel.example:${port}`, way)).toMatchObject({ kind: 'refused' })
  })

  it('is not reached by a name that means another one a moment later', async () => {
    heard.splice(0)
    let asked = 0
    const resolve = async () => {
      asked += 1
      return asked === 1 ? ['192.0.2.1'] : ['127.0.0.1']
    }
    // Documentation addresses are allowed here, so that the first answer passes and leads nowhere.
    const end = await get(`http://panel.example:${port}`, {
      allowPrivate: ['192.0.2.0/24'],
      connectMs: 200,
      resolve,
    })
    expect(end).toMatchObject({ kind: 'notSent' })
    expect(asked).toBe(1)
    expect(heard).toEqual([])
  })

  it('is not reached by a redirect', async () => {
    heard.splice(0)
    const end = await get(`http://127.0.0.1:${port}`, { allowPrivate: ['127.0.0.1'] }, '/away')
    expect(end).toMatchObject({ kind: 'answered', status: 302 })
    expect(heard).toEqual([`GET 127.0.0.1:${port} /away`])
  })

  it('is not reached over a socket that is not on the list', async () => {
    const way = { allowPrivate: ['unix:/run/caddy/admin.socket'] }
    expect(await get('unix:/run/docker.sock', way)).toEqual({
      kind: 'refused',
      reason: 'the socket is not allowed',
    })
    expect(await get('unix:/run/caddy/admin.socket', way)).toMatchObject({ kind: 'notSent' })
  })
})

describe('the list of private places', () => {
  it('opens what it names, and the port that it names', async () => {
    const at = `http://127.0.0.1:${port}`
    const kindsOf = async (entry: string) => (await get(at, { allowPrivate: [entry] })).kind
    expect(await kindsOf('127.0.0.1')).toBe('answered')
    expect(await kindsOf('127.0.0.0/8')).toBe('answered')
    expect(await kindsOf(`127.0.0.1:${port}`)).toBe('answered')
    expect(await kindsOf(`127.0.0.0/8:${port}`)).toBe('answered')
    expect(await kindsOf(`127.0.0.1:${port + 1}`)).toBe('refused')
    expect(await kindsOf('127.0.0.2')).toBe('refused')
    expect(await kindsOf('10.0.0.0/8')).toBe('refused')
    expect(await kindsOf('localhost')).toBe('refused')
  })

  it('opens a name, wherever it leads, and no other name that leads there', async () => {
    const way = { allowPrivate: ['panel.lan'], resolve: naming(['127.0.0.1']) }
    expect(await get(`http://panel.lan:${port}`, way)).toMatchObject({ kind: 'answered' })
    expect(await get(`http://x.panel.lan:${port}`, way)).toMatchObject({ kind: 'refused' })
  })

  it('knows addresses of IPv6', () => {
    const list = readAllowList(['fd00::/8', '[::1]:2019'])
    expect(list.hasAddress('fd12::1', 443)).toBe(true)
    expect(list.hasAddress('fe80::1', 443)).toBe(false)
    expect(list.hasAddress('::1', 2019)).toBe(true)
    expect(list.hasAddress('::1', 2020)).toBe(false)
  })

  it.each(['', 'a b', 'panel.lan/24', 'http://panel.lan', '10.0.0.0/99', '10.0.0.1:x', '-x'])(
    'with an entry that is none stops the start: %j',
    (entry) => {
      expect(() => readAllowList([entry])).toThrow()
    },
  )
})

describe('plain http', () => {
  it('goes to listed places only, because it would show the credential', async () => {
    expect(await get('http://93.184.216.34')).toEqual({
      kind: 'refused',
      reason: 'plain http goes to allowed private addresses only',
    })
  })
})

describe('how a call ended', () => {
  const open = { allowPrivate: ['127.0.0.1'] }
  const at = () => `http://127.0.0.1:${port}`

  it('is told apart: answered, not sent, perhaps done', async () => {
    expect(await get(at(), open)).toMatchObject({ kind: 'answered', status: 200, text: 'inside' })
    expect(await get('http://127.0.0.1:1', open)).toEqual({
      kind: 'notSent',
      reason: 'no connection (ECONNREFUSED)',
    })
    expect(await get('https://tidak-ada.invalid')).toMatchObject({ kind: 'notSent' })
    expect(await get(at(), open, '/drop')).toMatchObject({ kind: 'lost' })
    expect(await get(at(), open, '/cut')).toMatchObject({ kind: 'lost' })
    expect(await get(at(), { ...open, timeoutMs: 150 }, '/silent')).toEqual({
      kind: 'lost',
      reason: 'no answer in time',
    })
  })

  it('is not sent when the name is not found in time', async () => {
    const resolve = () => new Promise<string[]>(() => undefined)
    expect(await get('https://panel.example', { resolve, timeoutMs: 100 })).toEqual({
      kind: 'notSent',
      reason: 'no connection in time',
    })
  })

  it('is lost when the answer is too large to be one', async () => {
    const send = createSend(open)
    const server = { address: at() }
    const end = await send({ maxBytes: 4_999, method: 'GET', path: '/flood', server })
    expect(end).toEqual({ kind: 'lost', reason: 'the answer is too large' })
  })

  it('is refused when it cannot be written, without repeating what it holds', async () => {
    heard.splice(0)
    const send = createSend(open)
    const server = { address: at() }
    const headers = { Authorization: 'Bearer secret\r\nX-Evil: 1' }
    const ends = [
      await send({ headers, method: 'GET', path: '/', server }),
      await send({ method: 'GET', path: '/a b', server }),
      await send({ method: 'GET', path: '//evil\r\n', server }),
      await send({ method: 'GET', path: 'http://169.254.169.254/', server }),
    ]
    for (const end of ends) {
      expect(end).toMatchObject({ kind: 'refused' })
      expect(JSON.stringify(end)).not.toContain('secret')
    }
    expect(heard).toEqual([])
  })

  it('means that nothing was done when the call only looked', () => {
    const lost = { kind: 'lost', reason: 'x' } as const
    expect(failureOf(lost)).toEqual({ kind: 'unknown', reason: 'x' })
    expect(failureOf(lost, { isLook: true })).toEqual({ kind: 'unavailable', reason: 'x' })
    expect(failureOf({ kind: 'notSent', reason: 'x' }).kind).toBe('unavailable')
    expect(failureOf({ kind: 'refused', reason: 'x' }).kind).toBe('rejected')
  })

  it('is heard over a unix socket, too', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'lunas-socket-'))
    const path = join(folder, 'admin.socket')
    const server = createServer((call, answer) => answer.end(`host=${call.headers.host}`))
    await new Promise<void>((resolve) => server.listen(path, resolve))
    const end = await get(`unix:${path}`, { allowPrivate: [`unix:${path}`] })
    server.close()
    rmSync(folder, { recursive: true })
    expect(end).toMatchObject({ kind: 'answered', text: 'host=' })
  })

  it('is not sent to somebody who speaks no TLS', async () => {
    const plain = createRaw((socket) => socket.on('error', () => undefined).end('HTTP/1.1 200\r\n'))
    const own = await listening(plain as unknown as Server)
    const end = await get(`https://127.0.0.1:${own}`, open)
    plain.close()
    expect(end).toMatchObject({ kind: 'notSent' })
  })
})

import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'

import { type RunningSimulator, startDuitkuSimulator } from '@/dev/duitku'
import { createDuitkuDisburser } from '@/plugin/adapters/duitku'
import type { CheckedAccount, Disburser, TransferDraft } from '@/plugin/refunds/port'

import { vectors } from './vectors'

const find = (operation: string) => {
  const vector = vectors.find((each) => each.operation === operation)
  if (!vector) {
    throw new Error(`no vector for ${operation}`)
  }
  return vector
}

const { expected, inputs } = find('disbursement.transferOnline.inquiry')
const user = {
  email: inputs.email ?? '',
  secret: inputs.secretKey ?? '',
  userId: inputs.userId ?? '',
}
const NOW = new Date(Number(inputs.timestamp))
const draft: TransferDraft = {
  account: inputs.bankAccount ?? '',
  amount: Number(inputs.amountTransfer),
  bank: inputs.bankCode ?? '',
  now: NOW,
  purpose: inputs.purpose ?? '',
}
const asked: CheckedAccount = {
  holder: inputs.accountName ?? '',
  receipt: inputs.custRefNumber ?? '',
  reference: inputs.disburseId ?? '',
}

type Heard = { body: Record<string, unknown>; path: string }

/** A bare server that keeps what it hears and answers what it is told to. */
const listen = async () => {
  const heard: Heard[] = []
  let reply: { body: string; headers?: Record<string, string>; status: number } = {
    body: '{}',
    status: 200,
  }
  const server = createServer((request, response) => {
    const chunks: Buffer[] = []
    request.on('data', (chunk: Buffer) => chunks.push(chunk))
    request.on('end', () => {
      const body = JSON.parse(Buffer.concat(chunks).toString('utf8')) as Heard['body']
      heard.push({ body, path: request.url ?? '' })
      response.writeHead(reply.status, { 'content-type': 'application/json', ...reply.headers })
      response.end(reply.body)
    })
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', () => resolve()))
  return {
    answer: (next: typeof reply) => void (reply = next),
    close: () => new Promise((resolve) => server.close(resolve)),
    heard,
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
  }
}

let bare: Awaited<ReturnType<typeof listen>>
let disburser: Disburser

beforeAll(async () => {
  bare = await listen()
  disburser = createDuitkuDisburser({ ...user, timeoutMs: 300, url: bare.url })
})
afterAll(() => bare.close())
afterEach(() => void bare.heard.splice(0))

const say = (code: string, fields: object = {}): void =>
  bare.answer({
    body: JSON.stringify({
      accountName: asked.holder,
      amountTransfer: draft.amount,
      bankAccount: draft.account,
      bankCode: draft.bank,
      custRefNumber: asked.receipt,
      disburseId: Number(asked.reference),
      responseCode: code,
      responseDesc: 'kata-kata',
      ...fields,
    }),
    status: 200,
  })

const send = () => disburser.send({ ...draft, ...asked })
const ask = () => disburser.findStatus({ ...draft, reference: asked.reference })

describe('What goes over the wire', () => {
  it('is signed as the published examples are, with the timestamp in milliseconds', async () => {
    say('00')
    await disburser.check(draft)
    await send()
    await ask()
    expect(bare.heard.map(({ path }) => path)).toEqual([
      '/webapi/api/disbursement/inquiry',
      '/webapi/api/disbursement/transfer',
      '/webapi/api/disbursement/inquirystatus',
    ])
    expect(bare.heard.map(({ body }) => body.signature)).toEqual([
      expected,
      find('disbursement.transferOnline.transfer').expected,
      find('disbursement.inquirystatus').expected,
    ])
    for (const { body } of bare.heard) {
      expect(body).toMatchObject({ email: user.email, timestamp: NOW.getTime(), userId: 3999 })
      expect(JSON.stringify(body)).not.toContain(user.secret)
    }
  })

  it('goes to the sandbox under its own names, and never in the clear', () => {
    const open = (url: string) => () => createDuitkuDisburser({ ...user, url })
    expect(open('https://sandbox.duitku.com')).not.toThrow()
    expect(open('http://passport.duitku.com')).toThrow('https')
    expect(open('http://example.com')).toThrow('https')
    expect(open('nonsense')).toThrow('URL')
    expect(() => createDuitkuDisburser({ ...user, secret: ' ', url: bare.url })).toThrow('secret')
  })
})

describe('What an answer to an order proves', () => {
  it.each([
    ['00', 'ok'],
    ['76', 'rejected'],
    ['-510', 'rejected'],
    ['-191', 'rejected'],
    ['-960', 'rejected'],
    ['-930', 'rejected'],
    ['TO', 'unknown'],
    ['68', 'unknown'],
    ['-100', 'unknown'],
    ['-142', 'unknown'],
    ['EE', 'unknown'],
    ['LD', 'unknown'],
    ['NF', 'unknown'],
    ['something new', 'unknown'],
  ])('code %s: %s, after one call', async (code, kind) => {
    say(code)
    expect((await send()).kind).toBe(kind)
    expect(bare.heard).toHaveLength(1)
  })

  it.each([
    [500, '{}', {}],
    [502, '<html>', {}],
    [429, '{}', {}],
    [302, '', { location: 'http://127.0.0.1:1/' }],
    [200, '', {}],
    [200, '<html>', {}],
    [200, '{"responseCode":""}', {}],
    [401, '{"Message":"?"}', {}],
    [404, '', {}],
  ])('HTTP %i %s proves nothing, and is not repeated', async (status, body, headers) => {
    bare.answer({ body, headers, status })
    expect((await send()).kind).toBe('unknown')
    expect(bare.heard).toHaveLength(1)
  })

  it('no connection at all is certain: nobody has heard it', async () => {
    const gone = await listen()
    await gone.close()
    const nobody = createDuitkuDisburser({ ...user, timeoutMs: 300, url: gone.url })
    expect((await nobody.send({ ...draft, ...asked })).kind).toBe('unavailable')
  })
})

describe('What the service says of an order', () => {
  it.each([
    ['00', 'sent'],
    ['14', 'refused'],
    ['-420', 'absent'],
    ['NF', 'pending'],
    ['68', 'pending'],
    ['80', 'pending'],
    ['something new', 'pending'],
  ])('code %s: %s', async (code, state) => {
    say(code)
    expect(await ask()).toMatchObject({ kind: 'ok', value: { state } })
  })

  it('is not believed about another account or amount', async () => {
    say('00', { amountTransfer: draft.amount + 1 })
    expect((await ask()).kind).toBe('unknown')
    say('00', { bankAccount: '1' })
    expect((await ask()).kind).toBe('unknown')
    say('00', { disburseId: 'x' })
    expect((await disburser.check(draft)).kind).toBe('unavailable')
    say('00', { accountName: '' })
    expect((await disburser.check(draft)).kind).toBe('unavailable')
  })

  it('that the question was wrong says nothing about the order', async () => {
    say('-191')
    expect(await ask()).toMatchObject({ kind: 'unavailable' })
  })
})

describe('Against the simulator', () => {
  let simulator: RunningSimulator
  beforeAll(async () => {
    simulator = await startDuitkuSimulator({
      apiKey: 'contract-test-key-000000000001',
      disbursement: user,
      merchantCode: 'DS00001',
    })
  })
  afterAll(() => simulator.close())

  const open = (changes: object = {}) =>
    createDuitkuDisburser({ ...user, timeoutMs: 300, url: simulator.url, ...changes })
  const today = (): TransferDraft => ({ ...draft, now: new Date() })

  it('an account is found, an order carried out once, and what became of it is known', async () => {
    const service = open()
    const found = await service.check(today())
    if (found.kind !== 'ok') {
      throw new Error(found.reason)
    }
    const order = { ...today(), ...found.value }
    expect((await service.findStatus(order)).kind).toBe('ok')
    expect((await service.send(order)).kind).toBe('ok')
    expect((await service.send(order)).kind).toBe('unknown')
    expect(await service.findStatus(order)).toMatchObject({ value: { state: 'sent' } })
    const paid = simulator.control.transfers().filter(({ state }) => state === 'done')
    expect(paid).toHaveLength(1)
  })

  it.each([
    ['another secret', { secret: 'not-the-secret-0000' }, {}],
    ['another user', { userId: '4000' }, {}],
    ['a request of six minutes ago', {}, { now: new Date(Date.now() - 360_000) }],
    ['an unknown account', {}, { account: '0000000000' }],
  ])('%s is refused', async (_, settings, changes) => {
    expect((await open(settings).check({ ...today(), ...changes })).kind).toBe('rejected')
  })
})

import { describe, expect, it } from 'vitest'

import { readHestia } from '@/plugin/adapters/hosting/hestia/api'
import { verdictOfCode } from '@/plugin/adapters/hosting/hestia/codes'
import type { HttpEnd } from '@/plugin/adapters/hosting/http'
import { plainWords } from '@/plugin/adapters/hosting/panels'
import { readProxmox } from '@/plugin/adapters/hosting/proxmox/api'
import { numberOf } from '@/plugin/adapters/hosting/proxmox/begin'
import { readWhm } from '@/plugin/adapters/hosting/whm/api'

const answered = (text: string, status = 200, headers: Record<string, string> = {}): HttpEnd => ({
  headers,
  kind: 'answered',
  status,
  text,
  trailers: {},
})

const whm = (metadata: unknown) => answered(JSON.stringify({ data: { ip: '1.2.3.4' }, metadata }))
const change = { isLook: false, secrets: ['TOKEN-OF-WHM'] }
const look = { isLook: true, secrets: [] }

describe('an answer of WHM', () => {
  it('says that it was done by metadata.result 1 alone, as a number or as text', () => {
    expect(readWhm(whm({ result: 1 }), change)).toMatchObject({ kind: 'done' })
    expect(readWhm(whm({ result: '1' }), change)).toMatchObject({ kind: 'done' })
    expect(readWhm(whm({ result: 0 }), change)).toMatchObject({ kind: 'no' })
  })

  it('with 200 and a refusal is a refusal, in its words and without markup or the token', () => {
    const reason = '<b>Sorry</b>, TOKEN-OF-WHM is\nnot allowed'
    expect(readWhm(whm({ reason, result: 0 }), change)).toEqual({
      kind: 'no',
      reason: 'Sorry , ••• is not allowed',
    })
  })

  it('in the shape of the old API leaves it open whether it was done', () => {
    const old = answered(JSON.stringify({ result: [{ status: 1, statusmsg: 'ok' }] }))
    expect(readWhm(old, change)).toMatchObject({ outcome: { kind: 'unknown' } })
    expect(readWhm(old, look)).toMatchObject({ outcome: { kind: 'unavailable' } })
  })

  it.each([401, 403])('with %i means that the token is not let in', (status) => {
    const text = JSON.stringify({ cpanelresult: { error: 'Token authentication failed.' } })
    expect(readWhm(answered(text, status), change)).toMatchObject({
      outcome: { kind: 'rejected', reason: expect.stringContaining('Token authentication') },
    })
  })

  it.each([
    [302, 'rejected', 'rejected'],
    [404, 'rejected', 'rejected'],
    [429, 'unavailable', 'unavailable'],
    [500, 'unknown', 'unavailable'],
    [503, 'unknown', 'unavailable'],
  ])('with status %i is %s after a change and %s after a look', (status, changed, looked) => {
    expect(readWhm(answered('', status), change)).toMatchObject({ outcome: { kind: changed } })
    expect(readWhm(answered('', status), look)).toMatchObject({ outcome: { kind: looked } })
  })

  it('that never came is unknown after a change, unavailable when nothing was sent', () => {
    const lost: HttpEnd = { kind: 'lost', reason: 'no answer in time' }
    const unsent: HttpEnd = { kind: 'notSent', reason: 'no connection' }
    expect(readWhm(lost, change)).toMatchObject({ outcome: { kind: 'unknown' } })
    expect(readWhm(lost, look)).toMatchObject({ outcome: { kind: 'unavailable' } })
    expect(readWhm(unsent, change)).toMatchObject({ outcome: { kind: 'unavailable' } })
  })
})

describe('an answer of Hestia', () => {
  const exit = (code: string, body: string) => answered(body, 200, { 'hestia-exit-code': code })

  it('carries the exit code in the body and in the header, which have to agree', () => {
    expect(readHestia(exit('0', '0'), false)).toMatchObject({ code: 0, kind: 'exit' })
    expect(readHestia(answered('5\n'), false)).toMatchObject({ code: 5, kind: 'exit' })
    expect(readHestia(exit('0', '3'), false)).toMatchObject({ outcome: { kind: 'unknown' } })
  })

  it('says no in words with the code in the header alone; yes it has to say in both', () => {
    expect(readHestia(exit('9', 'Error: no such key'), false)).toMatchObject({ code: 9 })
    expect(readHestia(exit('0', 'OK'), false)).toMatchObject({ outcome: { kind: 'unknown' } })
  })

  it('has its code also where the status says no', () => {
    expect(readHestia(answered('5', 401, { 'hestia-exit-code': '5' }), false)).toMatchObject({
      code: 5,
    })
  })

  it('to a list carries the code in the header and JSON in the body', () => {
    expect(readHestia(exit('0', '{"u1":{"SUSPENDED":"no"}}'), true)).toMatchObject({
      code: 0,
      json: { u1: { SUSPENDED: 'no' } },
    })
    expect(readHestia(answered('{"u1":{}}'), true)).toMatchObject({
      outcome: { kind: 'unavailable' },
    })
  })

  it.each(['', '<html>Sign in</html>', '0 but', '-1'])('%j is no code', (text) => {
    expect(readHestia(answered(text), false)).toMatchObject({ outcome: { kind: 'unknown' } })
  })

  it('with a code that says no is a refusal, one in the middle leaves it open', () => {
    for (const code of [1, 2, 3, 4, 8, 9, 10, 11, 21]) {
      expect(verdictOfCode('v-add-user', code).kind).toBe('rejected')
    }
    expect(verdictOfCode('v-add-user', 14).kind).toBe('unavailable')
    for (const code of [12, 15, 19, 20, 99]) {
      expect(verdictOfCode('v-add-user', code).kind).toBe('unknown')
    }
  })
})

describe('an answer of Proxmox', () => {
  const no = (status: number, message: string) =>
    answered(JSON.stringify({ data: null, message: `${message}\n` }), status)

  it('is good with 200 and data, also when the data are nothing', () => {
    expect(readProxmox(answered('{"data":null}'), change)).toEqual({ kind: 'ok', value: null })
    expect(readProxmox(answered('<html>'), change)).toMatchObject({ kind: 'unknown' })
  })

  it('names the right that the token lacks', () => {
    const end = no(403, 'Permission check failed (/vms/100, VM.PowerMgmt)')
    expect(readProxmox(end, change)).toEqual({
      kind: 'rejected',
      reason: 'the token lacks a right: Permission check failed (/vms/100, VM.PowerMgmt)',
    })
  })

  it('about a locked guest, a slow cluster or a node that is away passes by itself', () => {
    for (const [status, words] of [
      [500, 'VM is locked (backup)'],
      [500, "can't lock file '/var/lock/x' - got timeout"],
      [595, 'No route to host'],
    ] as const) {
      expect(readProxmox(no(status, words), change)).toMatchObject({ kind: 'unavailable' })
    }
  })

  it('with another error leaves a change open, and a look undone', () => {
    expect(readProxmox(no(500, 'volume is broken'), change)).toMatchObject({ kind: 'unknown' })
    expect(readProxmox(no(500, 'volume is broken'), look)).toMatchObject({ kind: 'unavailable' })
    expect(readProxmox(answered('{"data":null}', 500), change)).toMatchObject({ kind: 'unknown' })
  })

  it('to a wrong parameter names it, without the password', () => {
    const text = JSON.stringify({ data: null, errors: { cipassword: 'bad: Rahasia-123' } })
    const reading = { isLook: false, secrets: ['Rahasia-123'] }
    expect(readProxmox(answered(text, 400), reading)).toEqual({
      kind: 'rejected',
      reason: 'Proxmox refuses (400): cipassword: bad: •••',
    })
  })
})

describe('the number of a guest', () => {
  const range = { attempt: 0, from: 100_000, to: 999_999 }

  it('is the same at every call for one service, and another at the next attempt', () => {
    const first = numberOf({ id: 'service-1' }, range)
    expect(numberOf({ id: 'service-1' }, range)).toBe(first)
    expect(numberOf({ id: 'service-1' }, { ...range, attempt: 1 })).not.toBe(first)
  })

  it('lies in the range, at its ends, too', () => {
    const numbers = Array.from({ length: 2_000 }, (_, index) =>
      Number(numberOf({ id: `service-${index}` }, { attempt: 0, from: 500, to: 509 })),
    )
    expect(new Set(numbers)).toEqual(new Set([500, 501, 502, 503, 504, 505, 506, 507, 508, 509]))
  })
})

describe('words of a panel', () => {
  it('become one line without markup and control characters, and not a long one', () => {
    expect(plainWords('<p>Gagal\u0007:\r\n kuota\u200b penuh</p>')).toBe('Gagal : kuota penuh')
    expect(plainWords('x'.repeat(500))).toHaveLength(201)
  })
})

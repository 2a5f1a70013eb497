import { afterEach, describe, expect, it, vi } from 'vitest'

import { safeNext } from '@/storefront/account/parse'
import { printOf, sendFiles, type UploadMemory } from '@/storefront/spk/sendFiles'
import { noticeAddress, readWhere, spkApiPath, spkLoginPath, spkPath } from '@/storefront/spk/place'

const token = 'A'.repeat(43)
const word = 'B'.repeat(22)

const named = (fields: Record<string, string>) => ({ get: (name: string) => fields[name] })

describe('where an agreement is read', () => {
  it('is at its order or behind a link, on the page and in the API', () => {
    expect(spkPath({ kind: 'order', word: token })).toBe(`/pesanan/${token}/spk`)
    expect(spkPath({ kind: 'link', word })).toBe(`/spk/${word}`)
    expect(spkApiPath({ kind: 'order', word: token })).toBe(`/api/shop/orders/${token}/spk`)
    expect(spkApiPath({ kind: 'link', word })).toBe(`/api/shop/spk/${word}`)
  })

  it('is where the login leads back to', () => {
    const path = spkLoginPath({ kind: 'order', word: token })
    const next = new URLSearchParams(path.split('?')[1]).get('lanjut')
    expect(safeNext(next)).toBe(`/pesanan/${token}/spk`)
    expect(safeNext(`/pesanan/${token}/spk/x`)).toBe('/akun')
  })

  it('is nobody’s when a form says something else', () => {
    for (const bad of ['', '../../admin', 'https://evil.example', token]) {
      expect(readWhere(named({ kind: 'link', locale: 'en', word: bad })).place.word).toBe(
        'tidak-dikenal',
      )
    }
    const where = readWhere(named({ kind: 'link', locale: 'en', word }))
    expect(noticeAddress(where, { kabar: 'benar' })).toBe(`/en/spk/${word}?kabar=benar`)
  })
})

type Asked = { body: unknown; path: string }

/** A server that answers in turn, and fails where it is told to. */
const serve = (answers: (path: string, at: number) => Response | 'away') => {
  const asked: Asked[] = []
  vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
    asked.push({ body: init.body, path })
    const answer = answers(path, asked.length)
    return answer === 'away'
      ? Promise.reject(new TypeError('Failed to fetch'))
      : Promise.resolve(answer)
  })
  return asked
}

const memoryOf = (): { kept: Map<string, string> } & UploadMemory => {
  const kept = new Map<string, string>()
  return {
    find: (print) => kept.get(print) ?? null,
    forget: () => kept.clear(),
    keep: (print, id) => kept.set(print, id),
    kept,
  }
}

const file = new File([new Uint8Array(25)], 'spk.pdf', { lastModified: 1 })

const upload = (...offsets: number[]): Response =>
  Response.json({
    upload: { chunkBytes: 10, id: 'u1', missing: offsets.map((offset) => ({ file: 0, offset })) },
  })

const send = (memory: UploadMemory, shares: number[] = []) =>
  sendFiles({
    api: '/api/x',
    files: [file],
    kind: 'scan',
    locale: 'id',
    memory,
    onProgress: (share) => shares.push(share),
    pauses: [0, 0],
  })

describe('sending files', () => {
  afterEach(() => vi.unstubAllGlobals())

  it('sends every part, says how far it is, and finishes', async () => {
    const asked = serve((path) =>
      path.endsWith('/uploads') ? upload(0, 10, 20) : new Response(null, { status: 204 }),
    )
    const shares: number[] = []
    const memory = memoryOf()
    expect(await send(memory, shares)).toEqual({ kind: 'done' })
    expect(asked.map(({ path }) => path.replace('/api/x', ''))).toEqual([
      '/uploads',
      '/uploads/u1/0/0',
      '/uploads/u1/0/10',
      '/uploads/u1/0/20',
      '/uploads/u1/finish',
    ])
    expect(asked.slice(1, 4).map(({ body }) => (body as Blob).size)).toEqual([10, 10, 5])
    expect(shares.map((share) => Math.round(share * 100))).toEqual([0, 33, 67, 100])
    expect(memory.kept.size).toBe(0)
  })

  it('tries a part again while the line is away', async () => {
    let away = 2
    serve((path) => {
      if (path.endsWith('/uploads')) return upload(0)
      if (path.endsWith('/0/0') && away-- > 0) return 'away'
      return new Response(null, { status: 204 })
    })
    expect(await send(memoryOf())).toEqual({ kind: 'done' })
  })

  it('breaks off when the line stays away, and goes on with what is missing the next time', async () => {
    const memory = memoryOf()
    serve((path) => (path.endsWith('/uploads') ? upload(0, 10, 20) : 'away'))
    expect(await send(memory)).toEqual({ kind: 'broken' })
    expect(memory.kept.get(printOf([file]))).toBe('u1')
    const asked = serve((path) =>
      path.endsWith('/u1') ? upload(20) : new Response(null, { status: 204 }),
    )
    expect(await send(memory)).toEqual({ kind: 'done' })
    expect(asked.map(({ path }) => path.replace('/api/x', ''))).toEqual([
      '/uploads/u1',
      '/uploads/u1/0/20',
      '/uploads/u1/finish',
    ])
  })

  it('begins anew when the server has forgotten it', async () => {
    const memory = memoryOf()
    memory.keep(printOf([file]), 'old')
    const asked = serve((path) => {
      if (path.endsWith('/old'))
        return Response.json({ errors: [{ message: 'x' }] }, { status: 404 })
      return path.endsWith('/uploads') ? upload() : new Response(null, { status: 204 })
    })
    expect(await send(memory)).toEqual({ kind: 'done' })
    expect(asked.map(({ path }) => path)).toContain('/api/x/uploads')
  })

  it('says what was refused, and does not try that again', async () => {
    const refusal = () =>
      Response.json({ errors: [{ message: 'Berkas kosong.' }] }, { status: 422 })
    const asked = serve(refusal)
    expect(await send(memoryOf())).toEqual({ kind: 'refused', message: 'Berkas kosong.' })
    expect(asked).toHaveLength(1)
  })
})

import { randomBytes } from 'node:crypto'
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createFileStore } from '@/plugin/adapters/storage'
import { writePackage } from '@/plugin/downloads/package/writePackage'
import type { FileStore } from '@/plugin/kernel/files'
import { type FakeBucket, startBucket } from './bucket'

let bucket: FakeBucket
let folder: string
const stores = {} as Record<'bucket' | 'folder', FileStore>

beforeAll(async () => {
  bucket = await startBucket()
  folder = await mkdtemp(join(tmpdir(), 'lunas-store-'))
  stores.folder = createFileStore({ folder, kind: 'folder' })
  stores.bucket = createFileStore({
    bucket: 'toko',
    client: {
      credentials: { accessKeyId: 'kunci', secretAccessKey: 'rahasia' },
      endpoint: bucket.url,
      forcePathStyle: true,
      region: 'auto',
      requestChecksumCalculation: 'WHEN_REQUIRED',
      responseChecksumValidation: 'WHEN_REQUIRED',
    },
    kind: 'bucket',
  })
})
afterAll(async () => {
  await bucket.close()
  await rm(folder, { recursive: true })
})

const streamOf = (bytes: Buffer): ReadableStream<Uint8Array> =>
  new Blob([new Uint8Array(bytes)]).stream()

const read = async (body: null | ReadableStream<Uint8Array>): Promise<Buffer> =>
  Buffer.from(await new Response(body).arrayBuffer())

const broken = (): ReadableStream<Uint8Array> => {
  let sent = 0
  return new ReadableStream({
    pull: (controller) => {
      if (sent++ < 3) {
        controller.enqueue(new Uint8Array(1_000))
      } else {
        controller.error(new Error('The source broke off'))
      }
    },
  })
}

describe.each(['folder', 'bucket'] as const)('A %s', (kind) => {
  it.each([
    ['a small file', 10],
    ['a file of several parts', 40 * 1024 ** 2],
  ])('gives back %s as it was, and any part of it', async (_what, size) => {
    const store = stores[kind]
    const bytes = randomBytes(size)
    const key = `packages/uji/${size}.zip`
    expect(await store.write(key, streamOf(bytes))).toEqual({ size })
    expect((await read(await store.open(key))).equals(bytes)).toBe(true)
    const part = await read(await store.open(key, { end: 7, start: 3 }))
    expect(part.equals(bytes.subarray(3, 8))).toBe(true)
    await store.remove(key)
    expect(await store.open(key)).toBeNull()
  })

  it('keeps one of two files that are written under one key at once, whole', async () => {
    const store = stores[kind]
    const [one, other] = [randomBytes(300_000), randomBytes(300_000)]
    const key = 'sekaligus/isi'
    await Promise.all([store.write(key, streamOf(one)), store.write(key, streamOf(other))])
    const kept = await read(await store.open(key))
    expect(kept.equals(one) || kept.equals(other)).toBe(true)
    const keys: string[] = []
    for await (const file of store.list('sekaligus/')) {
      keys.push(file.key)
    }
    expect(keys).toEqual([key])
  })

  it('lists what begins so, over as many pages as it takes', async () => {
    const store = stores[kind]
    const keys = [1, 2, 3, 4, 5].map((number) => `daftar/a/${number}.zip`)
    for (const key of [...keys, 'daftar/b/6.zip']) {
      await store.write(key, streamOf(Buffer.from('isi')))
    }
    const found: string[] = []
    for await (const { changedAt, key } of store.list('daftar/a/')) {
      expect(changedAt.getTime()).toBeGreaterThan(0)
      found.push(key)
    }
    expect(found.sort()).toEqual(keys)
    for await (const { key } of store.list('tidak-ada/')) {
      expect.unreachable(key)
    }
  })

  it('has no file that was never stored, and removes none', async () => {
    expect(await stores[kind].open('packages/tidak/ada.zip')).toBeNull()
    await stores[kind].remove('packages/tidak/ada.zip')
  })

  it('stores nothing when the source breaks off', async () => {
    const key = 'packages/putus.zip'
    await expect(stores[kind].write(key, broken())).rejects.toThrow('The source broke off')
    expect(await stores[kind].open(key)).toBeNull()
  })

  it('stores no package of which a file is missing, and says which', async () => {
    const work = writePackage({
      folder: 'tema',
      key: 'packages/kurang.zip',
      now: new Date('2026-11-30T03:00:00Z'),
      parts: [
        { name: 'BACA DULU.txt', text: 'Halo' },
        { key: 'releases/hilang.html', name: 'index.html' },
      ],
      password: 'kata-sandi',
      store: stores[kind],
    })
    await expect(work).rejects.toThrow('The file index.html is not in the store')
    expect(await stores[kind].open('packages/kurang.zip')).toBeNull()
  })
})

it('a folder is never left by a key, and keeps no half of a file', async () => {
  await writeFile(join(folder, '..', 'lunas-di-luar.txt'), 'luar')
  for (const key of ['../lunas-di-luar.txt', '/etc/passwd', 'a/../../x', '.']) {
    await expect(stores.folder.open(key)).rejects.toThrow('leads out of the store')
    await expect(stores.folder.write(key, streamOf(Buffer.from('x')))).rejects.toThrow('leads out')
  }
  await rm(join(folder, '..', 'lunas-di-luar.txt'))
  const left = await readdir(folder, { recursive: true })
  expect(left.filter((name) => name.endsWith('.part'))).toEqual([])
})

it('a bucket that is busy for a moment is asked again', async () => {
  await stores.bucket.write('packages/sibuk.zip', streamOf(Buffer.from('isi')))
  bucket.refuse(1)
  expect((await read(await stores.bucket.open('packages/sibuk.zip'))).toString()).toBe('isi')
})

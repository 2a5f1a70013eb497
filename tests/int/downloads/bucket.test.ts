import { existsSync, mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, describe, expect, it } from 'vitest'
import { publishRelease } from '@/plugin/downloads'
import { clearPackages } from '@/plugin/downloads/actions/clearPackages'
import { startBucket } from '../../contract/storage/bucket'
import {
  buyPackage,
  fetchLink,
  readHeld,
  readPassword,
  unpack,
  usePackers,
} from '../../support/downloads'
import { takeLink } from '../../support/links'
import { logInAs } from '../../support/people'
import { useShop } from '../../support/useShop'

const bucket = await startBucket()
const folder = mkdtempSync(join(tmpdir(), 'lunas-bukan-gudang-'))

const inUse = useShop({
  PRIVATE_DIR: folder,
  RATE_LIMIT_FACTOR: '0',
  S3_ACCESS_KEY_ID: 'kunci',
  S3_BUCKET: 'toko',
  S3_ENDPOINT: bucket.url,
  S3_SECRET_ACCESS_KEY: 'rahasia',
})
const packers = usePackers(inUse)

afterAll(async () => {
  await bucket.close()
  rmSync(folder, { recursive: true })
})

const PAGE = Buffer.from('<h1>Portofolio</h1>\n')

/** Uploads a file as the panel does, over HTTP. */
const upload = async (bytes: Buffer, name: string): Promise<{ id: string; status: number }> => {
  const editor = await logInAs(inUse.shop, 'editor')
  const form = new FormData()
  form.append('file', new Blob([new Uint8Array(bytes)]), name)
  form.append('_payload', '{}')
  const response = await fetch(`${inUse.shop.url}/api/release-files`, {
    body: form,
    headers: editor.headers,
    method: 'POST',
  })
  const { doc } = (await response.json()) as { doc?: { id: string } }
  return { id: doc?.id ?? '', status: response.status }
}

const publish = async (file: string): Promise<void> => {
  const { payload, products } = inUse.shop
  const { id } = await payload.create({
    collection: 'releases',
    data: {
      files: [file],
      instructions: 'Unggah isi folder ke hosting Anda.',
      product: products['template-toko'],
      version: '1.0.0',
    } as never,
    depth: 0,
    locale: 'id',
    overrideAccess: true,
  })
  await publishRelease({ id: String(id), now: new Date(), payload })
}

describe('A shop whose files lie in a bucket', () => {
  it('uploads, packs, hands out and clears without a file on its own disk', async () => {
    const { id, status } = await upload(PAGE, 'index.html')
    expect(status).toBe(201)
    const keys = () => [...bucket.objects.keys()]
    expect(keys()).toEqual([expect.stringMatching(/^releases\/index-[\da-f-]{36}\.html$/)])
    await publish(id)
    const { file, token } = await buyPackage(inUse, packers)
    const [held] = await readHeld(inUse.shop, token)
    expect(keys()).toContain(held?.storeKey)
    const { bytes, headers } = await fetchLink(await takeLink(inUse.shop, { file, token }))
    expect(headers.get('cache-control')).toContain('no-store')
    const opened = await unpack(bytes, await readPassword(inUse.shop, token))
    const page = opened.names.find((name) => name.endsWith('index.html')) ?? ''
    expect([opened.opens, opened.files[page]?.equals(PAGE)]).toEqual([true, true])
    expect(existsSync(folder) ? readdirSync(folder) : []).toEqual([])
    await clearPackages(inUse.shop.payload, new Date('2040-01-01T00:00:00Z'))
    expect(keys()).toEqual([expect.stringMatching(/^releases\//)])
  })
})

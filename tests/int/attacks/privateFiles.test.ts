import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { queryRows, sql } from '@/plugin/kernel/payload'
import { sendAnalysis } from '../../factories/analysis'
import { createCustomer } from '../../factories/customer'
import { createStaff } from '../../factories/staff'
import { release, uploadFile } from '../../factories/release'
import { combine } from '../../support/combine'
import { buyPackage, readHeld, usePackers } from '../../support/downloads'
import { takeLink } from '../../support/links'
import { makeMover } from '../../support/moves'
import { type LoggedIn, logInAs, logInCustomer, logInStaff } from '../../support/people'
import { drawPicture, fillForm, readProblem, sendForm, validReport } from '../../support/problems'
import { callShop } from '../../support/purchase'
import { askRaw, type RawAnswer } from '../../support/raw'
import { readReport } from '../../support/reports'
import { useShop } from '../../support/useShop'

const inUse = useShop({ RATE_LIMIT_FACTOR: '0' })
const packers = usePackers(inUse)
const move = makeMover(() => inUse.shop)

type Who = 'admin' | 'customer' | 'editor' | 'guest' | 'owner'
const people = {} as Record<Who, LoggedIn>
/** Addresses of files that are somebody's. */
const own = { picture: '', proof: '', releaseFile: '', releaseName: '' }
const SECRET = 'isi-rahasia-rilis'

const readPictureOfProblem = async (): Promise<string> => {
  const bytes = await drawPicture()
  const form = fillForm(validReport(), [{ bytes, name: 'layar.png' }])
  const { json } = await sendForm(inUse.shop, form)
  const { token } = json.problem as { token: string }
  return `/api/problems/${(await readProblem(inUse.shop, token)).id}/pictures/1`
}

const readProofOfRefund = async (): Promise<string> => {
  const { order } = await inUse.buyer.buy()
  await callShop(inUse.shop, `/api/shop/orders/${order.token}/refunds`, {
    body: { account: 'BCA 1234567890 a.n. Budi', key: randomUUID(), reason: 'Salah memilih' },
  })
  const [row] = await queryRows<{ id: string }>(
    inUse.shop.payload,
    sql`select r.id from refunds r join orders o on o.id = r.order_id where o.token = ${order.token}`,
  )
  const id = row?.id ?? ''
  expect(
    (await move({ collection: 'refunds', id }, { event: 'approve' }, people.owner)).status,
  ).toBe(200)
  const form = new FormData()
  form.append('evidence', 'BCA 0042')
  form.append('method', 'transfer')
  form.append('proof', new File(['%PDF-1.7\n1 0 obj\n<</OpenAction 2 0 R>>'], '../../bukti.html'))
  const { headers } = people.owner
  const path = `${inUse.shop.url}/api/refunds/${id}/execute`
  expect((await fetch(path, { body: form, headers, method: 'POST' })).status).toBe(200)
  return `/api/refunds/${id}/proofs/1`
}

const readReleaseFile = async (): Promise<void> => {
  const { payload } = inUse.shop
  const id = await uploadFile(payload, { bytes: Buffer.from(SECRET), name: 'rahasia.html' })
  const path = `/api/release-files/${id}?depth=0`
  const { json } = await callShop<{ filename: string }>(inUse.shop, path, {
    headers: people.owner.headers,
  })
  own.releaseName = json.filename
  own.releaseFile = `/api/release-files/file/${json.filename}`
}

beforeAll(async () => {
  const { payload, products } = inUse.shop
  people.guest = { headers: {}, id: '' }
  people.customer = await logInCustomer(inUse.shop, await createCustomer({ payload }))
  for (const role of ['editor', 'admin', 'owner'] as const) {
    people[role] = await logInAs(inUse.shop, role)
  }
  own.picture = await readPictureOfProblem()
  own.proof = await readProofOfRefund()
  await readReleaseFile()
  await release({ payload, productId: products['template-toko'], version: '1.0.0' })
})

const ask = (path: string, who: Who, headers: Record<string, string> = {}, method = 'GET') =>
  askRaw(inUse.shop, path, { headers: { ...people[who].headers, ...headers }, method })

const FILES = ['picture', 'proof', 'releaseFile'] as const

/** Who may see which. */
const READERS: Record<(typeof FILES)[number], readonly Who[]> = {
  picture: ['admin', 'owner'],
  proof: ['admin', 'owner'],
  releaseFile: ['editor', 'admin', 'owner'],
}

const isClosed = ({ bytes, status }: RawAnswer): boolean =>
  status >= 400 && status < 500 && !bytes.includes(SECRET) && !bytes.includes('%PDF')

describe('A private file at its own address', () => {
  it.each(FILES)('is its readers’ alone, whole, in part or only looked at: %s', async (file) => {
    for (const who of ['guest', 'customer', 'editor', 'admin', 'owner'] as const) {
      const answers = [
        await ask(own[file], who),
        await ask(own[file], who, { range: 'bytes=0-3' }),
        await ask(own[file], who, {
          'if-none-match': '*',
          'if-modified-since': new Date(0).toUTCString(),
        }),
      ]
      const head = await ask(own[file], who, {}, 'HEAD')
      if (READERS[file].includes(who)) {
        expect([who, answers.every(({ status }) => status < 400)]).toEqual([who, true])
      } else {
        expect([who, answers.map(isClosed)]).toEqual([who, [true, true, true]])
        expect(head.status).toBeGreaterThanOrEqual(400)
        expect(Number(head.headers['content-length'] ?? 0)).toBeLessThan(500)
      }
    }
  })

  it.each(FILES)('is kept by no cache, and nothing in it runs: %s', async (file) => {
    const { headers } = await ask(own[file], 'owner')
    expect(headers).toMatchObject({
      'cache-control': 'private, no-store',
      'x-content-type-options': 'nosniff',
    })
    expect(headers['content-security-policy']).toMatch(/default-src 'none'.*sandbox/)
  })

  it('that is no picture is only saved, under a name of ours', async () => {
    const proof = await ask(own.proof, 'owner')
    expect(proof.headers).toMatchObject({
      'content-disposition': 'attachment; filename="lampiran-1.pdf"',
      'content-type': 'application/pdf',
    })
    expect((await ask(own.releaseFile, 'owner')).headers['content-disposition']).toBe('attachment')
  })

  it('is nobody’s any more after the logout', async () => {
    const { payload } = inUse.shop
    const account = await createStaff({ payload, role: 'admin' })
    const { headers } = await logInStaff(inUse.shop, account)
    const look = async (): Promise<number[]> => {
      const answers = FILES.map((file) => askRaw(inUse.shop, own[file], { headers }))
      return (await Promise.all(answers)).map(({ status }) => status)
    }
    expect(await look()).toEqual([200, 200, 200])
    const out = await callShop(inUse.shop, '/api/staff/logout', { headers, method: 'POST' })
    expect(out.status).toBe(200)
    expect((await look()).every((status) => status === 401 || status === 403)).toBe(true)
  })
})

/** Ways to write "one up", as decoders of many kinds have understood it. */
const UPS = [
  '../',
  '..%2f',
  '%2e%2e/',
  '%2e%2e%2f',
  '%252e%252e%252f',
  '%252e%252e/',
  '..%5c',
  '..\\',
  '%2e%2e%5c',
  '....//',
  '..;/',
  '%c0%ae%c0%ae%c0%af',
  '%uff0e%uff0e%2f',
  '%EF%BC%8E%EF%BC%8E%EF%BC%8F',
  '..%00/',
  '..%0d%0a/',
]

describe('A guessed address', () => {
  const targets = (): string[] => [
    `releases/${own.releaseName}`,
    own.releaseName,
    'package.json',
    '.env',
    'etc/passwd',
  ]

  it('leads out of no folder, however it is written, for nobody', async () => {
    const found: string[] = []
    const folders = ['/api/media/file/', '/api/release-files/file/']
    const whos = ['guest', 'customer', 'owner'] as const
    for (const [who, [folder, [up, target]]] of combine(
      whos,
      combine(folders, combine(UPS, targets())),
    )) {
      const path = `${folder}${up.repeat(folder.includes('media') ? 2 : 3)}${target}`
      const answer = await ask(path, who)
      const isInside = ['"dependencies"', 'root:'].some((words) => answer.bytes.includes(words))
      if (isInside || !isClosed(answer)) {
        found.push(`${who} ${path}: ${answer.status} ${answer.bytes.toString().slice(0, 60)}`)
      }
    }
    expect(found).toEqual([])
  }, 60_000)

  it('finds no package and no report in the store: no door leads there by name', async () => {
    const { token } = await buyPackage(inUse, packers)
    const [held] = await readHeld(inUse.shop, token)
    const analysis = await sendAnalysis(inUse, people.admin)
    const report = await readReport(inUse.shop, analysis.token)
    const keys = [held?.storeKey, report.storeKey].map((key) => key ?? expect.unreachable())
    const names = keys.flatMap((key) => [key, encodeURIComponent(key), key.split('/').at(-1) ?? ''])
    const doors = ['release-files/file', 'media/file', 'packages/file', 'reports/file']
    const whos = ['guest', 'customer', 'owner'] as const
    for (const [who, [door, name]] of combine(whos, combine(doors, names))) {
      const answer = await ask(`/api/${door}/${name}`, who)
      expect([door, name, isClosed(answer)]).toEqual([door, name, true])
    }
  })

  it('of another row, or of a number that is none, is refused to its readers, too', async () => {
    const bases = ['problems/:id/pictures', 'refunds/:id/proofs']
    const ids = [randomUUID(), 'x', '%00', '%2e%2e', "1'--"]
    const seqs = ['1', '0', '-1', '1e9', '..%2f1', '9999999999999999999999']
    for (const [base, [id, seq]] of combine(bases, combine(ids, seqs))) {
      const answer = await ask(`/api/${base.replace(':id', id)}/${seq}`, 'owner')
      expect([id, seq, isClosed(answer)]).toEqual([id, seq, true])
    }
    const strange = own.picture.replace('problems', 'refunds').replace('pictures', 'proofs')
    expect((await ask(strange, 'owner')).status).toBe(404)
  })
})

describe('The file behind a link', () => {
  it('is private, by whatever method and range it is asked for', async () => {
    const { file, token } = await buyPackage(inUse, packers)
    const { pathname } = new URL(await takeLink(inUse.shop, { file, token }))
    for (const [method, range] of [
      ['HEAD', undefined],
      ['GET', 'bytes=0-3'],
      ['GET', 'bytes=999999999-'],
      ['GET', undefined],
    ] as const) {
      const answer = await ask(pathname, 'guest', range ? { range } : {}, method)
      expect(answer.headers).toMatchObject({
        'cache-control': 'private, no-store',
        'referrer-policy': 'no-referrer',
        'x-content-type-options': 'nosniff',
      })
    }
  })

  it('is gone with another word, however near it is written', async () => {
    const { file, token } = await buyPackage(inUse, packers)
    const { pathname } = new URL(await takeLink(inUse.shop, { file, token }))
    const words = [
      `${pathname}%00`,
      `${pathname}/../x`,
      `${pathname}.zip`,
      pathname.toUpperCase(),
      `${pathname.slice(0, -4)}`,
      `${pathname}%20`,
      `${pathname}=`,
    ]
    for (const path of words) {
      const { status } = await ask(path, 'guest')
      expect([path, status >= 400 && status < 500]).toEqual([path, true])
    }
    expect((await readHeld(inUse.shop, token))[0]?.used).toBe(0)
  })
})

import { mkdtempSync, rmSync, utimesSync } from 'node:fs'
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { clearPackages } from '@/plugin/downloads/actions/clearPackages'
import { clock } from '@/plugin/kernel/time'
import { release } from '../../factories/release'
import {
  buyPackage,
  fetchLink,
  readHeld,
  readPassword,
  unpack,
  usePackers,
} from '../../support/downloads'
import { takeLink } from '../../support/links'
import { makeMover, readSubjects } from '../../support/moves'
import { logInAs } from '../../support/people'
import { useShop } from '../../support/useShop'

// A folder of its own: what is cleared are files that no row of this shop's database points to.
const folder = mkdtempSync(join(tmpdir(), 'lunas-gudang-'))
afterAll(() => rmSync(folder, { recursive: true }))

const inUse = useShop({ PRIVATE_DIR: folder, RATE_LIMIT_FACTOR: '0' })
const packers = usePackers(inUse)
const move = makeMover(() => inUse.shop)

const BOUGHT = new Date('2026-11-30T03:00:00Z')
/** The right is over on 30 November 2027 at 23.59 WIB; packages are kept for thirty days more. */
const LAST_NIGHT_KEPT = new Date('2027-12-29T20:45:00Z')
const FIRST_NIGHT_AFTER = new Date('2027-12-30T20:45:00Z')

beforeAll(async () => {
  const { payload, products } = inUse.shop
  await release({ payload, productId: products['template-toko'], version: '1.0.0' })
})
beforeEach(() => clock.freeze(BOUGHT))
afterEach(() => clock.release())

const clearAt = (now: Date): Promise<void> => {
  clock.freeze(now)
  return clearPackages(inUse.shop.payload, now)
}

const readFiles = async (): Promise<string[]> => {
  const entries = await readdir(join(folder, 'packages'), { recursive: true, withFileTypes: true })
  return entries.filter((entry) => entry.isFile()).map(({ name }) => name)
}

/** Makes a file old by when it was changed, which is what a store knows. */
const leave = async (name: string, changedAt: Date): Promise<void> => {
  await mkdir(join(folder, 'packages', 'x'), { recursive: true })
  const file = join(folder, 'packages', 'x', name)
  await writeFile(file, 'sisa')
  utimesSync(file, changedAt, changedAt)
}

describe('The store of packages', () => {
  it('keeps what can be fetched, and for thirty days what cannot any more', async () => {
    const { token } = await buyPackage(inUse, packers)
    await clearAt(LAST_NIGHT_KEPT)
    expect((await readHeld(inUse.shop, token))[0]?.state).toBe('ready')
    await clearAt(FIRST_NIGHT_AFTER)
    expect((await readHeld(inUse.shop, token))[0]).toMatchObject({
      state: 'removed',
      storeKey: null,
    })
    expect(await readFiles()).toEqual([])
    expect((await inUse.buyer.look(token)).items[0]?.downloads).toMatchObject({
      files: [],
      state: 'expired',
    })
    await clearAt(FIRST_NIGHT_AFTER)
    expect((await readHeld(inUse.shop, token))[0]?.state).toBe('removed')
  })

  it('builds again what staff grant anew after it was removed', async () => {
    const { file, token } = await buyPackage(inUse, packers)
    const password = await readPassword(inUse.shop, token)
    await clearAt(FIRST_NIGHT_AFTER)
    const { entitlementId } = (await readHeld(inUse.shop, token))[0] ?? { entitlementId: '' }
    const admin = await logInAs(inUse.shop, 'admin')
    const reset = { event: 'reset', reason: 'Pindah komputer' }
    await move({ collection: 'entitlements', id: entitlementId }, reset, admin)
    await packers.idle()
    expect((await readHeld(inUse.shop, token))[0]?.state).toBe('ready')
    const { bytes, status } = await fetchLink(await takeLink(inUse.shop, { file, token }))
    expect(status).toBe(200)
    expect((await unpack(bytes, password)).opens).toBe(true)
  })

  it('gives up the package of a right that was revoked, the next night', async () => {
    const { token } = await buyPackage(inUse, packers)
    const owner = await logInAs(inUse.shop, 'owner')
    const { attempts } = await readSubjects(inUse.shop, token)
    const refund = { event: 'refund', evidence: 'TRF-9', from: 'paid', reason: 'Batal bersama' }
    await move({ collection: 'payments', id: attempts[0] ?? '' }, refund, owner)
    await clearAt(new Date('2026-11-30T20:45:00Z'))
    expect((await readHeld(inUse.shop, token))[0]?.state).toBe('removed')
  })

  it('loses what a builder left behind that died, but never what may still be written', async () => {
    const now = new Date()
    await leave('mati.zip.part', new Date(now.getTime() - 25 * 3_600_000))
    await leave('mati.zip', new Date(now.getTime() - 25 * 3_600_000))
    await leave('baru.zip.part', new Date(now.getTime() - 23 * 3_600_000))
    await clearAt(now)
    const left = await readFiles()
    expect([left.includes('mati.zip.part'), left.includes('mati.zip')]).toEqual([false, false])
    expect(left).toContain('baru.zip.part')
  })

  it('keeps every file that a row points to, however old', async () => {
    const { file, token } = await buyPackage(inUse, packers)
    const [held] = await readHeld(inUse.shop, token)
    const old = new Date('2026-01-01T00:00:00Z')
    utimesSync(join(folder, held?.storeKey ?? ''), old, old)
    await clearAt(new Date('2027-06-01T20:45:00Z'))
    expect((await fetchLink(await takeLink(inUse.shop, { file, token }))).status).toBe(200)
  })
})

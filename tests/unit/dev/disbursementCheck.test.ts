import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { parseEnvironment } from '@/config/env'
import { demoDisbursement } from '@/config/standIns'
import { disbursementCheck } from '@/dev/doctor/disbursement'
import { type RunningSimulator, startDuitkuSimulator } from '@/dev/duitku'

let simulator: RunningSimulator

beforeAll(async () => {
  simulator = await startDuitkuSimulator({ apiKey: 'a-key-of-the-test', merchantCode: 'DS00001' })
})
afterAll(() => simulator.close())

const look = async (changes: Record<string, string> = {}): Promise<string[]> => {
  const settings = parseEnvironment({
    DATABASE_URL: 'postgres://lunas:secret@db.example.id:5432/lunas',
    DUITKU_API_KEY: 'a-key-of-sufficient-length',
    DUITKU_DISBURSEMENT_URL: simulator.url,
    DUITKU_MERCHANT_CODE: 'D1234',
    MAIL_FROM: 'Toko <toko@example.id>',
    PAYLOAD_SECRET: 'x'.repeat(32),
    SERVER_URL: 'https://toko.example.id',
    SMTP_URL: 'smtp://127.0.0.1:1',
    ...changes,
  })
  return (await disbursementCheck(settings).run()).map(
    ({ verdict, words }) => `${verdict} ${words.replace(/127\.0\.0\.1:\d+/, 'host')}`,
  )
}

describe('The doctor asks the disbursement', () => {
  it('nothing where the shop has none', async () => {
    expect(await look()).toEqual(['OK off: owners send refunds by hand'])
  })

  it('for its balance, and says what there is', async () => {
    simulator.control.configure({ disbursementBalance: 1_250_000 })
    expect(await look(demoDisbursement)).toEqual([
      'OK host takes our signature; Rp1250000 can be sent',
    ])
  })

  it('and says why it refuses, without the secret', async () => {
    const secret = 'another-secret-that-nobody-may-read'
    const said = await look({ ...demoDisbursement, DUITKU_DISBURSEMENT_SECRET: secret })
    expect(said).toEqual(['FAIL host refuses us: -191 Invalid signature'])
    expect(said.join()).not.toContain(secret)
  })

  it('and warns when it is ill', async () => {
    simulator.control.addFault({ endpoint: 'disbursementBalance', kind: 'status', status: 503 })
    expect(await look(demoDisbursement)).toEqual(['WARN host answers with status 503'])
  })
})

import { describe, expect, it } from 'vitest'

import { useChatDesk } from '../../support/chatDesk'
import { newPhone } from '../../support/chatVendor'
import { makeOptOutDoor } from '../../support/optOutDoor'

const { inUse, statesOf, tell, write } = await useChatDesk()
const { wantsOptional } = makeOptOutDoor(inUse)

describe('What a customer writes', () => {
  it.each(['STOP', 'stop.', 'Berhenti', ' BERHENTI! ', 'unsubscribe'])(
    'stops what he need not be told: “%s”',
    async (text) => {
      const { address, phone } = await tell()
      expect(await write(phone, text)).toBe(200)
      expect(await wantsOptional(address)).toBe(false)
      await tell({ address, phone })
      expect(await statesOf(address)).toEqual(['whatsapp sent'])
    },
  )

  it('stops it at every address at which the shop wrote to this telephone', async () => {
    const { address, phone } = await tell()
    const { address: other } = await tell({ phone })
    const stranger = await tell()
    await write(phone, 'STOP')
    await write(phone, 'STOP')
    expect(await wantsOptional(address)).toBe(false)
    expect(await wantsOptional(other)).toBe(false)
    expect(await wantsOptional(stranger.address)).toBe(true)
  })

  it.each(['Jangan berhenti ya', 'stop promo dong', 'Sudah saya bayar 🙏', '*STOP*?'])(
    'stops nothing when it means something else: “%s”',
    async (text) => {
      const { address, phone } = await tell()
      expect(await write(phone, text)).toBe(200)
      expect(await wantsOptional(address)).toBe(true)
    },
  )

  it('from a telephone of which we know nothing is taken', async () => {
    expect(await write(newPhone(), 'STOP')).toBe(200)
  })
})

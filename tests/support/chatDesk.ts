import { afterAll, afterEach, beforeAll } from 'vitest'

import { addDays, clock, startOfWibDay, wibDayOf } from '@/plugin/kernel/time'
import { type ChatRow, newPhone, openChatVendor, readChats, WEBHOOK } from './chatVendor'
import { newReader } from './optOutDoor'
import { openMailbox, usePostOffice } from './postOffice'
import { type ShopInUse, useShop } from './useShop'

/** Whom the shop wrote to. */
export type Told = { address: string; phone: string }

const tomorrow = startOfWibDay(addDays(wibDayOf(new Date()), 1))

/** A noon to come: telephones may ring, and what is put off from then does not fall due meanwhile. */
export const NOON_WIB = new Date(tomorrow.getTime() + 12 * 3_600_000)

type Parts = {
  inUse: ShopInUse
  office: ReturnType<typeof usePostOffice>
  vendor: Awaited<ReturnType<typeof openChatVendor>>['vendor']
}

const makeDesk = ({ inUse, office, vendor }: Parts) => {
  const rowOf = async (address: string): Promise<ChatRow> => {
    const row = (await readChats(inUse, address)).find(({ channel }) => channel === 'whatsapp')
    if (!row) {
      throw new Error(`Nothing was written to ${address}`)
    }
    return row
  }
  return {
    /** Optional mails to an address; each carries the button of RFC 8058. */
    countMails: (address: string): number =>
      office.inbox
        .find({ to: address })
        .filter(({ headers }) => headers.some(({ name }) => name === 'List-Unsubscribe')).length,
    rowOf,
    statesOf: async (address: string): Promise<string[]> => {
      await office.deliver()
      return (await readChats(inUse, address)).map(({ channel, state }) => `${channel} ${state}`)
    },
    /** A payment of this buyer fails, and the shop writes to him. */
    tell: async (buyer: Partial<Told> = {}): Promise<Told> => {
      const { address = newReader(), phone = newPhone() } = buyer
      const { payment } = await inUse.buyer.checkout({ customer: { email: address, phone } })
      await inUse.shop.gateway.fail({ merchantOrderId: payment.merchantOrderId, wait: true })
      await inUse.shop.idle()
      await office.deliver()
      return { address, phone }
    },
    /** A person writes to the shop; answers what the shop said to Meta. */
    write: async (phone: string, text: string): Promise<number | undefined> => {
      vendor.control.reply({ number: phone.slice(1), text })
      await vendor.control.idle()
      return vendor.control.deliveries().at(-1)?.status
    },
  }
}

/** A shop that writes by Meta's Cloud API, at noon, with its vendor and its mail server. */
export const useChatDesk = async (more: Readonly<Record<string, string>> = {}) => {
  const { catcher, settings: mail } = await openMailbox()
  const { settings, vendor } = await openChatVendor()
  const inUse = useShop({ ...mail, ...settings, ...more })
  const office = usePostOffice(inUse, catcher)
  beforeAll(() => {
    clock.freeze(NOON_WIB)
    vendor.control.configure({ webhookUrl: inUse.shop.url + WEBHOOK })
  })
  afterEach(() => {
    clock.freeze(NOON_WIB)
    vendor.control.clearFaults()
    vendor.control.configure({ progress: 'none' })
  })
  afterAll(async () => {
    clock.release()
    await vendor.close()
  })
  return { ...makeDesk({ inUse, office, vendor }), inUse, office, settings, vendor }
}

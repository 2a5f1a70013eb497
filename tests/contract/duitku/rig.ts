import type { InvoiceInput } from '@/plugin/payments/port'

import { startDuitkuSimulator, type SimulatorOptions } from '@/dev/duitku'
import { createDuitkuGateway, type DuitkuOptions } from '@/plugin/adapters/duitku'

import { startListeningShop } from './shop'

/** The made-up project of the contract tests. */
export const project = { apiKey: 'contract-test-key-000000000001', merchantCode: 'DS00001' }

/** The adapter, the simulator and a listening shop, connected over real HTTP. */
export async function openRig({
  gateway = {},
  simulator = {},
}: {
  gateway?: Partial<DuitkuOptions>
  simulator?: Partial<SimulatorOptions>
} = {}) {
  const shop = await startListeningShop()
  const running = await startDuitkuSimulator({
    ...project,
    ...simulator,
    config: { callbackIntervalsMs: [5], ...simulator.config },
  })
  const duitku = createDuitkuGateway({
    ...project,
    passportUrl: running.url,
    popUrl: running.url,
    timeoutMs: 300,
    ...gateway,
  })
  let count = 0
  const draft = (changes: Partial<InvoiceInput> = {}): InvoiceInput => {
    count += 1
    return {
      amount: 1_250_000,
      callbackUrl: shop.callbackUrl,
      customerName: 'Budi Santoso',
      email: 'budi@example.id',
      expiryMinutes: 60,
      items: [
        { amount: 1_000_000, name: 'Website Company Profile' },
        { amount: 250_000, name: 'Domain .id, 1 tahun' },
      ],
      merchantOrderId: `ORD-CONTRACT-${count}`,
      now: new Date(),
      phone: '+6281234567890',
      productDetails: 'Website Company Profile',
      returnUrl: 'https://toko.example/pembayaran/selesai?token=abc&x=%20#akhir',
      ...changes,
    }
  }
  const close = async () => {
    await running.close()
    await shop.close()
  }
  return { close, control: running.control, draft, duitku, shop, url: running.url }
}

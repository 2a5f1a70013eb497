import type { Page } from '@playwright/test'
import { readFile } from 'node:fs/promises'

import { printSignPhotograph } from '../../support/spkReturn'
import { agreeToContent, photosOf, saveToSign, sendSigned } from './spkCustomer'
import {
  acceptSigned,
  expectStanding,
  fillDraft,
  openAgreement,
  press,
  readLayout,
  WORDINGS,
} from './spkDesk'

type Both = {
  /** Path of the order's page. */
  address: string
  desk: Page
  headers: Record<string, string>
  number: string
  page: Page
}

/** The whole way of an agreement on which nothing goes wrong: drafted, agreed, stamped, signed, confirmed. */
export const confirmAgreement = async (both: Both): Promise<void> => {
  const { address, desk, headers, number, page } = both
  const id = await openAgreement(desk, number)
  await fillDraft(desk, WORDINGS.first)
  await press(desk, 'Kirim ke pelanggan', 'Terkirim')
  await page.goto(`${address}/spk`)
  await agreeToContent(page)
  await press(desk, 'Terbitkan dengan nomor', 'Terbit')
  await press(desk, 'Bubuhkan e-Meterai lewat akun toko', 'Diminta')
  await expectStanding(desk, 'Menunggu tanda tangan')
  const layout = await readLayout(desk, headers, id)
  await page.goto(`${address}/spk`)
  const bytes = await readFile((await saveToSign(page)).path)
  const signed = { bytes, layout, signing: { hand: 3, time: 2 } }
  await sendSigned(page, photosOf(await printSignPhotograph(signed)))
  await expectStanding(desk, 'Ditinjau admin')
  await acceptSigned(desk)
  await expectStanding(desk, 'Dikonfirmasi dan disegel')
}

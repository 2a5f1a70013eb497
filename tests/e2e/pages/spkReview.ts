import { expect, type Page } from '@playwright/test'

import { expectFaultlessIn } from './faults'
import { tabTo } from './keyboard'

/** Our part of a page of the panel in light and dark, which Payload chooses as the page loads. */
export const expectPanelFaultless = async (desk: Page): Promise<void> => {
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.emulateMedia({ colorScheme })
    await desk.reload()
    await expect(desk.locator('html')).toHaveAttribute('data-theme', colorScheme)
    const looks = [360, 1280].map((width) => ({ colorScheme, width }))
    await expectFaultlessIn(desk, looks, 'main')
  }
}

/** Lets Tab begin at the review, as after its heading was read. */
const startAtReview = (desk: Page): Promise<void> =>
  desk.getByRole('heading', { exact: true, name: 'Pemeriksaan' }).evaluate((heading) => {
    heading.tabIndex = -1
    heading.focus()
  })

/**
 * The whole review without a mouse: page, loupe, pages laid over each other with their slider, every tick
 * of the list, and the acceptance.
 */
export const acceptByKeyboard = async (desk: Page): Promise<void> => {
  await startAtReview(desk)
  const page = desk.getByRole('combobox', { name: /^Halaman/ })
  await tabTo(desk, page)
  await desk.keyboard.press('ArrowDown')
  await expect(page).toHaveValue('1')
  const loupe = desk.getByRole('combobox', { name: /^Perbesar/ })
  await tabTo(desk, loupe)
  await desk.keyboard.press('ArrowDown')
  await expect(loupe).toHaveValue('200')
  const overlay = desk.getByRole('checkbox', { name: 'Tumpuk keduanya' })
  await tabTo(desk, overlay)
  await desk.keyboard.press('Space')
  const slider = desk.getByRole('slider')
  await tabTo(desk, slider)
  await desk.keyboard.press('ArrowRight')
  await expect(slider).toHaveValue('51')
  const sheet = desk.getByRole('group', { name: 'Tumpuk keduanya, Halaman 2' })
  await tabTo(desk, sheet)
  await desk.keyboard.press('ArrowDown')
  await expect.poll(() => sheet.evaluate(({ scrollTop }) => scrollTop)).toBeGreaterThan(0)
  const list = desk.getByRole('group', { name: 'Centang yang sudah Anda periksa' })
  for (const box of await list.getByRole('checkbox').all()) {
    await tabTo(desk, box)
    await desk.keyboard.press('Space')
    await expect(box).toBeChecked()
  }
  await tabTo(desk, desk.getByRole('button', { exact: true, name: 'Terima' }))
  await desk.keyboard.press('Enter')
  await expect(desk.locator('[data-sonner-toast]', { hasText: 'Diterima' }).first()).toBeVisible()
}

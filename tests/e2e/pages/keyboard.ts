import { expect, type Locator, type Page } from '@playwright/test'

/** What is wrong with the sight of the focused element, if anything. */
const findFocusFault = (page: Page): Promise<string | undefined> =>
  page.evaluate(() => {
    const focused = document.activeElement
    if (!focused || focused === document.body) {
      return 'nothing has the focus'
    }
    const marks = [focused, focused.closest('article'), focused.closest('label')]
    const isMarked = marks.some(
      (element) => element && getComputedStyle(element).outlineStyle !== 'none',
    )
    const box = focused.getBoundingClientRect()
    const isInView = box.bottom > 0 && box.top < innerHeight
    const name = focused.textContent?.trim() || focused.getAttribute('name')
    if (!isMarked) {
      return `${name} shows no focus`
    }
    return isInView ? undefined : `${name} has the focus out of sight`
  })

/** Presses Tab until the wanted element has the focus; every stop on the way must be visible. */
export const tabTo = async (page: Page, wanted: Locator, mostSteps = 60): Promise<void> => {
  for (let step = 0; step < mostSteps; step += 1) {
    await page.keyboard.press('Tab')
    // The page may still be gliding to its place.
    await expect.poll(() => findFocusFault(page), { timeout: 3000 }).toBeUndefined()
    if (await wanted.evaluate((element) => element === document.activeElement)) {
      return
    }
  }
  throw new Error('Tab never got there')
}

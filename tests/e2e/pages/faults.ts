import AxeBuilder from '@axe-core/playwright'
import { expect, type Page } from '@playwright/test'

/** One way of looking at a page. */
export type Look = { colorScheme: 'dark' | 'light'; width: number }

/** Light and dark, on the narrowest telephone and on a desk. */
export const LOOKS: readonly Look[] = [
  { colorScheme: 'light', width: 320 },
  { colorScheme: 'dark', width: 320 },
  { colorScheme: 'light', width: 1280 },
  { colorScheme: 'dark', width: 1280 },
]

const findFaults = async (page: Page, within: string): Promise<string[]> => {
  // What looks into frames opens a second page for each look, which takes as long as the look itself.
  const hasFrames = page.frames().length > 1
  const { violations } = await new AxeBuilder({ page })
    .setLegacyMode(!hasFrames)
    .include(within)
    .options({ rules: { 'target-size': { enabled: true } } })
    .analyze()
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  )
  const faults = violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.target.join(' ')}`)
  return overflow > 0 ? [...faults, `the page is ${overflow} px too wide`] : faults
}

/** Longer than any transition of ours: a page behind another one draws no frames to wait for. */
const SETTLED_MS = 2_000

/** Colours that are still on their way to another look would be measured half-way. */
const settle = async (page: Page): Promise<void> => {
  await page.bringToFront()
  await page.evaluate(async (mostMs) => {
    const isOver = async (): Promise<void> => {
      await new Promise((resolve) => requestAnimationFrame(resolve))
      const ending = document
        .getAnimations()
        .filter(({ effect }) => effect?.getComputedTiming().endTime !== Infinity)
      await Promise.allSettled(ending.map(({ finished }) => finished))
    }
    await Promise.race([isOver(), new Promise((resolve) => setTimeout(resolve, mostMs))])
  }, SETTLED_MS)
}

/**
 * The open page has no accessibility fault in any of these looks, and fits each width. `within` a part of
 * it, where the rest is not ours, such as the head of Payload's documents.
 */
export const expectFaultlessIn = async (
  page: Page,
  looks: readonly Look[],
  within = 'html',
): Promise<void> => {
  await page.emulateMedia({ reducedMotion: 'reduce' })
  for (const { colorScheme, width } of looks) {
    await page.setViewportSize({ height: 800, width })
    await page.emulateMedia({ colorScheme })
    await settle(page)
    expect(await findFaults(page, within), `${colorScheme}, ${width} px`).toEqual([])
  }
}

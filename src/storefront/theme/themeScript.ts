/** The cookie that remembers the visitor's choice: `terang`, `gelap`, or absent for the system's. */
export const themeCookie = 'tema'

/** What the toggle offers. */
export const themeChoices = ['sistem', 'terang', 'gelap'] as const

/** One choice of the toggle. */
export type ThemeChoice = (typeof themeChoices)[number]

/**
 * Runs before the first paint and copies the cookie to `<html data-theme>`, so that static pages
 * stay static and do not flash.
 */
export const themeScript = `(()=>{const m=document.cookie.match(/(?:^|; )${themeCookie}=(terang|gelap)/);if(m)document.documentElement.dataset.theme=m[1]})()`

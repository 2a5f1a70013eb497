import { findInstalled } from './installed'

const names = ['chromium', 'chromium-browser', 'google-chrome', 'google-chrome-stable']

const usual = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
  'C:\\Program Files (x86)\\Google\\Chrome\\Application\\chrome.exe',
]

/** Finds an installed Chromium or Chrome: `CHROMIUM_PATH`, then the search path, then usual places. */
export const findChromium = (): string | undefined =>
  findInstalled({ names, usual, wanted: process.env.CHROMIUM_PATH })

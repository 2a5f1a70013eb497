import type { ServerResponse } from 'node:http'

import { send } from '../transport/messages'
import { consoleStyles } from './consoleStyles'
import { styles } from './styles'

const mark = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 32 32"><rect width="32" height="32" rx="9" fill="#0f6b64"/><path d="M9 8h6.5a8 8 0 0 1 0 16H9z" fill="none" stroke="#fff" stroke-width="3" stroke-linejoin="round"/><circle cx="15" cy="16" r="2.4" fill="#fcd34d"/></svg>`

/** Only adds to pages that work without it: a countdown and copy buttons. */
const script = `
const start = performance.now()
const two = (n) => String(n).padStart(2, '0')
for (const timer of document.querySelectorAll('[data-remaining]')) {
  const total = Number(timer.dataset.remaining)
  const tick = () => {
    const left = Math.max(0, Math.ceil((total - (performance.now() - start)) / 1000))
    timer.textContent = two(Math.floor(left / 3600)) + ':' + two(Math.floor(left / 60) % 60) + ':' + two(left % 60)
    if (left > 0) setTimeout(tick, 1000)
    else if (total > 0) location.reload()
  }
  tick()
}
for (const button of document.querySelectorAll('button[data-copy]')) {
  button.hidden = false
  button.addEventListener('click', async () => {
    await navigator.clipboard.writeText(button.dataset.copy)
    button.textContent = 'Tersalin'
  })
}
`

const files: Record<string, { body: string; type: string }> = {
  '/assets/mark.svg': { body: mark, type: 'image/svg+xml' },
  '/assets/simulator.css': { body: styles + consoleStyles, type: 'text/css; charset=utf-8' },
  '/assets/simulator.js': { body: script, type: 'text/javascript; charset=utf-8' },
}

/** Serves styles, script, mark and channel badges; says whether the path was one of them. */
export function serveAsset({
  path,
  response,
}: {
  path: string
  response: ServerResponse
}): boolean {
  const badge = /^\/assets\/channel\/([a-z0-9]{2})\.svg$/i.exec(path)?.[1]
  const file = badge ? { body: badgeSvg(badge.toUpperCase()), type: 'image/svg+xml' } : files[path]
  if (file === undefined) return false
  const headers = { 'cache-control': 'max-age=300' }
  send({ ...file, headers, response, status: 200 })
  return true
}

function badgeSvg(code: string): string {
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 64 40"><rect width="64" height="40" rx="8" fill="#0f6b64"/><text x="32" y="27" font-family="sans-serif" font-size="18" font-weight="700" fill="#fff" text-anchor="middle">${code}</text></svg>`
}

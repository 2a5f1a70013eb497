import type { Markup } from './html'

import { html } from './html'

/** The frame of every page: a name of its own, and a plain word that no money moves. */
export function layout({
  body,
  title,
  wide = false,
}: {
  body: Markup
  title: string
  wide?: boolean
}): string {
  return html`<!doctype html>
    <html lang="id">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="robots" content="noindex" />
        <meta name="color-scheme" content="light dark" />
        <title>${title} · Duitku Simulator</title>
        <link rel="icon" href="/assets/mark.svg" type="image/svg+xml" />
        <link rel="stylesheet" href="/assets/simulator.css" />
        <script src="/assets/simulator.js" defer></script>
      </head>
      <body>
        <header class="bar">
          <div class="bar-inner ${wide ? 'wide' : ''}">
            <img src="/assets/mark.svg" alt="" width="28" height="28" />
            <span class="brand">Duitku <b>Simulator</b></span>
            <span class="chip">Mode uji</span>
          </div>
          <p class="notice">Tiruan. Tidak ada uang yang berpindah.</p>
        </header>
        <main class="${wide ? 'wide' : ''}">${body}</main>
        <footer>Duitku Simulator bukan layanan resmi Duitku.</footer>
      </body>
    </html> `.markup
}

import { html, type Markup } from '../../mail/markup'
import { styles } from './styles'

/** Day and minute in Jakarta. */
export const clockTime = new Intl.DateTimeFormat('en-GB', {
  day: 'numeric',
  hour: '2-digit',
  minute: '2-digit',
  month: 'short',
  timeZone: 'Asia/Jakarta',
})

/** Offers to reload when something has been said; the page works without it. */
const watcher = `
const note = document.querySelector('[data-stamp]')
const look = async () => (await (await fetch('/api/messages' + note.dataset.query)).text())
if (note) look().then((seen) => setInterval(async () => { note.hidden = (await look()) === seen }, 2000))
`

/** A line that appears when there is news; `query` narrows what is watched. */
export const newsLine = (query: string): Markup =>
  html`<span role="status"
    ><a href="" hidden data-stamp data-query="${query}">Something new: show</a></span
  >`

/** The frame of every page. */
export const page = (args: { body: Markup; title: string }): string =>
  `<!doctype html>${
    html`<html lang="en">
      <head>
        <meta charset="utf-8" />
        <meta name="viewport" content="width=device-width,initial-scale=1" />
        <title>${args.title}</title>
        <style>
          ${{ markup: styles }}
        </style>
      </head>
      <body>
        <header class="bar">
          <div>
            <a href="/">WhatsApp catcher</a
            ><span class="soft">Chats of the demo shop. No message leaves this machine.</span>
          </div>
        </header>
        <main>${args.body}</main>
        <script>
          ${{ markup: watcher }}
        </script>
      </body>
    </html>`.markup
  }`

/** For addresses that lead nowhere. */
export const missingPage = (): string =>
  page({
    body: html`<h1>Not here</h1>
      <p>This chat is gone or never was. <a href="/">All chats</a></p>`,
    title: 'Not here',
  })

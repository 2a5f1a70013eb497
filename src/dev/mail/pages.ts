import { type Fault, faultKinds, faultWords } from './faults'
import { type CaughtMail, type Keeping, subjectOf } from './inbox'
import { html, type Markup } from './markup'
import type { ParsedMail } from './mime'
import { styles } from './styles'

/** The three ways to look at one mail. */
export type View = 'headers' | 'html' | 'text'

const clockTime = new Intl.DateTimeFormat('en-GB', {
  dateStyle: 'medium',
  timeStyle: 'medium',
  timeZone: 'Asia/Jakarta',
})

/** Offers to reload when mail has come; the page works without it. */
const watcher = `
const note = document.querySelector('[data-count]')
if (note) setInterval(async () => {
  const { total } = await (await fetch('/api/messages?limit=0')).json()
  note.hidden = total === Number(note.dataset.count)
}, 2000)
`

const page = (args: { body: Markup; script?: string; title: string }): string =>
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
            <a href="/">Mail catcher</a
            ><span class="soft">Mails of the demo shop. None of them leaves this machine.</span>
          </div>
        </header>
        <main>${args.body}</main>
        <script>
          ${{ markup: args.script ?? '' }}
        </script>
      </body>
    </html>`.markup
  }`

const row = (mail: CaughtMail): Markup =>
  html`<li>
    <a href="/messages/${mail.id}">
      <strong>${subjectOf(mail)}</strong>
      <time class="soft" datetime="${mail.receivedAt.toISOString()}"
        >${clockTime.format(mail.receivedAt)} WIB</time
      >
      <span class="soft">to ${mail.to.join(', ')}</span></a
    >
  </li>`

const recipientFilter = (args: { recipients: string[]; to?: string }): Markup => {
  const options = args.recipients.map((address) =>
    address === args.to
      ? html`<option selected>${address}</option>`
      : html`<option>${address}</option>`,
  )
  return html`<form method="get" action="/">
    <label for="to">To</label>
    <select id="to" name="to">
      <option value="">everybody</option>
      ${options}</select
    ><button>Show</button>
  </form>`
}

const faultSwitch = (fault: Fault): Markup => {
  const options = faultKinds.map((kind) =>
    kind === fault.kind
      ? html`<option value="${kind}" selected>${faultWords[kind]}</option>`
      : html`<option value="${kind}">${faultWords[kind]}</option>`,
  )
  return html`<form method="post" action="/fault">
    <label for="kind">The server</label>
    <select id="kind" name="kind">
      ${options}</select
    ><button>Switch</button>
  </form>`
}

const warnings = (args: { fault: Fault; keeps: Keeping }): Markup[] => [
  ...(args.fault.kind === 'none'
    ? []
    : [
        html`<p class="warn" role="status">
          A fault is switched on: the server ${faultWords[args.fault.kind]}.
        </p>`,
      ]),
  ...(args.keeps === 'mails'
    ? []
    : [html`<p class="warn" role="status">Mails are counted by Message-ID, not kept.</p>`]),
]

/** The list of mails, newest first. */
export const listPage = (args: {
  fault: Fault
  keeps: Keeping
  mails: CaughtMail[]
  recipients: string[]
  to?: string
  total: number
}): string => {
  const list =
    args.mails.length === 0
      ? html`<p class="empty">No mail yet.</p>`
      : html`<ul class="list">
          ${args.mails.map(row)}
        </ul>`
  const body = html`<div class="row">
      <h1>Inbox</h1>
      <span class="soft">${args.total} mails</span>
      <span role="status"><a href="" hidden data-count="${args.total}">New mail: show</a></span>
    </div>
    ${warnings(args)}
    <div class="row">
      ${recipientFilter(args)} ${faultSwitch(args.fault)}
      <form method="post" action="/clear" class="push"><button>Clear all</button></form>
    </div>
    ${list}`
  return page({ body, script: watcher, title: `Inbox (${args.total})` })
}

const tab = (args: { current: View; id: string; label: string; view: View }): Markup =>
  args.view === args.current
    ? html`<a href="/messages/${args.id}?view=${args.view}" aria-current="page">${args.label}</a>`
    : html`<a href="/messages/${args.id}?view=${args.view}">${args.label}</a>`

const content = (args: { mail: CaughtMail; parsed: ParsedMail; view: View }): Markup => {
  if (args.view === 'headers') {
    const rows = args.parsed.headers.map(
      ({ name, value }) =>
        html`<tr>
          <th scope="row">${name}</th>
          <td>${value}</td>
        </tr>`,
    )
    return html`<table>
      <tbody>
        ${rows}
      </tbody>
    </table>`
  }
  if (args.view === 'html' && args.parsed.html !== undefined) {
    // Scripts never run; links open outside the frame, so that a reader can follow them.
    return html`<iframe
      class="paper"
      title="The mail as the reader sees it"
      src="/messages/${args.mail.id}/html"
      sandbox="allow-popups allow-popups-to-escape-sandbox"
    ></iframe>`
  }
  return html`<pre tabindex="0">${args.parsed.text ?? 'This mail has no such part.'}</pre>`
}

/** One mail, in one of its views. */
export const messagePage = (args: { mail: CaughtMail; parsed: ParsedMail; view: View }): string => {
  const { mail, parsed, view } = args
  const tabs = (['html', 'text', 'headers'] as const).map((each) =>
    tab({ current: view, id: mail.id, label: each === 'html' ? 'HTML' : each, view: each }),
  )
  const attached = parsed.attachments.map(
    ({ contentType, filename, size }) => html`<li>${filename || contentType}, ${size} bytes</li>`,
  )
  const body = html`<p><a href="/">← All mails</a></p>
    <h1>${subjectOf(mail)}</h1>
    <p class="soft">
      from ${mail.from} to ${mail.to.join(', ')} · ${clockTime.format(mail.receivedAt)} WIB
    </p>
    <nav class="tabs" aria-label="Views">${tabs}</nav>
    ${content(args)}
    ${
      attached.length > 0
        ? html`<h2>Attachments</h2>
            <ul>
              ${attached}
            </ul>`
        : undefined
    }`
  return page({ body, title: subjectOf(mail) })
}

/** For addresses that lead nowhere. */
export const missingPage = (): string =>
  page({
    body: html`<h1>Not here</h1>
      <p>This mail is gone or never was. <a href="/">All mails</a></p>`,
    title: 'Not here',
  })

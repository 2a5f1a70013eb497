import { html, type Markup } from '../../mail/markup'
import { stateOf } from '../chats'
import type { KeptMessage } from '../types'
import { clockTime } from './page'

const ticks: Record<string, Markup> = {
  delivered: html`<span>✓✓ delivered</span>`,
  failed: html`<span class="failed">✕ failed</span>`,
  read: html`<span class="read">✓✓ read</span>`,
  sent: html`<span>✓ sent</span>`,
}

const webAddress = /(https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]}'*_])/

const isWebAddress = (text: string): boolean => /^https?:\/\//.test(text) && URL.canParse(text)

const link = (args: { address: string; look?: string; words: Markup | string }): Markup =>
  html`<a class="${args.look ?? ''}" href="${args.address}" target="_blank" rel="noreferrer"
    >${args.words}</a
  >`

/** A text whose addresses can be opened. */
const wordsOf = (text: string): Markup[] =>
  text
    .split(webAddress)
    .map((piece) => (isWebAddress(piece) ? link({ address: piece, words: piece }) : html`${piece}`))

const documentOf = ({ document }: KeptMessage): Markup | undefined =>
  document && link({ address: document.url, look: 'file', words: html`📄 ${document.filename}` })

const buttonOf = ({ button }: KeptMessage): Markup | undefined => {
  if (button === undefined) {
    return undefined
  }
  return isWebAddress(button)
    ? link({ address: button, look: 'press', words: '↗ Open' })
    : html`<span class="press">↗ …${button}</span>`
}

const templateOf = ({ template }: KeptMessage): Markup | undefined =>
  template &&
  html`<details>
    <summary>Template ${template.name} (${template.language})</summary>
    <ol>
      ${template.parameters.map((parameter) => html`<li>${parameter}</li>`)}
    </ol>
  </details>`

const footOf = (message: KeptMessage): Markup => {
  const state = stateOf(message)
  const tick = state ? ticks[state] : html`<span>on its way</span>`
  const why = state === 'failed' && message.error ? message.error : undefined
  return html`<span class="foot"
    >${why ? html`<span class="failed">${why.code}: ${why.title}</span>` : undefined}
    <time datetime="${new Date(message.at).toISOString()}">${clockTime.format(message.at)}</time>
    ${message.direction === 'out' ? tick : undefined}</span
  >`
}

/** One message, as its reader sees it. */
export const bubble = (message: KeptMessage): Markup => {
  const speaker = message.direction === 'out' ? 'The shop' : 'The person'
  return html`<li class="bubble ${message.direction}" aria-label="${speaker}">
    ${documentOf(message)}
    <span class="words">${wordsOf(message.text)}</span>
    ${buttonOf(message)} ${templateOf(message)} ${footOf(message)}
  </li>`
}

import { html } from '../../mail/markup'
import type { KeptMessage } from '../types'
import { bubble } from './bubble'
import { newsLine, page } from './page'

/** One chat, with what the person may do: read and answer. */
export const chatPage = (args: { messages: readonly KeptMessage[]; number: string }): string => {
  const { messages, number } = args
  const body = html`<p><a href="/">← All chats</a></p>
    <div class="row">
      <h1>+${number}</h1>
      <span class="soft">${messages.length} messages</span>
      ${newsLine(`?to=${number}`)}
      <form method="post" action="/chats/${number}/read" class="push">
        <button>Mark all as read</button>
      </form>
    </div>
    <ol class="chat">
      ${messages.map(bubble)}
    </ol>
    <section class="card" aria-labelledby="reply">
      <h2 id="reply">Answer as this person</h2>
      <form method="post" action="/chats/${number}/reply">
        <textarea name="text" required maxlength="4096" aria-labelledby="reply"></textarea>
        <button class="main">Send to the shop</button>
      </form>
    </section>`
  return page({ body, title: `+${number}` })
}

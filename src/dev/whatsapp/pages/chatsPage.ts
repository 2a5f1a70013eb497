import { html, type Markup } from '../../mail/markup'
import { type Fault, faultWords } from '../faults'
import type { KeptMessage, Simulator } from '../types'
import { clockTime, newsLine, page } from './page'

const row = (message: KeptMessage): Markup =>
  html`<li>
    <a href="/chats/${message.number}">
      <strong>+${message.number}</strong>
      <time class="soft" datetime="${new Date(message.at).toISOString()}"
        >${clockTime.format(message.at)}</time
      >
      <span class="soft last"
        >${message.direction === 'out' ? 'Shop: ' : ''}${message.document ? '📄 ' : ''}${message.text}</span
      ></a
    >
  </li>`

const emptyNote = html`<div class="empty">
  <p>No message yet.</p>
  <p class="soft">
    Without WHATSAPP_CHANNEL the shop makes wa.me links, which a person opens: they do not pass
    here. Start with WHATSAPP_CHANNEL=cloud or WHATSAPP_CHANNEL=fonnte to see its messages.
  </p>
</div>`

const plannedFault = ({ kind, times, to }: Fault): Markup =>
  html`<li>
    The vendor ${faultWords[kind]}${to ? `, for ${to}` : ''}
    (${times === 0 ? 'until cleared' : `${times} more`})
  </li>`

const faultCard = (faults: readonly Fault[]): Markup => {
  const options = Object.entries(faultWords).map(
    ([kind, words]) => html`<option value="${kind}">${words}</option>`,
  )
  const planned =
    faults.length > 0
      ? html`<ul>
            ${faults.map(plannedFault)}
          </ul>
          <form method="post" action="/faults/clear"><button>Switch all faults off</button></form>`
      : undefined
  return html`<section class="card" aria-labelledby="faults">
    <h2 id="faults">Faults</h2>
    <form method="post" action="/faults">
      <label for="kind">The vendor</label>
      <select id="kind" name="kind">
        ${options}
      </select>
      <label for="times">for</label>
      <select id="times" name="times">
        <option value="1">one message</option>
        <option value="5">five messages</option>
        <option value="0">all messages until cleared</option>
      </select>
      <label><input type="checkbox" name="takesEffect" value="1" />but takes the message</label>
      <button>Switch on</button>
    </form>
    ${planned}
  </section>`
}

const webhookCard = ({ config, sender }: Simulator): Markup => {
  const last = sender
    .deliveries()
    .slice(-5)
    .toReversed()
    .map(({ at, error, status, what }) => html`<li>${what}: ${error ?? status ?? '…'} (${at})</li>`)
  return html`<section class="card" aria-labelledby="webhooks">
    <h2 id="webhooks">Webhooks</h2>
    <p class="soft">${config.webhookUrl || 'No address is set: reports go nowhere.'}</p>
    ${
      last.length > 0
        ? html`<ul>
            ${last}
          </ul>`
        : undefined
    }
  </section>`
}

/** All chats, newest first, with the levers below. */
export const chatsPage = (simulator: Simulator): string => {
  const { chats, faults } = simulator
  const latest = chats.latest().slice(0, 200)
  const body = html`<div class="row">
      <h1>Chats</h1>
      <span class="soft">${chats.count()} messages</span>
      ${newsLine('?limit=1')}
      <form method="post" action="/clear" class="push"><button>Clear all</button></form>
    </div>
    ${
      faults.length > 0
        ? html`<p class="warn" role="status">Faults are switched on, see below.</p>`
        : undefined
    }
    ${
      latest.length === 0
        ? emptyNote
        : html`<ul class="list">
            ${latest.map(row)}
          </ul>`
    }
    ${faultCard(faults)} ${webhookCard(simulator)}`
  return page({ body, title: `Chats (${chats.count()})` })
}

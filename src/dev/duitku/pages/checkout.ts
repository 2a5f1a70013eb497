import type { Invoice, Simulator } from '../types'
import type { Markup } from './html'

import { formatRupiah } from '../../../plugin/kernel/money'
import { formatInstant } from '../../../plugin/kernel/time'
import { channelGroups, channels } from '../channels'
import { html } from './html'
import { layout } from './layout'
import { payView } from './payView'
import { resultView } from './resultView'
import { returnLink } from './returnUrl'

/** What the page of an invoice needs. */
export type PageInput = { invoice: Invoice; merchantName: string; simulator: Simulator }

/** The hosted payment page, in the state the invoice is in. */
export function checkoutPage(input: PageInput): string {
  const { invoice } = input
  if (invoice.status === 'created') {
    const body = html`${summary(input)}${chooser(input)}`
    return layout({ body, title: 'Pilih metode pembayaran' })
  }
  if (invoice.status === 'pending') {
    return layout({
      body: html`${summary(input)}${payView(input)}`,
      title: 'Selesaikan pembayaran',
    })
  }
  return layout({ body: resultView(input), title: 'Status pembayaran' })
}

/** For references that the simulator does not know. */
export function unknownPage(): string {
  const body = html`<section class="card stack">
    <h1>Tagihan tidak ditemukan</h1>
    <p>Periksa kembali tautan pembayaran Anda, atau buat pembayaran baru dari toko.</p>
  </section>`
  return layout({ body, title: 'Tagihan tidak ditemukan' })
}

function summary({ invoice, merchantName, simulator }: PageInput): Markup {
  const remaining = Math.max(0, invoice.expiresAt - simulator.now())
  const hours = Math.floor(remaining / 3_600_000)
  const minutes = Math.floor(remaining / 60_000) % 60
  return html`<section class="card" aria-label="Ringkasan tagihan">
    <div class="total">
      <p class="merchant">${merchantName}</p>
      <h1>
        <span class="soft">Total pembayaran</span><br /><span class="amount"
          >${formatRupiah(invoice.amount)}</span
        >
      </h1>
      <p class="soft">Nomor pesanan ${invoice.merchantOrderId}</p>
    </div>
    <p class="deadline">
      <span>Bayar sebelum<br /><b>${formatInstant(new Date(invoice.expiresAt))}</b></span>
      <span class="clock" role="timer" data-remaining="${remaining}">${hours} j ${minutes} m</span>
    </p>
    <details>
      <summary>Rincian pesanan</summary>
      <dl class="rows">
        ${lines(invoice)}
        <div>
          <dt>Referensi</dt>
          <dd>${invoice.reference}</dd>
        </div>
      </dl>
    </details>
  </section>`
}

function lines(invoice: Invoice): Markup[] {
  if (invoice.items.length === 0) {
    return [
      html`<div>
        <dt>${invoice.productDetails}</dt>
        <dd>${formatRupiah(invoice.amount)}</dd>
      </div>`,
    ]
  }
  return invoice.items.map(
    (item) =>
      html`<div>
        <dt>${item.name}</dt>
        <dd>${formatRupiah(item.price)}</dd>
      </div>`,
  )
}

function chooser({ invoice, simulator }: PageInput): Markup {
  const groups = channelGroups.map(
    ({ id, title }) =>
      html`<div class="group">
        <h3>${title}</h3>
        <ul class="tiles">
          ${channels
            .filter((channel) => channel.group === id)
            .map(
              (channel) =>
                html`<li>
                  <button class="tile" name="channel" value="${channel.code}">
                    <span class="badge" aria-hidden="true">${channel.code}</span
                    ><span>${channel.name}</span>
                  </button>
                </li>`,
            )}
        </ul>
      </div>`,
  )
  return html`<form class="card stack" method="post" action="/redirect_checkout">
      <h2>Pilih metode pembayaran</h2>
      <input type="hidden" name="reference" value="${invoice.reference}" />
      <input type="hidden" name="action" value="choose" />
      ${groups}
    </form>
    <form class="stack" method="post" action="/redirect_checkout">
      <input type="hidden" name="reference" value="${invoice.reference}" />
      <button class="button danger" name="action" value="expire">Kedaluwarsakan tagihan</button>
      <a class="button" href="${returnLink({ invoice, simulator })}">Kembali ke toko</a>
    </form>`
}

import type { Channel } from '../channels'
import type { Invoice } from '../types'
import type { PageInput } from './checkout'
import type { Markup } from './html'

import { formatRupiah } from '../../../plugin/kernel/money'
import { findChannel } from '../channels'
import { html } from './html'
import { qrPicture } from './qr'
import { returnLink } from './returnUrl'

/** A chosen channel: how the customer would pay, and the buttons that decide how it ends. */
export function payView({ invoice, simulator }: PageInput): Markup {
  const channel = findChannel(invoice.channel ?? '')
  const name = channel?.name ?? invoice.channel ?? ''
  return html`<section class="card stack">
      <h2>Bayar dengan ${channel?.group === 'va' ? `${name} Virtual Account` : name}</h2>
      ${channel ? instructions({ channel, invoice }) : undefined}
    </section>
    <form class="card stack" method="post" action="/redirect_checkout">
      <h2>Bagaimana pembayaran ini berakhir?</h2>
      <input type="hidden" name="reference" value="${invoice.reference}" />
      <button class="button main" name="action" value="pay">Bayar sekarang</button>
      <div class="pair">
        <button class="button danger" name="action" value="fail">Gagalkan</button>
        <button class="button danger" name="action" value="expire">Kedaluwarsakan</button>
      </div>
      ${
        invoice.product === 'pop'
          ? html`<button class="button" name="action" value="change">Ganti metode</button>`
          : undefined
      }
      <a class="button" href="${returnLink({ invoice, simulator })}">Kembali ke toko</a>
    </form>`
}

function instructions({ channel, invoice }: { channel: Channel; invoice: Invoice }): Markup {
  switch (channel.group) {
    case 'card':
      return html`<dl class="rows">
          <div>
            <dt>Nomor kartu uji</dt>
            <dd>4000 0000 0000 0044</dd>
          </div>
          <div>
            <dt>Berlaku sampai</dt>
            <dd>03/33</dd>
          </div>
          <div>
            <dt>CVV</dt>
            <dd>123</dd>
          </div>
        </dl>
        <p class="soft">Kartu contoh sudah terisi. Jangan masukkan kartu sungguhan.</p>`
    case 'qris':
      return html`<div class="qr">${{ markup: qrPicture(invoice.reference) }}</div>
        ${steps([`Buka aplikasi bank atau dompet digital Anda.`, 'Pindai kode QR.', `Periksa total ${formatRupiah(invoice.amount)}, lalu bayar.`])}`
    case 'retail':
      return html`${code({ label: 'Kode pembayaran', value: invoice.vaNumber ?? '' })}
      ${steps([`Datang ke ${channel.name} terdekat.`, 'Tunjukkan kode pembayaran kepada kasir.', 'Bayar dan simpan struknya.'])}`
    case 'va':
      return html`${code({ label: 'Nomor virtual account', value: invoice.vaNumber ?? '' })}
      ${steps([`Buka m-banking atau ATM ${channel.name}.`, 'Pilih Transfer, lalu Virtual Account.', `Masukkan nomor di atas dan periksa total ${formatRupiah(invoice.amount)}.`])}`
    default:
      return steps([
        `Buka aplikasi ${channel.name} di ponsel Anda.`,
        `Setujui pembayaran ${formatRupiah(invoice.amount)}.`,
        'Kembali ke halaman ini.',
      ])
  }
}

function code({ label, value }: { label: string; value: string }): Markup {
  const grouped = value.replace(/(.{4})(?=.)/g, '$1 ')
  return html`<div class="code">
    <p><span class="soft">${label}</span><br /><strong>${grouped}</strong></p>
    <button class="button small" type="button" data-copy="${value}" hidden>Salin</button>
  </div>`
}

function steps(lines: string[]): Markup {
  return html`<ol class="steps">
    ${lines.map((line) => html`<li>${line}</li>`)}
  </ol>`
}

import type { PageInput } from './checkout'
import type { Markup } from './html'

import { formatRupiah } from '../../../plugin/kernel/money'
import { html } from './html'
import { returnLink } from './returnUrl'

const texts = {
  expired: { sign: '!', text: 'Batas waktu pembayaran sudah lewat.', title: 'Tagihan kedaluwarsa' },
  failed: { sign: '×', text: 'Pembayaran tidak berhasil.', title: 'Pembayaran gagal' },
  paid: {
    sign: '✓',
    text: 'Terima kasih. Pembayaran Anda sudah diterima.',
    title: 'Pembayaran berhasil',
  },
}

/** How an invoice ended. */
export function resultView({ invoice, merchantName, simulator }: PageInput): Markup {
  const { status } = invoice
  const { sign, text, title } = texts[status === 'paid' || status === 'failed' ? status : 'expired']
  return html`<section class="card stack result">
    <span class="sign ${status === 'paid' ? '' : 'bad'}" aria-hidden="true">${sign}</span>
    <h1>${title}</h1>
    <p>${text}</p>
    <p class="amount">${formatRupiah(invoice.paidAmount ?? invoice.amount)}</p>
    <p class="soft">${merchantName} · ${invoice.merchantOrderId}</p>
    <a class="button main" href="${returnLink({ invoice, simulator })}">Kembali ke toko</a>
  </section>`
}

import type { SimulatorControl } from '../control/control'
import type { InvoiceView } from '../control/views'
import type { Markup } from './html'

import { formatRupiah } from '../../../plugin/kernel/money'
import { formatInstant } from '../../../plugin/kernel/time'
import { variantNames } from '../callbacks/variants'
import { endpoints, faultSchema } from '../faults'
import { html } from './html'
import { layout } from './layout'

const labels: Record<InvoiceView['status'], string> = {
  created: 'Belum pilih metode',
  expired: 'Kedaluwarsa',
  failed: 'Gagal',
  paid: 'Lunas',
  pending: 'Menunggu pembayaran',
}

/** The page at `/`: every invoice with buttons, and the faults. */
export function consolePage(control: SimulatorControl): string {
  const state = control.state({ limit: 50 })
  const body = html`<section class="card stack">
      <h1>Panel kendali</h1>
      <p class="facts">
        <span>Proyek <code>${state.merchantCode}</code></span>
        <span>Tagihan ${state.invoiceCount}</span>
        <span>Tanda tangan callback <code>${state.config.callbackScheme}</code></span>
        <span>Skema permintaan <code>${state.config.acceptedSchemes}</code></span>
      </p>
    </section>
    ${faultCard(state.faults.length)}
    <section class="stack">
      <h2>Tagihan terbaru</h2>
      ${
        state.invoices.length === 0
          ? html`<p class="card soft">
              Belum ada tagihan. Buat pesanan di toko, lalu muat ulang halaman ini.
            </p>`
          : html`<ul class="list">
              ${state.invoices.map(invoiceCard)}
            </ul>`
      }
    </section>`
  return layout({ body, title: 'Panel kendali', wide: true })
}

function faultCard(planned: number): Markup {
  return html`<form class="card stack" method="post" action="/console">
    <h2>Gangguan</h2>
    <p class="soft">
      ${planned === 0 ? 'Tidak ada gangguan yang direncanakan.' : `${planned} gangguan direncanakan.`}
    </p>
    <div class="inline">
      <label
        >Endpoint
        <select name="endpoint">
          ${options(['*', ...endpoints])}
        </select></label
      >
      <label
        >Jenis
        <select name="kind">
          ${options(faultSchema.shape.kind.options)}
        </select></label
      >
      <label>Berapa kali (0 = terus) <input name="times" type="number" min="0" value="1" /></label>
      <button class="button small main" name="action" value="fault">Tambahkan</button>
      <button class="button small" name="action" value="clearFaults">Hapus semua gangguan</button>
    </div>
  </form>`
}

function invoiceCard(invoice: InvoiceView): Markup {
  const page = invoice.product === 'pop' ? 'redirect_checkout' : 'payment'
  const last = invoice.deliveries.at(-1)
  return html`<li>
    <form
      class="card invoice"
      method="post"
      action="/console"
      aria-label="${invoice.merchantOrderId}"
    >
      <input type="hidden" name="reference" value="${invoice.reference}" />
      <div class="invoice-head">
        <code>${invoice.merchantOrderId}</code><strong>${formatRupiah(invoice.amount)}</strong>
      </div>
      <p class="soft">
        <span class="state">${labels[invoice.status]}</span> ${invoice.channel ?? ''} · Dibuat
        ${formatInstant(new Date(invoice.createdAt))} ·
        <a href="/${page}?reference=${invoice.reference}">${invoice.reference}</a>
      </p>
      <p class="soft">
        Callback terkirim:
        ${invoice.deliveries.length}${last ? ` · terakhir ${last.variant} → ${last.status ?? last.error ?? 'menunggu'}` : ''}
      </p>
      <div class="inline">
        <button class="button small main" name="action" value="pay">Bayar</button>
        <button class="button small danger" name="action" value="fail">Gagalkan</button>
        <button class="button small danger" name="action" value="expire">Kedaluwarsakan</button>
        <label
          >Callback
          <select name="variant">
            ${options(['normal', ...variantNames.filter((name) => name !== 'normal')])}
          </select></label
        >
        <button class="button small" name="action" value="callback">Kirim callback</button>
      </div>
    </form>
  </li>`
}

function options(values: readonly string[]): Markup[] {
  return values.map((value) => html`<option>${value}</option>`)
}

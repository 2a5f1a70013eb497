import type { Labels } from './locale'

import { bookingErrors } from './bookingErrors'
import { contactErrors } from './contactErrors'
import { downloadErrors } from './downloadErrors'
import { evidenceErrors } from './evidenceErrors'
import { overdueErrors } from './overdueErrors'
import { planErrors } from './planErrors'
import { refundErrors } from './refundErrors'
import { reportErrors } from './reportErrors'
import { scopeErrors } from './scopeErrors'
import { hostingErrors } from './hostingErrors'
import { spkErrors } from './spkErrors'
import { sealErrors } from './sealErrors'

/**
 * One refusal the shop may give: the HTTP status and the sentence in both languages.
 * `{name}` is replaced by the detail of that name; `{name:rupiah}` writes it as an amount of money.
 */
export type CatalogueRow = Labels & { status: number }

/** Every code a DomainError may carry. Refusals are 4xx (or 503 when we wait for somebody else); 500 is a crash. */
export const errorCatalogue = {
  ...bookingErrors,
  ...scopeErrors,
  ...overdueErrors,
  ...planErrors,
  ...refundErrors,
  ...hostingErrors,
  ...spkErrors,
  ...sealErrors,
  'money.invalid': {
    status: 422,
    id: 'Nilai rupiah tidak dapat dibaca. Tulis angka bulat, misalnya 1.250.000.',
    en: 'This is not a valid rupiah amount. Write a whole number, for example 1.250.000.',
  },
  'time.invalidDay': {
    status: 422,
    id: 'Tanggal tidak sah. Tulis tanggal sebagai TTTT-BB-HH, misalnya 2026-11-21.',
    en: 'This is not a valid date. Write it as YYYY-MM-DD, for example 2026-11-21.',
  },
  'input.invalid': {
    status: 400,
    id: 'Ada isian yang belum benar. Periksa kembali lalu kirim ulang.',
    en: 'Something in the form is not right yet. Please check it and send it again.',
  },
  'input.tooLarge': {
    status: 413,
    id: 'Kiriman terlalu besar. Batasnya {limit} byte.',
    en: 'This is too large. The limit is {limit} bytes.',
  },
  'input.tooSlow': {
    status: 408,
    id: 'Kiriman datang terlalu lambat. Silakan coba lagi.',
    en: 'This took too long to arrive. Please try again.',
  },
  'auth.required': {
    status: 401,
    id: 'Silakan masuk terlebih dahulu.',
    en: 'Please sign in first.',
  },
  'auth.forbidden': {
    status: 403,
    id: 'Anda tidak berhak melakukan ini.',
    en: 'You are not allowed to do this.',
  },
  notFound: {
    status: 404,
    id: 'Yang Anda cari tidak ditemukan.',
    en: 'We could not find what you are looking for.',
  },
  rateLimited: {
    status: 429,
    id: 'Terlalu banyak permintaan. Coba lagi dalam {retryAfterSeconds} detik.',
    en: 'Too many requests. Please try again in {retryAfterSeconds} seconds.',
  },
  internal: {
    status: 500,
    id: 'Terjadi gangguan di pihak kami. Silakan coba lagi sebentar lagi.',
    en: 'Something went wrong on our side. Please try again in a moment.',
  },

  'event.notAllowed': {
    status: 409,
    id: 'Tindakan ini tidak dapat dilakukan pada status sekarang ({state}).',
    en: '“{event}” is not possible while the state is {state}.',
  },
  'event.notPermitted': {
    status: 403,
    id: 'Anda tidak berhak melakukan tindakan ini.',
    en: 'You are not allowed to do “{event}”.',
  },
  'event.guardRefused': {
    status: 409,
    id: 'Tindakan ini belum dapat dilakukan: {reason}',
    en: '“{event}” is not possible yet: {reason}',
  },
  'event.reasonRequired': {
    status: 422,
    id: 'Tulis alasannya, paling sedikit 5 huruf.',
    en: 'Write down the reason, at least 5 letters.',
  },
  'event.evidenceRequired': {
    status: 422,
    id: 'Tulis buktinya, misalnya nomor transfer atau nomor di dasbor Duitku.',
    en: 'Write down the evidence, for example the transfer number or the number in Duitku’s dashboard.',
  },
  'transition.conflict': {
    status: 409,
    id: 'Data ini baru saja diubah oleh proses lain. Muat ulang halaman lalu coba lagi.',
    en: 'Somebody else has just changed this. Please reload the page and try again.',
  },

  'order.notFound': {
    status: 404,
    id: 'Pesanan tidak ditemukan. Periksa kembali tautan dari email Anda.',
    en: 'We could not find this order. Please check the link in your email.',
  },
  'order.emptyCart': {
    status: 422,
    id: 'Keranjang Anda masih kosong.',
    en: 'Your cart is still empty.',
  },
  'order.invalidQuantity': {
    status: 422,
    id: 'Jumlah untuk {product} tidak sah. Isi angka 1 sampai {max}.',
    en: 'The quantity for {product} is not valid. Enter a number from 1 to {max}.',
  },
  'order.tooManyLines': {
    status: 422,
    id: 'Satu pesanan memuat paling banyak {max} produk berbeda. Bagi menjadi beberapa pesanan.',
    en: 'One order holds at most {max} different products. Please split it into several orders.',
  },
  'order.productUnavailable': {
    status: 409,
    id: '{product} sedang tidak tersedia. Hapus dari keranjang untuk melanjutkan.',
    en: '{product} is not available at the moment. Remove it from the cart to continue.',
  },
  'order.priceChanged': {
    status: 409,
    id: 'Harga telah berubah. Total sekarang {total:rupiah}. Periksa lalu setujui total yang baru.',
    en: 'The price has changed. The total is now {total:rupiah}. Please check and accept it.',
  },
  'order.alreadyPaid': {
    status: 409,
    id: 'Pesanan ini sudah lunas. Anda tidak perlu membayar lagi.',
    en: 'This order is already paid. There is nothing left to pay.',
  },
  'order.cancelled': {
    status: 409,
    id: 'Pesanan ini sudah dibatalkan.',
    en: 'This order has been cancelled.',
  },
  'order.termsNotAccepted': {
    status: 422,
    id: 'Setujui syarat dan ketentuan untuk melanjutkan.',
    en: 'Please accept the terms and conditions to continue.',
  },
  'order.idempotencyMismatch': {
    status: 409,
    id: 'Permintaan ini sudah pernah dikirim dengan isi yang berbeda. Muat ulang halaman lalu coba lagi.',
    en: 'This Idempotency-Key was already used with different content. Use a new key.',
  },

  'customer.invalidName': {
    status: 422,
    id: 'Isi nama Anda, 2 sampai 100 huruf.',
    en: 'Enter your name, 2 to 100 characters.',
  },
  'customer.invalidEmail': {
    status: 422,
    id: 'Alamat email tidak sah. Contoh: nama@contoh.id.',
    en: 'This is not a valid email address. Example: name@example.com.',
  },
  'customer.invalidPhone': {
    status: 422,
    id: 'Nomor telepon tidak sah. Contoh: 0812 3456 7890.',
    en: 'This is not a valid phone number. Example: +62 812 3456 7890.',
  },
  'customer.wrongLogin': {
    status: 401,
    id: 'Email atau kata sandi belum cocok. Periksa ejaannya, atau minta tautan kata sandi baru.',
    en: 'Email and password do not match. Check the spelling, or ask for a link to set a new password.',
  },
  'customer.shortPassword': {
    status: 422,
    id: 'Kata sandi paling sedikit {min} huruf.',
    en: 'The password needs at least {min} characters.',
  },
  'customer.linkExpired': {
    status: 403,
    id: 'Tautan ini sudah dipakai atau sudah lewat satu jam. Minta tautan baru.',
    en: 'This link was used already, or is older than one hour. Ask for a new one.',
  },

  ...contactErrors,

  'message.noLongerWanted': {
    status: 409,
    id: 'Pesan ini tidak diperlukan lagi, jadi tidak dikirim.',
    en: 'This message is no longer needed and is not sent.',
  },
  'fulfilment.noMoreQuestions': {
    status: 409,
    id: 'Masa tanya jawab untuk barang ini belum atau tidak lagi terbuka. Hubungi kami lewat WhatsApp atau email.',
    en: 'Questions about this item are not open now. Please write to us on WhatsApp or by e-mail.',
  },
  'fulfilment.taken': {
    status: 409,
    id: 'Pekerjaan ini baru saja diambil oleh {name}. Muat ulang halaman untuk melihatnya.',
    en: '{name} has just taken this. Reload the page to see it.',
  },
  'fulfilment.badAssignee': {
    status: 422,
    id: 'Pilih penanggung jawab dari daftar admin dan pemilik.',
    en: 'Choose the assignee from the list of admins and owners.',
  },

  'message.notByHand': {
    status: 409,
    id: 'Toko ini sekarang mengirim WhatsApp secara otomatis. Kirim pesan ini dari WhatsApp Anda sendiri, lalu catat sebagai terkirim.',
    en: 'This shop now sends WhatsApp messages by itself. Send this one from your own WhatsApp, then note it as sent.',
  },
  'message.badLink': {
    status: 404,
    id: 'Tautan ini tidak lengkap. Buka lagi dari email Anda.',
    en: 'This link is incomplete. Please open it from your e-mail again.',
  },

  'payment.notFound': {
    status: 404,
    id: 'Pembayaran tidak ditemukan.',
    en: 'We could not find this payment.',
  },
  'payment.nothingDue': {
    status: 409,
    id: 'Tidak ada tagihan yang perlu dibayar saat ini.',
    en: 'There is nothing to pay at the moment.',
  },
  'payment.checkTooSoon': {
    status: 429,
    id: 'Pembayaran baru saja diperiksa. Coba lagi dalam {retryAfterSeconds} detik.',
    en: 'We have just checked this payment. Please try again in {retryAfterSeconds} seconds.',
  },
  'payment.nothingToRefund': {
    status: 409,
    id: 'Tidak ada uang dari pembayaran ini pada pesanan. Kelebihan uang diputuskan di “Uang perlu ditinjau”.',
    en: 'No money of this payment is on the order. Excess money is decided under “Money to review”.',
  },
  'gateway.unavailable': {
    status: 503,
    id: 'Layanan pembayaran sedang tidak dapat dihubungi. Pesanan Anda aman. Silakan coba lagi sebentar lagi.',
    en: 'The payment service cannot be reached. Your order is safe. Please try again in a moment.',
  },
  'gateway.rejected': {
    status: 409,
    id: 'Layanan pembayaran menolak permintaan ini. Pesanan Anda aman. Silakan hubungi kami.',
    en: 'The payment service refused this request. Your order is safe. Please contact us.',
  },
  'callback.refused': {
    status: 400,
    id: 'Pemberitahuan pembayaran ditolak.',
    en: 'The payment notification was refused.',
  },

  'review.reasonRequired': {
    status: 422,
    id: 'Tulis alasan keputusan Anda.',
    en: 'Write down the reason for your decision.',
  },
  'review.alreadyDecided': {
    status: 409,
    id: 'Tinjauan ini sudah diputuskan.',
    en: 'This review has already been decided.',
  },
  'review.exceedsDebt': {
    status: 409,
    id: 'Pesanan itu hanya terutang {allocated:rupiah}, sedangkan uangnya {amount:rupiah}. Pilih pesanan lain atau simpan sebagai kelebihan.',
    en: 'That order owes only {allocated:rupiah} but the money is {amount:rupiah}. Choose another order or keep it as excess.',
  },
  'review.noPayment': {
    status: 409,
    id: 'Uang ini tidak punya catatan pembayaran, jadi tidak bisa dikreditkan. Simpan atau tandai untuk dikembalikan.',
    en: 'This money has no payment of ours, so it cannot be credited. Keep it or mark it for refund.',
  },
  'review.paymentRefunded': {
    status: 409,
    id: 'Pembayaran ini sudah dikembalikan, jadi sisanya tidak bisa dikreditkan. Tandai untuk dikembalikan juga.',
    en: 'This payment has been refunded, so the rest of it cannot be credited. Mark it for refund too.',
  },
  ...downloadErrors,
  ...reportErrors,
  ...evidenceErrors,
  'product.whatsappOnly': {
    status: 409,
    id: '{product} dipesan melalui WhatsApp. Silakan hubungi kami.',
    en: '{product} is ordered by WhatsApp. Please contact us.',
  },
} as const satisfies Record<string, CatalogueRow>

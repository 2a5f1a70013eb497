import type { Payload } from 'payload'

import { publishRelease } from '../../plugin'
import { queryRows, slugsOf, sql } from '../../plugin/kernel/payload'
import { clock } from '../../plugin/kernel/time'

const VERSION = '1.0.0'

const PAGE = `<!doctype html>
<html lang="id">
  <head>
    <meta charset="utf-8" />
    <meta name="viewport" content="width=device-width, initial-scale=1" />
    <title>Nama Anda | Portofolio</title>
    <link href="gaya.css" rel="stylesheet" />
  </head>
  <body>
    <header>
      <p class="nama">Nama Anda</p>
      <nav aria-label="Utama"><a href="#karya">Karya</a> <a href="#kontak">Kontak</a></nav>
    </header>
    <main>
      <h1>Saya membuat situs yang cepat dan mudah dibaca.</h1>
      <section id="karya">
        <h2>Karya</h2>
        <article><h3>Judul karya</h3><p>Satu dua kalimat tentang karya ini.</p></article>
      </section>
      <section id="kontak">
        <h2>Kontak</h2>
        <p><a href="mailto:nama@contoh.id">nama@contoh.id</a></p>
      </section>
    </main>
  </body>
</html>
`

const STYLE = `:root {
  color-scheme: light dark;
  --tinta: light-dark(#1d1b26, #f3f1fa);
  --latar: light-dark(#fffdfb, #16141d);
  --aksen: light-dark(#6d3fc0, #b79bf0);
}

body {
  max-width: 44rem;
  margin: 0 auto;
  padding: 1.5rem;
  background: var(--latar);
  color: var(--tinta);
  font: 1.0625rem/1.6 system-ui, sans-serif;
}

header { display: flex; justify-content: space-between; gap: 1rem; flex-wrap: wrap; }
.nama { font-weight: 700; }
a { color: var(--aksen); }
h1 { font-size: clamp(1.75rem, 1rem + 4vw, 3rem); line-height: 1.15; }
article { border-top: 1px solid var(--aksen); padding: 1rem 0; }
`

const LICENCE = `Lisensi Template Portofolio Premium

Satu pembelian berlaku untuk satu situs: milik Anda, atau milik satu klien Anda.
Anda boleh mengubah seluruh isinya. Template tidak boleh dijual atau dibagikan kembali.
`

const FILES: readonly (readonly [name: string, text: string])[] = [
  ['index.html', PAGE],
  ['gaya.css', STYLE],
  ['LISENSI.txt', LICENCE],
]

const WORDS = {
  en: {
    changelog: 'First release.',
    faq: 'Q: Do I need to be able to program?\nA: Changing text in an HTML file is enough.\n\nQ: May I change the colours?\nA: Yes, at the top of gaya.css.',
    instructions:
      '1. Unpack the folder.\n2. Open index.html in a text editor and replace names and texts.\n3. Change the colours at the top of gaya.css.\n4. Upload the whole folder to your host.\n\nWe help for 30 days: answer the mail of your order.',
  },
  id: {
    changelog: 'Rilis pertama.',
    faq: 'T: Apakah saya perlu bisa memprogram?\nJ: Cukup bisa mengubah teks di berkas HTML.\n\nT: Bolehkah mengubah warna?\nJ: Boleh, di bagian atas gaya.css.',
    instructions:
      '1. Ekstrak foldernya.\n2. Buka index.html dengan penyunting teks, lalu ganti nama dan isinya.\n3. Ubah warna di bagian atas gaya.css.\n4. Unggah seluruh folder ke hosting Anda.\n\nKami membantu selama 30 hari: balas email pesanan Anda.',
  },
}

const upload = async (payload: Payload, [name, text]: (typeof FILES)[number]): Promise<string> => {
  const data = Buffer.from(text)
  const file = { data, mimetype: 'text/plain', name, size: data.length }
  const stored = await payload.create({
    collection: slugsOf(payload).releaseFiles,
    data: {} as never,
    depth: 0,
    file,
    overrideAccess: true,
  })
  return String(stored.id)
}

const draft = async (payload: Payload, product: string): Promise<string> => {
  const files: string[] = []
  for (const file of FILES) {
    files.push(await upload(payload, file))
  }
  const shared = { collection: slugsOf(payload).releases, depth: 0, overrideAccess: true }
  const data = { ...WORDS.id, files, product, version: VERSION }
  const { id } = await payload.create({ ...shared, data: data as never, locale: 'id' })
  await payload.update({ ...shared, id: String(id), data: WORDS.en as never, locale: 'en' })
  return String(id)
}

/** Publishes a first release of the template, so that who buys it in the demo gets his files by himself. */
export const seedRelease = async (payload: Payload): Promise<void> => {
  const [product] = await queryRows<{ id: string }>(
    payload,
    sql`select p.id from products p where p.slug = 'template-portofolio-premium'
      and not exists (select 1 from releases r where r.product_id = p.id)`,
  )
  if (product) {
    const id = await draft(payload, product.id)
    await publishRelease({ id, now: clock.now(), payload })
  }
}

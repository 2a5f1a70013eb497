const escape = (text: string): string =>
  text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)

const field = (name: string, label: string, example: string): string =>
  `<p><label>${label}<br><input name="${name}" size="60" required placeholder="${example}"></label></p>`

/** The simulator's own page: the control panel of a customer's domain. */
export const drawPage = (saved: readonly string[]): string => `<!doctype html><html lang="id">
<meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Simulator domain</title>
<style>body{font:16px/1.5 system-ui;max-width:44rem;margin:2rem auto;padding:0 1rem}
input{font:inherit;width:100%;padding:.4rem;box-sizing:border-box}button{font:inherit;padding:.5rem 1rem}</style>
<h1>Simulator domain</h1>
<p>Pengganti panel DNS dan server web milik pelanggan. Semua nama berakhiran .test ada di sini, misalnya
<code>contoh-situs.test</code>. Salin nama dan isi dari halaman ruang lingkup.</p>
<form method="post" action="/__control/txt"><h2>Catatan TXT</h2>
${field('name', 'Nama', '_hanzamas.contoh-situs.test')}${field('value', 'Isi', 'hanzamas-verifikasi=…')}
<button>Simpan catatan</button></form>
<form method="post" action="/__control/file"><h2>Berkas</h2>
${field('name', 'Alamat', 'https://contoh-situs.test/.well-known/hanzamas-verifikasi.txt')}${field('value', 'Isi', 'hanzamas-verifikasi=…')}
<button>Simpan berkas</button></form>
<h2>Tersimpan</h2><ul>${saved.map((line) => `<li><code>${escape(line)}</code></li>`).join('') || '<li>Belum ada</li>'}</ul></html>`

const STYLE = `*{box-sizing:border-box;margin:0}
:root{color-scheme:light dark;--paper:#f4f8f5;--card:#fff;--ink:#15211c;--muted:#52625a;--brand:#0b5d4b}
@media (prefers-color-scheme:dark){:root{--paper:#0e1512;--card:#16211c;--ink:#eef6f1;--muted:#a7b8af;--brand:#74d6b7}}
body{background:radial-gradient(circle at top,color-mix(in srgb,var(--brand) 18%,var(--paper)),var(--paper) 65%);color:var(--ink);display:grid;font:1.0625rem/1.6 system-ui,sans-serif;min-height:100vh;padding:1.25rem;place-items:center}
main{background:var(--card);border-radius:1rem;box-shadow:0 1px 2px #0002,0 1rem 3rem #0001;max-width:34rem;padding:2rem 1.75rem;width:100%}
svg{display:block;height:3rem;margin-block-end:1.25rem;width:3rem}
h1{font-size:1.625rem;line-height:1.25;overflow-wrap:anywhere}
p{margin-block-start:.75rem}
[lang=en]{border-block-start:1px solid color-mix(in srgb,var(--muted) 30%,transparent);color:var(--muted);margin-block-start:1.5rem;padding-block-start:.75rem}
h2{font-size:1.125rem;margin-block-start:.75rem}
strong{color:var(--brand);overflow-wrap:anywhere}`

/**
 * The first page of a new site, in Indonesian and English, until its owner puts his own there.
 * `host` is a checked name of letters, digits, dots and hyphens.
 */
export const buildWelcomePage = (host: string): string => `<!doctype html>
<html lang="id">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="robots" content="noindex">
<title>${host} sudah aktif</title>
<style>${STYLE}</style>
</head>
<body>
<main>
<svg viewBox="0 0 48 48" aria-hidden="true"><circle cx="24" cy="24" r="24" fill="var(--brand)"/><path d="m14 25 7 7 14-15" fill="none" stroke="var(--card)" stroke-width="4" stroke-linecap="round" stroke-linejoin="round"/></svg>
<h1>Situs Anda sudah aktif</h1>
<p><strong>${host}</strong> siap diisi. Unggah berkas situs Anda. Halaman ini hilang begitu Anda mengganti <code>index.html</code>.</p>
<section lang="en">
<h2>Your site is live</h2>
<p>${host} is ready. Upload the files of your site. This page goes away once you replace <code>index.html</code>.</p>
</section>
</main>
</body>
</html>
`

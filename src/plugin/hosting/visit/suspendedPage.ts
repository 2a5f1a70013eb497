import type { Labels, Locale } from '../../kernel/errors'

import { VISIT_WORDS, type VisitState } from './words'

/** The longest `Retry-After` that visitors get, in seconds: a day. */
export const LONGEST_RETRY = 86_400

/** What a visitor's page is made of. */
type VisitPage = {
  /** Languages of the page, one below the other; a page that cannot ask its reader has both. */
  locales: readonly Locale[]
  /** Where the owner signs in; the page shows nothing about whether there is one. */
  ownerUrl: string
  shopName: string
  state: VisitState
}

const ENTITIES: Readonly<Record<string, string>> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

const escape = (text: string): string => text.replace(/["&'<>]/g, (sign) => ENTITIES[sign] ?? '')

const STYLE = `*{box-sizing:border-box;margin:0}
:root{color-scheme:light dark;--paper:#faf7f0;--ink:#1d1a14;--muted:#5c5548;--brand:#0b5d4b;--on:#fff}
@media (prefers-color-scheme:dark){:root{--paper:#14130f;--ink:#f5f0e6;--muted:#bdb4a4;--brand:#74d6b7;--on:#06251d}}
body{background:var(--paper);color:var(--ink);display:grid;font:1.0625rem/1.6 system-ui,sans-serif;min-height:100vh;padding:1.5rem;place-items:center}
main{max-width:32rem;width:100%}
h1,h2{font-size:1.5rem;line-height:1.25;margin-block-end:.5rem}
section+section{border-block-start:1px solid;border-color:color-mix(in srgb,var(--muted) 35%,transparent);margin-block-start:2rem;padding-block-start:2rem}
p+p,footer{margin-block-start:1rem}
p.owner,footer{color:var(--muted)}
a{background:var(--brand);border-radius:.5rem;color:var(--on);display:inline-block;font-weight:600;margin-block-start:.5rem;min-height:2.75rem;padding:.5rem 1.25rem;text-decoration:none}
a:focus-visible{outline:3px solid var(--brand);outline-offset:2px}`

const buildSection = (
  { locales, ownerUrl, state }: VisitPage,
  { isFirst, locale }: { isFirst: boolean; locale: Locale },
): string => {
  const words = VISIT_WORDS[state]
  const say = (labels: Labels): string => escape(labels[locale])
  const heading = isFirst ? 'h1' : 'h2'
  const language = locales.length > 1 ? ` lang="${locale}"` : ''
  return `<section${language}>
<${heading}>${say(words.heading)}</${heading}>
<p>${say(words.text)}</p>
<p class="owner">${say(words.ownerQuestion)}<br>
<a href="${escape(ownerUrl)}" rel="nofollow noreferrer">${say(words.ownerWay)}</a></p>
</section>`
}

/**
 * The page that visitors of a suspended or ended site get: one file without scripts, pictures or fonts of
 * its own, so that it can be served from anywhere. It never says why, and gives no amount and no name of
 * the customer. It asks not to be kept out of indexes: the body of a 503 is not indexed anyway, and a
 * stray copy of such a wish would hurt after payment.
 */
export const buildVisitPage = (page: VisitPage): string => {
  const { locales, shopName, state } = page
  const [first = 'id'] = locales
  const sections = locales.map((locale) =>
    buildSection(page, { isFirst: locale === first, locale }),
  )
  return `<!doctype html>
<html lang="${first}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(VISIT_WORDS[state].heading[first])}</title>
<style>${STYLE}</style>
</head>
<body>
<main>
${sections.join('\n')}
<footer>${escape(shopName)}</footer>
</main>
</body>
</html>
`
}

/** What programs get in place of the page, as `application/problem+json` (RFC 9457). */
export const buildVisitProblem = (state: VisitState): string =>
  JSON.stringify({
    type: 'about:blank',
    title: VISIT_WORDS[state].heading.en,
    detail: `${VISIT_WORDS[state].text.id} / ${VISIT_WORDS[state].text.en}`,
    status: visitStatusOf(state),
  })

/** 503 while a site may come back (search engines keep its addresses), 410 when it never does. */
export const visitStatusOf = (state: VisitState): 410 | 503 => (state === 'gone' ? 410 : 503)

/**
 * Headers of every answer of ours in place of a site. `X-Service-State` lets whoever checks tell our 503
 * from a crash; nothing between us and the visitor may keep it, or it would outlive a payment.
 */
export const buildVisitHeaders = (
  state: VisitState,
  { retryAfterSeconds }: { retryAfterSeconds: number },
): Record<string, string> => ({
  'Cache-Control': 'no-store',
  'Content-Security-Policy':
    "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'",
  'Referrer-Policy': 'no-referrer',
  ...(state === 'suspended' && {
    'Retry-After': String(Math.max(1, Math.min(LONGEST_RETRY, Math.floor(retryAfterSeconds)))),
  }),
  'X-Content-Type-Options': 'nosniff',
  'X-Service-State': state === 'gone' ? 'terminated' : 'suspended',
})

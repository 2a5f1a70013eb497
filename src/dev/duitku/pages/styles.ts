/** Looks of the hosted payment page: phone first, light and dark, no fonts to load. */
export const styles = `
:root {
  color-scheme: light dark;
  --ground: #f2f5f4; --card: #ffffff; --ink: #10201e; --soft: #4a5d5a; --line: #d5dfdc;
  --brand: #0f6b64; --on-brand: #ffffff; --tint: #e3f1ee; --tint-ink: #0b4f49;
  --danger: #a11b2b; --notice: #fdf0cd; --notice-ink: #5f3c05; --ok: #17663a;
}
@media (prefers-color-scheme: dark) {
  :root {
    --ground: #0d1514; --card: #16211f; --ink: #e8f1ef; --soft: #a4b8b4; --line: #2c3c39;
    --brand: #4fd1c0; --on-brand: #04211d; --tint: #1d312e; --tint-ink: #b9ece3;
    --danger: #ff9aa5; --notice: #3a2d0c; --notice-ink: #fbdf9b; --ok: #7fdca5;
  }
}
* { box-sizing: border-box }
[hidden] { display: none !important }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif; -webkit-text-size-adjust: 100% }
h1, h2, h3, p, dl, dd, ol, ul { margin: 0 }
h2 { font-size: 1rem; letter-spacing: -.005em }
a { color: var(--brand) }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px }
.bar { background: var(--card); border-bottom: 1px solid var(--line) }
.bar-inner { max-width: 34rem; margin: 0 auto; padding: .75rem 1rem; display: flex; align-items: center; gap: .625rem }
.bar-inner.wide, main.wide { max-width: 64rem }
.bar img { display: block }
.brand { font-size: 1.0625rem; letter-spacing: -.01em }
.chip { margin-left: auto; padding: .125rem .625rem; border-radius: 99px; background: var(--tint); color: var(--tint-ink); font-size: .8125rem; font-weight: 600 }
.notice { background: var(--notice); color: var(--notice-ink); font-size: .8125rem; text-align: center; padding: .375rem 1rem }
main { max-width: 34rem; margin: 0 auto; padding: 1rem; display: grid; gap: 1rem }
footer { text-align: center; color: var(--soft); font-size: .8125rem; padding: 0 1rem 2rem }
.card { background: var(--card); border: 1px solid var(--line); border-radius: 16px; padding: 1.125rem }
.stack { display: grid; gap: .875rem }
.group { display: grid; gap: .5rem }
.group h3 { font-size: .875rem; font-weight: 600; color: var(--soft) }
.total { display: grid; gap: .125rem }
.total h1 { font-size: 1rem; font-weight: 400; padding-top: .5rem }
.merchant { font-weight: 600 }
.amount { font-size: 2rem; line-height: 1.15; font-weight: 750; letter-spacing: -.025em; font-variant-numeric: tabular-nums }
.soft { color: var(--soft); font-size: .875rem }
.deadline { display: flex; justify-content: space-between; align-items: center; gap: .75rem; margin-top: .75rem; padding: .625rem .875rem; border-radius: 10px; background: var(--tint); color: var(--tint-ink); font-size: .8125rem; line-height: 1.4 }
.deadline b { font-size: .875rem; font-weight: 600 }
.clock { font-weight: 700; font-size: 1.0625rem; font-variant-numeric: tabular-nums; white-space: nowrap }
details { margin-top: .75rem }
details > summary { cursor: pointer; color: var(--brand); font-weight: 600; font-size: .875rem; padding: .25rem 0 }
dl.rows { display: grid; gap: .5rem; padding-top: .5rem; font-size: .875rem }
dl.rows > div { display: flex; justify-content: space-between; gap: 1rem }
dl.rows dt { color: var(--soft) }
dl.rows dd { text-align: right; overflow-wrap: anywhere; font-variant-numeric: tabular-nums }
.tiles { list-style: none; padding: 0; display: grid; grid-template-columns: repeat(auto-fit, minmax(min(9.5rem, 100%), 1fr)); gap: .5rem }
.tile { width: 100%; min-height: 3.5rem; display: flex; align-items: center; gap: .625rem; padding: .5rem .625rem; border: 1px solid var(--line); border-radius: 12px; background: none; color: inherit; font: inherit; font-size: .9375rem; line-height: 1.25; text-align: left; cursor: pointer }
.tile:hover { border-color: var(--brand); background: var(--tint) }
.badge { flex: none; width: 2.375rem; height: 1.625rem; border-radius: 6px; display: grid; place-items: center; background: var(--tint); color: var(--tint-ink); font-size: .75rem; font-weight: 750; letter-spacing: .02em }
.code { display: flex; align-items: center; justify-content: space-between; gap: .5rem; padding: .75rem .875rem; border: 1px dashed var(--line); border-radius: 12px; background: var(--ground) }
.code strong { font-size: 1.0625rem; font-variant-numeric: tabular-nums; overflow-wrap: anywhere }
.steps { padding-left: 1.25rem; font-size: .9375rem; display: grid; gap: .25rem }
.qr { justify-self: center; background: #fff; padding: 1rem; border-radius: 12px; border: 1px solid var(--line); width: min(15rem, 100%) }
.qr svg { display: block; width: 100%; height: auto }
.button { display: flex; align-items: center; justify-content: center; width: 100%; min-height: 3rem; padding: .625rem .5rem; border-radius: 12px; border: 1px solid var(--line); background: var(--card); color: var(--ink); font: inherit; font-weight: 600; text-decoration: none; text-align: center; cursor: pointer }
.button:hover { border-color: var(--brand) }
.button.main { background: var(--brand); border-color: var(--brand); color: var(--on-brand) }
.button.danger { color: var(--danger) }
.button.small { width: auto; min-height: 2.5rem; padding: .25rem .75rem; font-size: .875rem; border-radius: 10px }
.pair { display: grid; grid-template-columns: repeat(auto-fit, minmax(9.5rem, 1fr)); gap: .5rem }
.pair .button { font-size: .9375rem }
.result { text-align: center; justify-items: center }
.result h1 { font-size: 1.375rem; letter-spacing: -.015em }
.sign { width: 4rem; height: 4rem; border-radius: 50%; display: grid; place-items: center; background: var(--tint); color: var(--ok); font-size: 2rem; font-weight: 700 }
.sign.bad { color: var(--danger) }
.sr { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
`

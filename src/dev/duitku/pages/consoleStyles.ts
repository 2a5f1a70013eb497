/** Looks of the control page. */
export const consoleStyles = `
.facts { display: flex; flex-wrap: wrap; gap: .5rem 1.5rem; font-size: .9375rem }
.inline { display: flex; flex-wrap: wrap; gap: .625rem; align-items: end }
label { display: grid; gap: .25rem; font-size: .8125rem; color: var(--soft) }
select, input { font: inherit; font-size: .9375rem; min-height: 2.5rem; padding: .25rem .625rem; border-radius: 10px; border: 1px solid var(--soft); background: var(--card); color: var(--ink); max-width: 100% }
.invoice { display: grid; gap: .625rem }
.invoice-head { display: flex; flex-wrap: wrap; gap: .25rem 1rem; align-items: baseline; justify-content: space-between }
.invoice-head code { font-size: .9375rem; font-weight: 650; overflow-wrap: anywhere }
.state { padding: .0625rem .625rem; border-radius: 99px; background: var(--tint); color: var(--tint-ink); font-size: .8125rem; font-weight: 600 }
.list { display: grid; gap: .75rem; list-style: none; padding: 0 }
code { font-family: ui-monospace, 'Cascadia Mono', Menlo, monospace }
`

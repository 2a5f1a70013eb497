/** Looks of the inbox: light and dark, one column on a phone, no fonts to load. */
export const styles = `
:root { color-scheme: light dark; --ground: #f2f5f4; --card: #fff; --ink: #10201e; --soft: #4a5d5a; --line: #d5dfdc; --brand: #0f6b64; --tint: #e3f1ee; --warn: #fdf0cd; --warn-ink: #5f3c05 }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1514; --card: #16211f; --ink: #e8f1ef; --soft: #a4b8b4; --line: #2c3c39; --brand: #4fd1c0; --tint: #1d312e; --warn: #3a2d0c; --warn-ink: #fbdf9b } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif }
a { color: var(--brand) }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; border-radius: 4px }
header.bar { background: var(--card); border-bottom: 1px solid var(--line) }
.bar div { max-width: 60rem; margin: 0 auto; padding: .875rem 1rem; display: flex; gap: .75rem; align-items: baseline; flex-wrap: wrap }
.bar a { font-weight: 700; text-decoration: none; color: var(--ink) }
main { max-width: 60rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; display: grid; gap: 1rem }
h1 { margin: 0; font-size: 1.375rem; letter-spacing: -.015em; overflow-wrap: anywhere }
p { margin: 0 }
.soft { color: var(--soft); font-size: .875rem }
.warn { background: var(--warn); color: var(--warn-ink); padding: .625rem .875rem; border-radius: 10px }
.row { display: flex; gap: .75rem; align-items: center; flex-wrap: wrap }
.row form { display: flex; gap: .5rem; align-items: center }
.push { margin-left: auto }
select, button { font: inherit; min-height: 2.5rem; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); color: var(--ink); max-width: 100% }
button { cursor: pointer; font-weight: 600 }
button:hover { border-color: var(--brand) }
.list { list-style: none; margin: 0; padding: 0; background: var(--card); border: 1px solid var(--line); border-radius: 14px; overflow: hidden }
.list li + li { border-top: 1px solid var(--line) }
.list a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: .75rem 1rem; color: inherit; text-decoration: none }
.list a:hover { background: var(--tint) }
.list strong { overflow-wrap: anywhere }
.list time { font-variant-numeric: tabular-nums }
.empty { background: var(--card); border: 1px dashed var(--line); border-radius: 14px; padding: 3rem 1rem; text-align: center }
.tabs { display: flex; gap: .25rem; flex-wrap: wrap }
.tabs a { padding: .375rem .875rem; border-radius: 99px; text-decoration: none; font-weight: 600; font-size: .9375rem }
.tabs a[aria-current] { background: var(--brand); color: var(--card) }
.paper { background: #fff; border: 1px solid var(--line); border-radius: 14px; width: 100%; height: 75vh; display: block }
pre, table { background: var(--card); border: 1px solid var(--line); border-radius: 14px; margin: 0; padding: 1rem; width: 100%; font-size: .875rem }
pre { white-space: pre-wrap; overflow-wrap: anywhere; font-family: ui-monospace, Menlo, Consolas, monospace }
th { text-align: left; vertical-align: top; padding: .25rem 1rem .25rem 0; white-space: nowrap; font-weight: 600 }
td { overflow-wrap: anywhere; padding: .25rem 0; width: 100% }
`

/** Looks of the chats: light and dark, one column on a phone, no fonts to load. */
export const styles = `
:root { color-scheme: light dark; --ground: #f2f5f4; --card: #fff; --ink: #10201e; --soft: #4a5d5a; --line: #d5dfdc; --brand: #0f6b64; --tint: #e3f1ee; --out: #d9f3cf; --read: #0b62b8; --warn: #fdf0cd; --warn-ink: #5f3c05; --bad: #a11b1b }
@media (prefers-color-scheme: dark) { :root { --ground: #0d1514; --card: #16211f; --ink: #e8f1ef; --soft: #a4b8b4; --line: #2c3c39; --brand: #4fd1c0; --tint: #1d312e; --out: #10473c; --read: #8cc8ff; --warn: #3a2d0c; --warn-ink: #fbdf9b; --bad: #ffb3ab } }
* { box-sizing: border-box }
body { margin: 0; background: var(--ground); color: var(--ink); font: 16px/1.5 system-ui, -apple-system, 'Segoe UI', Roboto, sans-serif }
a { color: var(--brand); overflow-wrap: anywhere }
:focus-visible { outline: 3px solid var(--brand); outline-offset: 2px; border-radius: 4px }
header.bar { background: var(--card); border-bottom: 1px solid var(--line) }
.bar div { max-width: 60rem; margin: 0 auto; padding: .875rem 1rem; display: flex; gap: .25rem .75rem; align-items: baseline; flex-wrap: wrap }
.bar a { font-weight: 700; text-decoration: none; color: var(--ink) }
main { max-width: 60rem; margin: 0 auto; padding: 1.25rem 1rem 3rem; display: grid; gap: 1rem; grid-template-columns: minmax(0, 1fr) }
h1, h2 { margin: 0; letter-spacing: -.015em; overflow-wrap: anywhere }
h1 { font-size: 1.375rem } h2 { font-size: 1.0625rem }
p { margin: 0 }
.soft { color: var(--soft); font-size: .875rem }
.warn { background: var(--warn); color: var(--warn-ink); padding: .625rem .875rem; border-radius: 10px }
.row { display: flex; gap: .75rem; align-items: center; flex-wrap: wrap }
.push { margin-left: auto }
select, button, textarea, input { font: inherit; min-height: 2.75rem; padding: .25rem .75rem; border: 1px solid var(--line); border-radius: 10px; background: var(--card); color: var(--ink); max-width: 100% }
label { display: inline-flex; gap: .5rem; align-items: center }
input[type=checkbox] { min-height: 0; width: 1.125rem; height: 1.125rem; flex: none }
textarea { width: 100%; padding: .5rem .75rem; min-height: 4rem; resize: vertical }
button { cursor: pointer; font-weight: 600 }
button:hover { border-color: var(--brand) }
.main { background: var(--brand); border-color: var(--brand); color: var(--card) }
.list, .card { background: var(--card); border: 1px solid var(--line); border-radius: 14px }
.list { list-style: none; margin: 0; padding: 0; overflow: hidden }
.list li + li { border-top: 1px solid var(--line) }
.list a { display: grid; grid-template-columns: minmax(0, 1fr) auto; gap: 0 1rem; padding: .75rem 1rem; color: inherit; text-decoration: none }
.list a:hover { background: var(--tint) }
.list .last { grid-column: 1 / -1; overflow: hidden; text-overflow: ellipsis; white-space: nowrap }
.list time, .time { font-variant-numeric: tabular-nums }
.empty { background: var(--card); border: 1px dashed var(--line); border-radius: 14px; padding: 3rem 1rem; text-align: center; display: grid; gap: .5rem }
.card { padding: 1rem; display: grid; gap: .75rem; grid-template-columns: minmax(0, 1fr) }
.card form { display: flex; gap: .5rem; flex-wrap: wrap; align-items: center }
.card ul { margin: 0; padding-left: 1.25rem }
.chat { list-style: none; margin: 0; padding: 0; display: grid; gap: .5rem; grid-template-columns: minmax(0, 1fr) }
.bubble { min-width: 0; max-width: min(34rem, 88%); padding: .5rem .75rem; border-radius: 14px; background: var(--card); border: 1px solid var(--line); justify-self: start; border-bottom-left-radius: 4px; display: grid; gap: .375rem }
.bubble.out { justify-self: end; background: var(--out); border-bottom-left-radius: 14px; border-bottom-right-radius: 4px }
.words { white-space: pre-wrap; overflow-wrap: anywhere }
.file { display: flex; gap: .5rem; align-items: center; padding: .5rem .75rem; border-radius: 10px; border: 1px solid var(--line); background: var(--card); text-decoration: none; font-weight: 600 }
.press { text-align: center; border-top: 1px solid var(--line); padding-top: .5rem; font-weight: 600 }
.foot { display: flex; gap: .25rem .5rem; justify-content: flex-end; align-items: baseline; flex-wrap: wrap; font-size: .8125rem; color: var(--soft) }
.bubble.out .foot { color: var(--ink) }
.read { color: var(--read); font-weight: 700 }
.failed { color: var(--bad); font-weight: 700 }
details { font-size: .8125rem }
summary { cursor: pointer }
`

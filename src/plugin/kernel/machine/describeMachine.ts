import type { Machine, Move } from './types'

/** The machine as Markdown: a table of states, a table of moves and a Mermaid drawing. */
export function describeMachine(machine: Machine): string {
  return [describeStates(machine), describeMoves(machine), drawMachine(machine)].join('\n\n')
}

function describeStates({ states, initial }: Machine): string {
  const rows = Object.entries(states).map(([state, definition]) => {
    const notes = [state === initial ? 'initial' : '', definition.terminal ? 'terminal' : '']
    return [code(state), definition.label.id, definition.label.en, notes.filter(Boolean).join(', ')]
  })
  return table({ head: ['state', 'label', 'label (en)', 'note'], rows })
}

function describeMoves({ moves }: Machine): string {
  const rows = moves.map((move) => [
    code(move.event),
    move.from.map(code).join(', '),
    code(move.to),
    move.by.join(', '),
    move.when ? guardName(move) : '',
    (move.then ?? []).map(code).join(', '),
    move.label.id,
  ])
  return table({ head: ['event', 'from', 'to', 'by', 'when', 'then', 'label'], rows })
}

/** An inline guard is named after its property, which says nothing; a named one documents itself. */
function guardName(move: Move): string {
  const name = move.when?.name ?? ''
  return name === '' || name === 'when' ? 'guarded' : code(name)
}

function drawMachine({ initial, states, moves }: Machine): string {
  const arrows = moves.flatMap((move) =>
    move.from.map((state) => `  ${state} --> ${move.to}: ${move.event}`),
  )
  const ends = Object.entries(states)
    .filter(([, { terminal }]) => terminal)
    .map(([state]) => `  ${state} --> [*]`)
  const lines = ['stateDiagram-v2', `  [*] --> ${initial}`, ...arrows, ...ends]
  return ['```mermaid', ...lines, '```'].join('\n')
}

function table(args: { head: string[]; rows: string[][] }): string {
  const line = (cells: string[]) => `| ${cells.map(escapeCell).join(' | ')} |`
  return [line(args.head), line(args.head.map(() => '---')), ...args.rows.map(line)].join('\n')
}

function escapeCell(text: string): string {
  return text.replaceAll('|', '\\|')
}

function code(text: string): string {
  return `\`${text}\``
}

/** Markup that needs no escaping any more. */
export type Markup = { markup: string }

type Piece = Markup | number | string | undefined | readonly Markup[]

const ENTITIES: Record<string, string> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

/** Builds markup; every value is escaped unless it is markup itself. */
export function html(parts: TemplateStringsArray, ...pieces: Piece[]): Markup {
  return { markup: parts.map((part, index) => part + render(pieces[index])).join('') }
}

function render(piece: Piece): string {
  if (piece === undefined) return ''
  if (typeof piece === 'string' || typeof piece === 'number') {
    return String(piece).replace(/["&'<>]/g, (character) => ENTITIES[character] ?? '')
  }
  return 'markup' in piece ? piece.markup : piece.map((item) => item.markup).join('')
}

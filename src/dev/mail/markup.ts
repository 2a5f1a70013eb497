/** Markup that needs no escaping any more. */
export type Markup = { markup: string }

type Piece = Markup | number | readonly Markup[] | string | undefined

const entities: Record<string, string> = {
  '"': '&quot;',
  '&': '&amp;',
  "'": '&#39;',
  '<': '&lt;',
  '>': '&gt;',
}

const render = (piece: Piece): string => {
  if (piece === undefined) {
    return ''
  }
  if (typeof piece === 'string' || typeof piece === 'number') {
    return String(piece).replace(/["&'<>]/g, (character) => entities[character] ?? '')
  }
  return 'markup' in piece ? piece.markup : piece.map((item) => item.markup).join('')
}

/** Builds markup; every value is escaped unless it is markup itself. */
export const html = (parts: TemplateStringsArray, ...pieces: Piece[]): Markup => ({
  markup: parts.map((part, index) => part + render(pieces[index])).join(''),
})

import type { PDFPageProxy } from '../../inspect/inside'

import { loadPdfjs } from '../../inspect/inside'
import type { Mark } from './mark'
import {
  type Bounds,
  boundsOf,
  IDENTITY,
  type Matrix,
  multiply,
  toBounds,
  toMatrix,
} from './matrix'

type TextState = {
  font: string
  hidden: boolean
  leading: number
  line: Matrix
  now: Matrix
  size: number
}

type State = { ctm: Matrix; text: TextState }

type Walk = { marks: Mark[]; page: PDFPageProxy; stack: State[]; state: State }

type Step = (walk: Walk, args: readonly unknown[]) => void

type Glyph = { unicode?: string; width?: number }

const UNIT: Bounds = [0, 0, 1, 1]

/** Text that is neither filled nor stroked: what recognising letters puts over a scan. */
const INVISIBLE = new Set([3, 7])

const numbers = (value: unknown): ArrayLike<number> => value as ArrayLike<number>

const setText = ({ state }: Walk, change: Partial<TextState>): void => {
  state.text = { ...state.text, ...change }
}

const moveLine = (walk: Walk, x: number, y: number): void => {
  const line = multiply(walk.state.text.line, [1, 0, 0, 1, x, y])
  setText(walk, { line, now: line })
}

const save: Step = ({ stack, state }) => void stack.push({ ...state })

const restore: Step = (walk) => {
  walk.state = walk.stack.pop() ?? walk.state
}

const transform = ({ state }: Walk, by: Matrix): void => {
  state.ctm = multiply(state.ctm, by)
}

const isType3 = ({ page, state }: Walk): boolean => {
  const { font } = state.text
  const found: unknown = page.commonObjs.has(font) ? page.commonObjs.get(font) : null
  return (found as { isType3Font?: boolean } | null)?.isType3Font === true
}

const showText: Step = (walk, [glyphs]) => {
  const { hidden, now, size } = walk.state.text
  let [text, width] = ['', 0]
  for (const each of glyphs as readonly (Glyph | null | number)[]) {
    if (typeof each === 'number') {
      width -= (each / 1_000) * size
    } else if (each) {
      text += each.unicode ?? ''
      width += ((each.width ?? 0) / 1_000) * size
    }
  }
  if (!hidden && text.trim() !== '') {
    const bounds = boundsOf(multiply(walk.state.ctm, now), [0, 0, width, size * 0.7])
    walk.marks.push({ bounds, isType3: isType3(walk), kind: 'text', text })
  }
  setText(walk, { now: multiply(now, [1, 0, 0, 1, width, 0]) })
}

const addImage = ({ marks, state }: Walk, name: null | string, hasMask = false): void => {
  const { ctm } = state
  marks.push({ bounds: boundsOf(ctm, UNIT), ctm, hasMask, kind: 'image', name })
}

const addStencil: Step = ({ marks, state }) =>
  void marks.push({ bounds: boundsOf(state.ctm, UNIT), kind: 'stencil' })

const given = (args: readonly unknown[]): Matrix =>
  toMatrix(numbers(typeof args[0] === 'number' ? args : args[0]))

/** Steps that say where letters stand. */
const TEXT_STEPS: Record<string, Step> = {
  beginText: (walk) => setText(walk, { line: IDENTITY, now: IDENTITY }),
  moveText: (walk, [x, y]) => moveLine(walk, Number(x), Number(y)),
  nextLine: (walk) => moveLine(walk, 0, -walk.state.text.leading),
  setFont: (walk, [font, size]) => setText(walk, { font: String(font), size: Number(size) }),
  setLeading: (walk, [leading]) => setText(walk, { leading: -Number(leading) }),
  setLeadingMoveText: (walk, [x, y]) => {
    setText(walk, { leading: -Number(y) })
    moveLine(walk, Number(x), Number(y))
  },
  setTextMatrix: (walk, args) => setText(walk, { line: given(args), now: given(args) }),
  setTextRenderingMode: (walk, [mode]) => setText(walk, { hidden: INVISIBLE.has(Number(mode)) }),
  showText,
}

/** Steps that draw, or move what is drawn. */
const DRAWING_STEPS: Record<string, Step> = {
  paintFormXObjectBegin: (walk, [matrix]) => {
    save(walk, [])
    transform(walk, toMatrix(matrix ? numbers(matrix) : null))
  },
  paintFormXObjectEnd: restore,
  paintImageMaskXObject: addStencil,
  paintImageXObject: (walk, [name]) => addImage(walk, String(name)),
  paintInlineImageXObject: (walk) => addImage(walk, null),
  paintSolidColorImageMask: addStencil,
  restore,
  save,
  transform: (walk, args) => transform(walk, given(args)),
}

/** Each step of a page that says what is drawn, or where. */
const stepsOf = (ops: Record<string, number>): Map<number, Step> => {
  /** A path that only clips leaves no mark. */
  const unpainted = ops['endPath']
  const constructPath: Step = ({ marks, state }, [painting, , extent]) => {
    if (painting !== unpainted && extent) {
      const bounds = toBounds(Array.from(numbers(extent)))
      marks.push({ bounds: boundsOf(state.ctm, bounds), kind: 'path' })
    }
  }
  const steps = { ...TEXT_STEPS, ...DRAWING_STEPS, constructPath }
  return new Map(Object.entries(steps).map(([name, step]) => [ops[name] ?? -1, step]))
}

const begin = (page: PDFPageProxy): Walk => {
  const text = { font: '', hidden: false, leading: 0, line: IDENTITY, now: IDENTITY, size: 0 }
  return { marks: [], page, stack: [], state: { ctm: IDENTITY, text } }
}

/** Everything that a page draws by itself, annotations left out, in the order in which it is drawn. */
export const walkPage = async (page: PDFPageProxy): Promise<Mark[]> => {
  const { AnnotationMode, OPS } = await loadPdfjs()
  const list = await page.getOperatorList({ annotationMode: AnnotationMode.DISABLE })
  const steps = stepsOf(OPS as unknown as Record<string, number>)
  const walk = begin(page)
  for (const [at, op] of list.fnArray.entries()) {
    steps.get(op)?.(walk, (list.argsArray[at] as null | readonly unknown[]) ?? [])
  }
  return walk.marks
}

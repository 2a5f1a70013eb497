import type { ReactElement } from 'react'

/** One bar, or one for each series, with the words for its amounts. */
export type ChartRow = {
  key: string
  label: string
  values: readonly { text: string; value: number }[]
}

type BarChartProps = {
  /** What can be read from it, for those who do not see it. */
  description: string
  /** Names the picture on its page. */
  id: string
  rows: readonly ChartRow[]
  /** Names of the series, in the order of the values; none for a single one. */
  series?: readonly string[]
  title: string
}

const WIDTH = 400
const BAR = 18
const LABEL = 20
const GAP = 14

/** Widest bar; the rest of the line is for its words. */
const MOST = 240

const heightOf = ({ values }: ChartRow): number => LABEL + values.length * (BAR + 3) + GAP

const widthOf = (value: number, most: number): number =>
  value <= 0 ? 0 : Math.max(2, Math.round((value / most) * MOST))

const Bars = (props: { most: number; row: ChartRow; y: number }): ReactElement => {
  const { most, row, y } = props
  return (
    <g transform={`translate(0 ${y})`}>
      <text className="lunas-chart__label" x={0} y={14}>
        {row.label}
      </text>
      {row.values.map(({ text, value }, at) => {
        const width = widthOf(value, most)
        const top = LABEL + at * (BAR + 3)
        return (
          <g key={at}>
            <rect
              className={`lunas-chart__bar lunas-chart__bar--${at}`}
              height={BAR}
              rx={3}
              width={width}
              x={0}
              y={top}
            />
            <text className="lunas-chart__value" x={width + 8} y={top + 14}>
              {text}
            </text>
          </g>
        )
      })}
    </g>
  )
}

/**
 * Amounts as bars that lie, one below the other, drawn on the server. The numbers stand beside the
 * bars; the same belong into a table next to it.
 */
export const BarChart = (props: BarChartProps): ReactElement => {
  const { description, id, rows, series = [], title } = props
  const most = Math.max(1, ...rows.flatMap(({ values }) => values.map(({ value }) => value)))
  const tops = rows.map((_, at) => rows.slice(0, at).reduce((sum, row) => sum + heightOf(row), 0))
  const height = rows.reduce((sum, row) => sum + heightOf(row), 0)
  return (
    <figure className="lunas-chart">
      <svg
        aria-labelledby={`${id}-title ${id}-desc`}
        role="img"
        viewBox={`0 0 ${WIDTH} ${Math.max(1, height)}`}
      >
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {rows.map((row, at) => (
          <Bars key={row.key} most={most} row={row} y={tops[at] ?? 0} />
        ))}
      </svg>
      {series.length > 1 ? (
        <figcaption>
          {series.map((name, at) => (
            <span key={name}>
              <i aria-hidden className={`lunas-chart__bar--${at}`} />
              {name}
            </span>
          ))}
        </figcaption>
      ) : null}
    </figure>
  )
}

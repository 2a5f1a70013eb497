import type { Figure } from './row'

const round = (value: number): string =>
  Number.isInteger(value) || Math.abs(value) >= 1000
    ? String(Math.round(value))
    : String(Number(value.toPrecision(3)))

const cellsOf = (figure: Figure): string[] => [
  figure.ok ? 'ok' : 'RED',
  figure.name,
  `${round(figure.value)} ${figure.unit}`.trim(),
  figure.target,
  figure.baseline === undefined ? '' : round(figure.baseline),
  figure.detail ?? '',
]

/** Writes figures as an aligned table. */
export const formatFigures = (figures: readonly Figure[]): string => {
  const rows = [['', 'figure', 'value', 'bar', 'baseline', 'detail'], ...figures.map(cellsOf)]
  const widths = [0, 1, 2, 3, 4].map((column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  )
  return rows
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n')
}

import type { ReactElement, ReactNode } from 'react'

/** A titled part of the order's page. */
export const Section = (props: {
  children: ReactNode
  id: string
  title: string
}): ReactElement => (
  <section aria-labelledby={props.id} className="card lunas-section">
    <h2 id={props.id}>{props.title}</h2>
    {props.children}
  </section>
)

/** A table that becomes cards on a phone; every cell carries the name of its column. */
export const Records = (props: {
  caption: string
  head: readonly string[]
  rows: readonly { cells: readonly ReactNode[]; key: string }[]
}): ReactElement => (
  <table className="lunas-records">
    <caption className="lunas-hidden">{props.caption}</caption>
    <thead>
      <tr>
        {props.head.map((name, at) => (
          <th key={name || at} scope="col">
            {name}
          </th>
        ))}
      </tr>
    </thead>
    <tbody>
      {props.rows.map(({ cells, key }) => (
        <tr key={key}>
          {cells.map((cell, at) => (
            <td data-label={props.head[at]} key={props.head[at] || at}>
              {cell}
            </td>
          ))}
        </tr>
      ))}
    </tbody>
  </table>
)

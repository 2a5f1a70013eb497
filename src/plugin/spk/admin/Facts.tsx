import type { ReactElement, ReactNode } from 'react'

/** Names and what stands for them; what is not known is left out. */
export const Facts = (props: {
  facts: readonly (readonly [name: string, value: ReactNode])[]
}): ReactElement => (
  <dl className="lunas-facts">
    {props.facts.map(([name, value]) =>
      value === null || value === undefined || value === '' ? null : (
        <div key={name}>
          <dt>{name}</dt>
          <dd>{value}</dd>
        </div>
      ),
    )}
  </dl>
)

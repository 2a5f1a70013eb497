import type { ReactElement } from 'react'

/** One of the parts of a list that can be looked at. */
export type FilterLink = { isCurrent: boolean; text: string; url: string }

/** Which part of a list is shown: one link for each, the current one marked. */
export const FilterLinks = (props: {
  label: string
  links: readonly FilterLink[]
}): ReactElement => (
  <nav aria-label={props.label} className="lunas-filter">
    {props.links.map(({ isCurrent, text, url }) => (
      <a aria-current={isCurrent ? 'page' : undefined} href={url} key={url}>
        {text}
      </a>
    ))}
  </nav>
)

/** All of a list, or what the reader looks after himself; `url` may ask for a part of it already. */
export const MineLinks = (props: {
  isMine: boolean
  text: { all: string; filter: string; mine: string }
  url: string
}): ReactElement => {
  const { isMine, text, url } = props
  return (
    <FilterLinks
      label={text.filter}
      links={[
        { isCurrent: !isMine, text: text.all, url },
        {
          isCurrent: isMine,
          text: text.mine,
          url: `${url}${url.includes('?') ? '&' : '?'}milik=saya`,
        },
      ]}
    />
  )
}

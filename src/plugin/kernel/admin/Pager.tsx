import type { ReactElement } from 'react'

/** Words of a pager. */
export type PagerWords = {
  next: string
  pageOf: (page: number, pages: number) => string
  pages: string
  previous: string
}

/** The page that an address asks for; the first for anything that is none. */
export const parsePage = (typed: string | string[] | undefined): number =>
  typeof typed === 'string' && /^[1-9]\d{0,4}$/.test(typed) ? Number(typed) : 1

/** Ways to the page before and after; nothing when there is one page. */
export const Pager = (props: {
  page: number
  pages: number
  text: PagerWords
  urlOf: (page: number) => string
}): null | ReactElement => {
  const { page, pages, text, urlOf } = props
  return pages < 2 ? null : (
    <nav aria-label={text.pages} className="lunas-pager">
      {page > 1 ? <a href={urlOf(page - 1)}>{text.previous}</a> : <span />}
      <span>{text.pageOf(page, pages)}</span>
      {page < pages ? <a href={urlOf(page + 1)}>{text.next}</a> : <span />}
    </nav>
  )
}

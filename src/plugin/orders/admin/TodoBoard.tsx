import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { findTodos } from '../panel/findTodos'
import { findTroubles, type Trouble } from '../panel/findTroubles'
import type { Todo } from '../runtime'

/** Where the board's heading stands. */
export const BOARD_ID = 'lunas-todos'

const TEXT = {
  en: {
    done: 'Nothing waits for you.',
    open: 'Show messages',
    others: 'Waiting for customers',
    title: 'Needs action',
  },
  id: {
    done: 'Tidak ada yang menunggu Anda.',
    open: 'Lihat pesan',
    others: 'Menunggu pelanggan',
    title: 'Perlu tindakan',
  },
}

const Tiles = ({ locale, todos }: { locale: Locale; todos: readonly Todo[] }): ReactElement => (
  <ul>
    {todos.map(({ count, label, urgent, url }) => (
      <li key={url}>
        <a className={urgent ? 'card lunas-todo lunas-todo--urgent' : 'card lunas-todo'} href={url}>
          <strong>{count}</strong>
          <span>{label[locale]}</span>
        </a>
      </li>
    ))}
  </ul>
)

const Troubles = (props: { locale: Locale; troubles: readonly Trouble[] }): ReactElement => (
  <ul className="lunas-troubles">
    {props.troubles.map(({ detail, title, url }) => (
      <li className="card lunas-trouble" key={title.en}>
        <strong>{title[props.locale]}</strong>
        <span>{detail[props.locale]}</span>
        {url ? (
          <a href={url}>
            {TEXT[props.locale].open}
            <span className="lunas-hidden">: {title[props.locale]}</span>
          </a>
        ) : null}
      </li>
    ))}
  </ul>
)

/**
 * The first thing that admins see: what stands still and what needs action, the bell's number in parts;
 * below it, what waits for customers. Nothing for editors.
 */
export const TodoBoard = async (props: ServerProps): Promise<null | ReactElement> => {
  const { i18n, payload } = props
  if (!isAdminVisit(props)) {
    return null
  }
  const locale = resolvePanelLocale(i18n.language)
  const text = TEXT[locale]
  const [all, troubles] = await Promise.all([findTodos(payload), findTroubles(payload)])
  const todos = all.filter(({ count }) => count > 0)
  const [ours, others] = [
    todos.filter(({ urgent }) => urgent),
    todos.filter((todo) => !todo.urgent),
  ]
  return (
    <section aria-labelledby={BOARD_ID} className="lunas-todos">
      <h2 id={BOARD_ID}>{text.title}</h2>
      {troubles.length > 0 ? <Troubles locale={locale} troubles={troubles} /> : null}
      {ours.length > 0 ? <Tiles locale={locale} todos={ours} /> : null}
      {troubles.length + ours.length === 0 ? <p>{text.done}</p> : null}
      {others.length > 0 ? (
        <>
          <h3>{text.others}</h3>
          <Tiles locale={locale} todos={others} />
        </>
      ) : null}
    </section>
  )
}

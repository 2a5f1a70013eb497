import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import type { Locale } from '../../kernel/errors'

import { isAdminVisit, resolvePanelLocale } from '../../kernel/payload'
import { findTodos, type Todo } from '../panel/findTodos'

/** Where the board's heading stands. */
export const BOARD_ID = 'lunas-todos'

const TEXT = {
  en: {
    done: 'Nothing waits for you.',
    others: 'Waiting for customers',
    title: 'Needs action',
  },
  id: {
    done: 'Tidak ada yang menunggu Anda.',
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

/**
 * The first thing that admins see: what needs action, the bell's number in parts; below it, what waits
 * for customers. Nothing for editors.
 */
export const TodoBoard = async (props: ServerProps): Promise<null | ReactElement> => {
  const { i18n, payload } = props
  if (!isAdminVisit(props)) {
    return null
  }
  const locale = resolvePanelLocale(i18n.language)
  const text = TEXT[locale]
  const todos = (await findTodos(payload)).filter(({ count }) => count > 0)
  const [ours, others] = [
    todos.filter(({ urgent }) => urgent),
    todos.filter((todo) => !todo.urgent),
  ]
  return (
    <section aria-labelledby={BOARD_ID} className="lunas-todos">
      <h2 id={BOARD_ID}>{text.title}</h2>
      {ours.length > 0 ? <Tiles locale={locale} todos={ours} /> : <p>{text.done}</p>}
      {others.length > 0 ? (
        <>
          <h3>{text.others}</h3>
          <Tiles locale={locale} todos={others} />
        </>
      ) : null}
    </section>
  )
}

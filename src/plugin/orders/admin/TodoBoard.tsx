import type { ServerProps } from 'payload'
import type { ReactElement } from 'react'

import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { findTodos } from '../panel/findTodos'

const TEXT = {
  en: { done: 'Nothing waits for you.', title: 'Needs action' },
  id: { done: 'Tidak ada yang menunggu Anda.', title: 'Perlu tindakan' },
}

/** The first thing that admins see: what waits for them, with its number. Nothing for editors. */
export const TodoBoard = async (props: ServerProps): Promise<null | ReactElement> => {
  const { i18n, payload, user } = props
  const req = { payload, user } as unknown as Parameters<typeof isAdmin>[0]['req']
  if (!isAdmin({ req })) {
    return null
  }
  const locale = resolvePanelLocale(i18n.language)
  const todos = (await findTodos(payload, slugsOf(payload))).filter(({ count }) => count > 0)
  return (
    <section aria-labelledby="lunas-todos" className="lunas-todos">
      <h2 id="lunas-todos">{TEXT[locale].title}</h2>
      {todos.length === 0 ? <p>{TEXT[locale].done}</p> : null}
      <ul>
        {todos.map(({ count, label, urgent, url }) => (
          <li key={url}>
            <a
              className={urgent ? 'card lunas-todo lunas-todo--urgent' : 'card lunas-todo'}
              href={url}
            >
              <strong>{count}</strong>
              <span>{label[locale]}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  )
}

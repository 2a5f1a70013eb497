import type { AdminViewServerProps, PayloadRequest, ServerProps } from 'payload'
import type { ReactElement, ReactNode } from 'react'

import { cloneElement } from 'react'
import { renderToStaticMarkup } from 'react-dom/server'

import type { LoggedIn } from './people'
import type { ShopInUse } from './useShop'

/** A part of a page, as Payload calls it. */
export type PanelPart = (props: ServerProps) => null | Promise<null | ReactElement> | ReactElement

/** Renders what waits inside, too: React does it by itself, a test has to. */
const settle = async (node: unknown): Promise<unknown> => {
  if (Array.isArray(node)) {
    return Promise.all(node.map(settle))
  }
  if (typeof node !== 'object' || node === null || !('props' in node)) {
    return node
  }
  const { props, type } = node as { props: Record<string, unknown>; type: unknown }
  if (typeof type === 'function' && type.constructor.name === 'AsyncFunction') {
    return settle(await (type as (given: unknown) => Promise<unknown>)(props))
  }
  const children = await settle(props.children)
  const all = (Array.isArray(children) ? children : [children]) as ReactNode[]
  return children === undefined ? node : cloneElement(node as ReactElement, {}, ...all)
}

/** Pages and parts of the panel as somebody of the staff gets them, in HTML. */
export const makePanelPages = (inUse: ShopInUse) => {
  const userOf = async (by: LoggedIn | undefined) =>
    (await inUse.shop.payload.auth({ headers: new Headers(by?.headers) })).user

  const requestOf = async (by: LoggedIn | undefined, language: string): Promise<PayloadRequest> =>
    ({
      i18n: { language },
      payload: inUse.shop.payload,
      user: await userOf(by),
    }) as unknown as PayloadRequest

  /** A page; where it leads when it is not for him. */
  const open = async (
    view: (props: AdminViewServerProps) => unknown,
    by?: LoggedIn,
    asked: { language?: string; query?: Record<string, string> } = {},
  ): Promise<string> => {
    const req = await requestOf(by, asked.language ?? 'id')
    const props = { initPageResult: { req }, params: {}, searchParams: asked.query ?? {} }
    try {
      const page = await settle(view(props as unknown as AdminViewServerProps))
      return renderToStaticMarkup(page as ReactElement)
    } catch (error) {
      return String((error as { digest?: string }).digest ?? error)
    }
  }

  /** A part of a page; empty when there is nothing for him. */
  const see = async (part: PanelPart, by?: LoggedIn, more: object = {}): Promise<string> => {
    const { i18n, payload, user } = await requestOf(by, 'id')
    const props = { i18n, payload, user, ...more } as unknown as ServerProps
    const element = await settle(await part(props))
    return element ? renderToStaticMarkup(element as ReactElement) : ''
  }

  return { open, see }
}

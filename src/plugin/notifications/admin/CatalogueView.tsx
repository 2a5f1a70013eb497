import type { AdminViewServerProps, Payload } from 'payload'
import type { ReactElement, ReactNode } from 'react'

import { redirect } from 'next/navigation'

import type { NotificationEvent } from '../schema'

import { PanelPage } from '../../kernel/admin/PanelPage'
import { isAdmin, resolvePanelLocale, slugsOf } from '../../kernel/payload'
import { formatInstant } from '../../kernel/time'
import { messageCatalogue } from '../messages'
import { findRecent, type RecentMessage, renderPreview } from '../preview'
import { findOwnWords } from '../texts/textColumn'
import { CATALOGUE_COPY } from './catalogueCopy'
import { catalogueUrl, PREVIEW_CHANNELS, type PreviewChannel } from './catalogueUrl'
import { MessagePreview } from './MessagePreview'

type Choice = {
  channel: PreviewChannel
  event: NotificationEvent
  from?: string | undefined
  locale: 'en' | 'id'
}

const EVENTS = Object.keys(messageCatalogue) as NotificationEvent[]

/** By which channels a message can be seen: its own ones, and the mail in both its forms. */
const channelsOf = (event: NotificationEvent): PreviewChannel[] => {
  const { channels, inApp } = messageCatalogue[event]
  return PREVIEW_CHANNELS.filter((channel) =>
    channel === 'inApp' ? inApp : channels.includes(channel === 'text' ? 'email' : channel),
  )
}

const chooseFrom = (query: AdminViewServerProps['searchParams']): Choice => {
  const { channel, event, from, language } = query ?? {}
  const chosen = EVENTS.find((known) => known === event) ?? 'order.placed'
  return {
    channel: channelsOf(chosen).find((known) => known === channel) ?? 'email',
    event: chosen,
    from: typeof from === 'string' ? from : undefined,
    locale: language === 'en' ? 'en' : 'id',
  }
}

type Option = { href: string; isChosen: boolean; key: string; label: ReactNode }

const Options = ({ label, options }: { label: string; options: Option[] }): ReactElement => (
  <nav aria-label={label} className="lunas-options">
    <span>{label}</span>
    <ul>
      {options.map(({ href, isChosen, key, label: name }) => (
        <li key={key}>
          <a aria-current={isChosen ? 'true' : undefined} href={href}>
            {name}
          </a>
        </li>
      ))}
    </ul>
  </nav>
)

type Shown = {
  choice: Choice
  ownWords: ReadonlyMap<string, string>
  panel: 'en' | 'id'
  payload: Payload
  recent: RecentMessage[]
}

const Choices = ({ choice, panel, payload, recent }: Omit<Shown, 'ownWords'>): ReactElement => {
  const copy = CATALOGUE_COPY[panel]
  const { admin } = payload.config.routes
  const to = (change: Partial<Choice>): string => catalogueUrl({ admin, ...choice, ...change })
  const channels = channelsOf(choice.event).map((channel) => ({
    href: to({ channel }),
    isChosen: channel === choice.channel,
    key: channel,
    label: copy.channels[channel],
  }))
  const languages = (['id', 'en'] as const).map((locale) => ({
    href: to({ locale }),
    isChosen: locale === choice.locale,
    key: locale,
    label: copy.languages[locale],
  }))
  const data = [
    { href: to({ from: undefined }), isChosen: !choice.from, key: 'sample', label: copy.sample },
    ...recent.map(({ at, id, name }) => ({
      href: to({ from: id }),
      isChosen: id === choice.from,
      key: id,
      label: `${name}, ${formatInstant(new Date(at), panel)}`,
    })),
  ]
  return (
    <>
      <Options label={copy.shown} options={channels} />
      <Options label={copy.language} options={languages} />
      <Options label={copy.data} options={data} />
    </>
  )
}

const Facts = ({ choice, ownWords, panel, payload }: Omit<Shown, 'recent'>): ReactElement => {
  const copy = CATALOGUE_COPY[panel]
  const { audience, isLegalNotice, label } = messageCatalogue[choice.event]
  const own = ownWords.get(choice.event)
  const { messageTexts } = slugsOf(payload)
  const texts = `${payload.config.routes.admin}/collections/${messageTexts}`
  return (
    <header className="lunas-catalogue__head">
      <h2>{label[panel]}</h2>
      <p>
        {copy.audience[audience]}. {isLegalNotice ? copy.legal : copy.optional}.
        {own ? ` ${copy.own}.` : ''}
      </p>
      <a
        className="btn btn--style-secondary btn--size-small"
        href={own ? `${texts}/${own}?locale=${choice.locale}` : `${texts}/create`}
      >
        {copy.change}
      </a>
    </header>
  )
}

const Catalogue = async (props: Omit<Shown, 'ownWords' | 'recent'>): Promise<ReactElement> => {
  const { choice, panel, payload } = props
  const { admin } = payload.config.routes
  const copy = CATALOGUE_COPY[panel]
  const { event, locale } = choice
  const [recent, ownWords] = await Promise.all([findRecent(payload, event), findOwnWords(payload)])
  const { params } = recent.find(({ id }) => id === choice.from) ?? {}
  const preview = await renderPreview({ event, locale, params, payload })
  const list = EVENTS.map((name) => ({
    href: catalogueUrl({ admin, event: name, locale }),
    isChosen: name === event,
    key: name,
    label: `${messageCatalogue[name].label[panel]}${ownWords.has(name) ? ' ✎' : ''}`,
  }))
  return (
    <main className="gutter--left gutter--right lunas-catalogue">
      <h1>{copy.title}</h1>
      <p>{copy.intro}</p>
      <div className="lunas-catalogue__parts">
        <Options label={copy.list} options={list} />
        <section>
          <Facts {...props} ownWords={ownWords} />
          <Choices {...props} recent={recent} />
          <MessagePreview channel={choice.channel} preview={preview} subjectLabel={copy.subject} />
        </section>
      </div>
    </main>
  )
}

/** Every message of the shop, as every channel shows it in every language; for admins and owners. */
export const CatalogueView = (props: AdminViewServerProps): ReactElement => {
  const { req } = props.initPageResult
  if (!isAdmin({ req })) {
    redirect(`${req.payload.config.routes.admin}/login`)
  }
  return (
    <PanelPage view={props}>
      <Catalogue
        choice={chooseFrom(props.searchParams)}
        panel={resolvePanelLocale(req.i18n.language)}
        payload={req.payload}
      />
    </PanelPage>
  )
}

import type { CSSProperties } from 'react'
import {
  Body,
  Button,
  Container,
  Head,
  Heading,
  Hr,
  Html,
  Link,
  Preview,
  Section,
  Text,
} from 'react-email'

import type { Locale } from '../../kernel/errors'
import type { MessageContent } from '../messages/content'

import { MailBody } from './MailBody'
import { MailRows } from './MailRows'
import { darkCss, light } from './palette'

/** What every mail has beside its own content. */
export type MailFrame = {
  contact: { email: string; whatsapp?: string }
  locale: Locale
  /** Page that switches optional messages off; absent in legal notices. */
  optOutUrl?: string
  shopName: string
}

const FONT = "-apple-system, 'Segoe UI', Roboto, 'Helvetica Neue', Arial, sans-serif"
const STRIPE = { brand: light.accent, danger: light.danger, warning: light.warning }
const COPY = {
  en: {
    optOut: 'Stop messages like this one',
    plainLink: 'If the button does not work, open this address:',
    write: 'Questions? Write to',
  },
  id: {
    optOut: 'Berhenti menerima pesan seperti ini',
    plainLink: 'Jika tombol tidak berfungsi, buka alamat ini:',
    write: 'Ada pertanyaan? Tulis ke',
  },
}

const styles = {
  amount: { color: light.ink, fontSize: 30, fontWeight: 700, lineHeight: '36px', margin: 0 },
  amountBox: { backgroundColor: light.soft, borderRadius: 8, padding: '14px 18px' },
  body: { backgroundColor: light.paper, fontFamily: FONT, margin: 0, padding: '24px 12px' },
  button: {
    backgroundColor: light.brand,
    borderRadius: 8,
    color: light.onBrand,
    display: 'block',
    fontSize: 17,
    fontWeight: 600,
    padding: '14px 20px',
    textAlign: 'center',
  },
  card: {
    backgroundColor: light.surface,
    border: `1px solid ${light.line}`,
    borderRadius: 12,
    maxWidth: 560,
    padding: '28px 24px',
  },
  heading: {
    color: light.ink,
    fontSize: 24,
    fontWeight: 700,
    lineHeight: '30px',
    margin: '0 0 12px',
  },
  rule: { borderColor: light.line, margin: '24px 0 16px' },
  shop: { color: light.ink, fontSize: 15, fontWeight: 700, margin: '0 0 20px' },
  small: { color: light.muted, fontSize: 13, lineHeight: '20px', margin: '8px 0 0' },
  text: { color: light.ink, fontSize: 16, lineHeight: '24px', margin: '0 0 12px' },
} satisfies Record<string, CSSProperties>

const Amount = ({ label, value }: { label: string; value: string }) => (
  <Section className="m-soft" style={styles.amountBox}>
    <Text className="m-muted" style={{ ...styles.small, margin: 0 }}>
      {label}
    </Text>
    <Text className="m-ink" style={styles.amount}>
      {value}
    </Text>
  </Section>
)

const Action = ({ button, locale }: { button: MessageContent['button']; locale: Locale }) => (
  <>
    <Section style={{ padding: '18px 0 4px' }}>
      <Button className="m-button" href={button.url} style={styles.button}>
        {button.label}
      </Button>
    </Section>
    <Text className="m-muted" style={styles.small}>
      {COPY[locale].plainLink}
      <br />
      <Link
        className="m-link"
        href={button.url}
        style={{ color: light.brand, wordBreak: 'break-all' }}
      >
        {button.url}
      </Link>
    </Text>
  </>
)

const Footer = ({ contact, locale, optOutUrl, shopName }: MailFrame) => (
  <>
    <Hr className="m-line" style={styles.rule} />
    <Text className="m-muted" style={styles.small}>
      {COPY[locale].write}{' '}
      <Link className="m-link" href={`mailto:${contact.email}`} style={{ color: light.brand }}>
        {contact.email}
      </Link>
      {contact.whatsapp ? (
        <>
          {' · '}
          <Link
            className="m-link"
            href={`https://wa.me/${contact.whatsapp}`}
            style={{ color: light.brand }}
          >
            WhatsApp +{contact.whatsapp}
          </Link>
        </>
      ) : null}
      <br />
      {shopName}
      {optOutUrl ? (
        <>
          <br />
          <Link className="m-link" href={optOutUrl} style={{ color: light.brand }}>
            {COPY[locale].optOut}
          </Link>
        </>
      ) : null}
    </Text>
  </>
)

const Content = ({ content, frame }: { content: MessageContent; frame: MailFrame }) => (
  <>
    <Heading as="h1" className="m-ink" style={styles.heading}>
      {content.heading}
    </Heading>
    <Text className="m-ink" style={styles.text}>
      {content.greeting}
      {content.greeting ? <br /> : null}
      {content.intro}
    </Text>
    {content.amount ? <Amount {...content.amount} /> : null}
    {content.body ? <MailBody blocks={content.body} /> : null}
    <Action button={content.button} locale={frame.locale} />
    <Hr className="m-line" style={styles.rule} />
    <MailRows facts={content.facts} items={content.items} />
    {content.notes.map((note) => (
      <Text className="m-muted" key={note} style={styles.small}>
        {note}
      </Text>
    ))}
  </>
)

/** One column, at most 560 px, amount and button before everything else, both colour schemes. */
export const MailLayout = ({ content, frame }: { content: MessageContent; frame: MailFrame }) => (
  <Html lang={frame.locale}>
    <Head>
      <meta content="width=device-width, initial-scale=1" name="viewport" />
      <meta content="light dark" name="color-scheme" />
      <meta content="light dark" name="supported-color-schemes" />
      <style>{darkCss}</style>
    </Head>
    <Body className="m-paper" lang={frame.locale} style={styles.body}>
      <Preview>{content.preheader}</Preview>
      <Container
        className="m-card"
        style={{ ...styles.card, borderTop: `4px solid ${STRIPE[content.tone]}` }}
      >
        <Text className="m-ink" style={styles.shop}>
          {frame.shopName}
        </Text>
        <Content content={content} frame={frame} />
        <Footer {...frame} />
      </Container>
    </Body>
  </Html>
)

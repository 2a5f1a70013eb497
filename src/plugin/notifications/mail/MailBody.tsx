import { Section, Text } from 'react-email'

import type { MailBlock } from '../schema'

import { light } from './palette'

const text = { color: light.ink, fontSize: 16, lineHeight: '24px', margin: '0 0 12px' } as const

const STYLES = {
  heading: { ...text, fontSize: 18, fontWeight: 700, margin: '18px 0 8px' },
  item: { ...text, margin: '0 0 8px', paddingLeft: 18, textIndent: -14 },
  paragraph: text,
  quote: { ...text, borderLeft: `3px solid ${light.line}`, paddingLeft: 12 },
} as const

/** A longer text of people's own making, line breaks kept; never markup of theirs. */
export const MailBody = ({ blocks }: { blocks: readonly MailBlock[] }) => (
  <Section>
    {blocks.map((block, index) => (
      <Text className="m-ink" key={index} style={{ ...STYLES[block.kind], whiteSpace: 'pre-line' }}>
        {block.kind === 'item' ? `•  ${block.text}` : block.text}
      </Text>
    ))}
  </Section>
)

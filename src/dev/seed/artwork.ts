import sharp from 'sharp'

import type { Motif, ProductCopy } from './copy'

const WIDTH = 1200
const HEIGHT = 900

type Ink = { accent: string; paper: string }
type Box = { height: number; opacity: number; width: number; x: number; y: number }

const range = (count: number): number[] => Array.from({ length: count }, (_, index) => index)

const box = (fill: string, { height, opacity, width, x, y }: Box): string =>
  `<rect x="${x}" y="${y}" width="${width}" height="${height}" rx="18" fill="${fill}" opacity="${opacity}"/>`

const disc = (fill: string, args: { opacity: number; r: number; x: number; y: number }): string =>
  `<circle cx="${args.x}" cy="${args.y}" r="${args.r}" fill="${fill}" opacity="${args.opacity}"/>`

const line = (stroke: string, path: string, width = 10): string =>
  `<path d="${path}" fill="none" stroke="${stroke}" stroke-width="${width}" stroke-linecap="round" stroke-linejoin="round"/>`

const dialog = ({ accent, paper }: Ink): string =>
  [
    disc(paper, { opacity: 0.18, r: 300, x: 460, y: 420 }),
    disc(accent, { opacity: 0.85, r: 210, x: 740, y: 500 }),
    disc(paper, { opacity: 0.9, r: 170, x: 470, y: 410 }),
    ...range(3).map((n) => disc(accent, { opacity: 1, r: 16, x: 410 + n * 60, y: 410 })),
  ].join('')

const layout = ({ accent, paper }: Ink): string =>
  [
    box(paper, { height: 460, opacity: 0.25, width: 620, x: 340, y: 170 }),
    box(paper, { height: 460, opacity: 0.92, width: 620, x: 250, y: 250 }),
    box(accent, { height: 190, opacity: 1, width: 260, x: 290, y: 290 }),
    ...range(3).map((n) =>
      box(accent, { height: 26, opacity: 0.55, width: 230 - n * 50, x: 590, y: 310 + n * 56 }),
    ),
    ...range(3).map((n) =>
      box(accent, { height: 150, opacity: 0.3, width: 166, x: 290 + n * 186, y: 520 }),
    ),
  ].join('')

const shieldPath = 'M600 180 L860 280 V470 C860 620 750 720 600 770 C450 720 340 620 340 470 V280 Z'

const shield = ({ accent, paper }: Ink): string =>
  [
    `<path d="${shieldPath}" fill="${paper}" opacity="0.16" transform="translate(-72 -54) scale(1.12)"/>`,
    `<path d="${shieldPath}" fill="${paper}" opacity="0.9"/>`,
    ...range(4).map((n) => line(accent, `M${430} ${360 + n * 70} H${770 - n * 24}`, 14)),
    disc(accent, { opacity: 0.9, r: 56, x: 760, y: 640 }),
  ].join('')

const cloud = ({ accent, paper }: Ink): string =>
  [
    ...range(3).map((n) =>
      box(paper, { height: 120, opacity: 0.2 + n * 0.15, width: 760, x: 220, y: 560 + n * 40 }),
    ),
    disc(paper, { opacity: 1, r: 150, x: 470, y: 460 }),
    disc(paper, { opacity: 1, r: 190, x: 640, y: 400 }),
    disc(paper, { opacity: 1, r: 130, x: 780, y: 480 }),
    box(paper, { height: 150, opacity: 1, width: 460, x: 400, y: 460 }),
    disc(accent, { opacity: 0.95, r: 70, x: 850, y: 260 }),
  ].join('')

const unit = (ink: Ink, y: number): string =>
  [
    box(ink.paper, { height: 84, opacity: 0.9, width: 560, x: 320, y }),
    ...range(3).map((n) => disc(ink.accent, { opacity: 1, r: 13, x: 370 + n * 44, y: y + 42 })),
    line(ink.accent, `M620 ${y + 42} H830`, 12),
  ].join('')

const rack = (ink: Ink): string =>
  [
    box(ink.paper, { height: 620, opacity: 0.16, width: 660, x: 270, y: 140 }),
    ...range(5).map((n) => unit(ink, 180 + n * 112)),
  ].join('')

const hall = ({ accent, paper }: Ink): string =>
  range(5)
    .map((n) =>
      [
        box(paper, {
          height: 560 - n * 80,
          opacity: 0.9 - n * 0.14,
          width: 130,
          x: 180 + n * 176,
          y: 170 + n * 40,
        }),
        disc(accent, { opacity: 0.9, r: 14, x: 245 + n * 176, y: 220 + n * 40 }),
      ].join(''),
    )
    .join('')

const NODES: [x: number, y: number, r: number][] = [
  [600, 440, 96],
  [330, 300, 54],
  [880, 290, 62],
  [360, 650, 62],
  [850, 640, 54],
  [600, 180, 40],
]

const nodes = ({ accent, paper }: Ink): string =>
  [
    ...NODES.slice(1).map(([x, y]) => line(paper, `M600 440 L${x} ${y}`, 8)),
    ...NODES.map(([x, y, r], n) => disc(n === 0 ? accent : paper, { opacity: 0.95, r, x, y })),
  ].join('')

const MOTIFS: Record<Motif, (ink: Ink) => string> = {
  cloud,
  dialog,
  hall,
  layout,
  nodes,
  rack,
  shield,
}

const drawing = ({ colours, motif }: ProductCopy['artwork']): string => {
  const [from, to, accent] = colours
  return `<svg xmlns="http://www.w3.org/2000/svg" width="${WIDTH}" height="${HEIGHT}">
<defs><linearGradient id="g" x1="0" y1="0" x2="1" y2="1">
<stop offset="0" stop-color="${from}"/><stop offset="1" stop-color="${to}"/></linearGradient></defs>
<rect width="${WIDTH}" height="${HEIGHT}" fill="url(#g)"/>
${disc('#ffffff', { opacity: 0.06, r: 420, x: 1080, y: 60 })}
${disc('#000000', { opacity: 0.08, r: 380, x: 90, y: 880 })}
${MOTIFS[motif]({ accent, paper: '#ffffff' })}</svg>`
}

/** A product's picture as PNG, drawn from its motif and colours; the same input gives the same picture. */
export const drawArtwork = (artwork: ProductCopy['artwork']): Promise<Buffer> =>
  sharp(Buffer.from(drawing(artwork)))
    .png({ compressionLevel: 9, palette: true })
    .toBuffer()

/** The storefront's colours, spelled out: mail programs know no variables. */
export const light = {
  accent: '#f2b441',
  brand: '#0b5d4b',
  danger: '#8f1d12',
  ink: '#1d1a14',
  line: '#e0d7c6',
  muted: '#5c5548',
  onBrand: '#ffffff',
  paper: '#faf7f0',
  soft: '#f2ecdf',
  surface: '#ffffff',
  warning: '#8a5300',
} as const

const dark = {
  brand: '#74d6b7',
  danger: '#ffb4a8',
  ink: '#f5f0e6',
  line: '#38342b',
  muted: '#bdb4a4',
  onBrand: '#06251d',
  paper: '#14130f',
  soft: '#2a261e',
  surface: '#1e1c17',
  warning: '#ffd891',
} as const

const rules = (prefix: string): string =>
  [
    // The paper's colour stands on the body and, for Outlook, on a cell around everything.
    `${prefix}.m-paper,${prefix}.m-paper>table>tbody>tr>td{background-color:${dark.paper} !important}`,
    // The stripe on top keeps the tone of the message.
    `${prefix}.m-card{background-color:${dark.surface} !important;border-bottom-color:${dark.line} !important;border-left-color:${dark.line} !important;border-right-color:${dark.line} !important}`,
    `${prefix}.m-soft{background-color:${dark.soft} !important}`,
    `${prefix}.m-ink{color:${dark.ink} !important}`,
    `${prefix}.m-muted{color:${dark.muted} !important}`,
    `${prefix}.m-line{border-color:${dark.line} !important}`,
    `${prefix}.m-link{color:${dark.brand} !important}`,
    `${prefix}.m-button{background-color:${dark.brand} !important;color:${dark.onBrand} !important}`,
  ].join('')

/** The second scheme: media query for most programs, attribute for Outlook's own dark mode. */
export const darkCss = `:root{color-scheme:light dark;supported-color-schemes:light dark}
@media (prefers-color-scheme:dark){${rules('')}}
${rules('[data-ogsc] ')}`

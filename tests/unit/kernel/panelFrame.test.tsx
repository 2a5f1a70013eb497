import { renderToString } from 'react-dom/server'
import { describe, expect, it } from 'vitest'

import { PanelFrame } from '@/plugin/kernel/admin/PanelFrame'

describe('a form on a page of the panel', () => {
  it('takes no word and is not sent before the page is alive', () => {
    const html = renderToString(
      <PanelFrame onSubmit={() => undefined}>
        <input name="password" />
        <button type="submit">Selesai</button>
      </PanelFrame>,
    )
    expect(html).toMatch(/^<form class="lunas-form"><fieldset disabled="">.*<\/fieldset><\/form>$/)
  })
})

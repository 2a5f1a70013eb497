import { describe, expect, it } from 'vitest'

import { leavesNoOwner } from '@/plugin/staff'

describe('the last owner', () => {
  const owner = { role: 'owner' }

  it('can be neither demoted nor removed', () => {
    expect(leavesNoOwner({ before: owner, nextRole: 'admin', otherOwners: 0 })).toBe(true)
    expect(leavesNoOwner({ before: owner, nextRole: null, otherOwners: 0 })).toBe(true)
  })

  it('may change the name', () => {
    expect(leavesNoOwner({ before: owner, nextRole: 'owner', otherOwners: 0 })).toBe(false)
  })

  it('may go once there is another', () => {
    expect(leavesNoOwner({ before: owner, nextRole: null, otherOwners: 1 })).toBe(false)
  })

  it('is not a matter for anybody else', () => {
    expect(leavesNoOwner({ before: { role: 'admin' }, nextRole: null, otherOwners: 0 })).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { may, mayAtAll, type Permission, permissions } from './permission.ts'
import { roles, type Viewer } from './role.ts'

const clerk: Viewer = { region: '64.01', account: 'a', employee: 'e1', roles: [{ role: 'employee', agency: 'dlh' }] }
const head: Viewer = {
  region: '64.01',
  account: 'h',
  employee: 'h1',
  roles: [
    { role: 'employee', agency: 'dlh' },
    { role: 'head', agency: 'dlh' },
    { role: 'head', agency: 'dinkes' },
  ],
}
const office: Viewer = { region: '64.01', account: 'p', roles: [{ role: 'personnel_agency' }] }

describe('reach', () => {
  test.each<[string, Viewer, Permission, object, boolean]>([
    ['a clerk reads the own day', clerk, 'own-day', { employee: 'e1', agency: 'dlh' }, true],
    ['a clerk does not read the day of another', clerk, 'own-day', { employee: 'e2', agency: 'dlh' }, false],
    ['a clerk sees the board of the own agency', clerk, 'read-people', { agency: 'dlh' }, true],
    ['a clerk does not see the board of another agency', clerk, 'read-people', { agency: 'dinkes' }, false],
    ['a clerk does not search the region', clerk, 'read-people', {}, false],
    ['an acting head sees the agency led', head, 'read-people', { agency: 'dinkes' }, true],
    ['a head manages no accounts', head, 'manage-accounts', {}, false],
    ['the personnel agency sees every agency', office, 'read-people', { agency: 'dinkes' }, true],
    ['the personnel agency sees the region', office, 'read-people', {}, true],
    ['who has no staff record has no own day', office, 'own-day', {}, false],
  ])('%s', (_, viewer, permission, subject, expected) => {
    expect(may(viewer, permission, { region: '64.01', ...subject })).toBe(expected)
  })

  test('a superior sees who answers to them, elsewhere too', () => {
    const superior: Viewer = { region: '64.01', account: 's', employee: 's1', roles: [{ role: 'supervisor' }] }
    expect(may(superior, 'read-people', { region: '64.01', employee: 'e1', supervisor: 's1' })).toBe(true)
    expect(may(superior, 'read-people', { region: '64.01', employee: 'e2', supervisor: 's2' })).toBe(false)
    expect(may(superior, 'read-people', { region: '64.01', employee: 'e2', supervisor: null })).toBe(false)
  })
})

test('nobody reaches another region, and what is allowed to anybody is allowed at all', () => {
  const held = fc.record({ role: fc.constantFrom(...roles), agency: fc.constantFrom('dlh', 'dinkes', undefined) })
  const viewer = fc.record({
    region: fc.constantFrom('64.01', '64.02'),
    account: fc.constant('a'),
    employee: fc.constantFrom('e1', 'e2', undefined),
    roles: fc.array(held, { maxLength: 3 }),
  })
  const subject = fc.record({
    region: fc.constantFrom('64.01', '64.02'),
    agency: fc.constantFrom('dlh', 'dinkes', undefined),
    employee: fc.constantFrom('e1', 'e2', undefined),
    supervisor: fc.constantFrom('e1', 'e2', null, undefined),
  })
  const permission = fc.constantFrom(...(Object.keys(permissions) as Permission[]))
  fc.assert(
    fc.property(viewer, permission, subject, (who, what, whom) => {
      if (!may(who as Viewer, what, whom)) return
      expect(who.region).toBe(whom.region)
      expect(mayAtAll(who as Viewer, what)).toBe(true)
    }),
    { numRuns: 2000 },
  )
})

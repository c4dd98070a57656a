import { expect, test } from 'vitest'
import { fitsArea, type PilotKind, pilotKinds, publicName } from './pilot-site.ts'

test.each<[PilotKind, string, boolean]>([
  ['market', '64.02.06.1001', true],
  ['market', '64.02.06', false],
  ['household', '64.02.06.2003', true],
  ['desa', '64.02.06.2003', true],
  ['desa', '64.02.06.1001', false],
  ['kelurahan', '64.02.06.1001', true],
  ['kelurahan', '64.02.06.2003', false],
  ['kecamatan', '64.02.06', true],
  ['kecamatan', '64.02.06.1001', false],
])('a place of the kind %s in %s: %s', (kind, code, fits) => {
  expect(fitsArea(kind, code)).toBe(fits)
})

test('a home is called by nothing, whatever is kept of it', () => {
  expect(Object.keys(pilotKinds)).toHaveLength(10)
  expect(publicName('household', 'Keluarga Budi, Gang 3')).toBeNull()
  expect(publicName('cafe', 'Kafe Tepi Sungai')).toBe('Kafe Tepi Sungai')
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type Capacity, capacities, type PermitKind, permitKinds } from './kinds.ts'
import { type Signer, signersOf, signingAs } from './signer.ts'

const clerk = { employee: 'e1', leads: false }
const head = { employee: 'h1', leads: true }
const by = (...own: Capacity[]): Signer => ({ employee: 's1', capacities: own, rank: 'III' })

/** Who signs for a clerk; the columns are superior, head, personnel agency, leaders of the region. */
const table: Readonly<Record<PermitKind, string>> = {
  annual: 'SH..',
  sick: 'SH..',
  maternity: '.HP.',
  urgent: 'SH..',
  other: '..P.',
  education: '..P.',
  official_travel: '.H..',
  surat_tugas: '.H..',
  surat_perintah: '.H..',
  izin_ppk: '..P.',
  road_cut_off: 'SH..',
  still_travelling: 'SH..',
  lives_outside_region: '.HP.',
  health: '..P.',
  travel_out_of_region: '.H.R',
}

const letters: Readonly<Record<Capacity, string>> = {
  superior: 'S',
  head: 'H',
  personnel_agency: 'P',
  regional_head: 'R',
}
const rowOf = (kind: PermitKind, holder: typeof clerk) =>
  capacities.map((one) => ('as' in signingAs(kind, holder, by(one)) ? letters[one] : '.')).join('')

test.each(permitKinds)('who signs %s for a clerk', (kind) => {
  expect(rowOf(kind, clerk)).toBe(table[kind])
})

test.each<[PermitKind, string]>([
  ['annual', 'S..R'],
  ['official_travel', 'S..R'],
  ['maternity', 'S.PR'],
  ['health', '..P.'],
  ['travel_out_of_region', 'S..R'],
])('who signs %s for the head of the agency: those above it', (kind, expected) => {
  expect(rowOf(kind, head)).toBe(expected)
})

test('nobody signs their own, whatever posts they hold; whoever has no post signs nothing', () => {
  fc.assert(
    fc.property(fc.constantFrom(...permitKinds), fc.boolean(), fc.subarray([...capacities]), (kind, leads, own) => {
      const holder = { employee: 's1', leads }
      expect(signingAs(kind, holder, by(...own))).toEqual({ refused: 'permit-own' })
      const signing = signingAs(kind, { employee: 'e1', leads }, by(...own))
      const may = signersOf(kind, leads).some((one) => own.includes(one))
      expect('as' in signing).toBe(may)
    }),
  )
})

test('every kind has somebody who can sign it, for clerks and for heads', () => {
  for (const kind of permitKinds)
    for (const leads of [false, true]) expect(signersOf(kind, leads).length).toBeGreaterThan(0)
})

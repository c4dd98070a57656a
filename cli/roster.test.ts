import { readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sampleText } from '@piket/domain/circular/sample-circular.ts'
import { expect, test } from 'vitest'
import { circularFile, folderOf, piket, smallStaff } from './testing/piket.ts'

const kotim = [circularFile('kotim-2021-07.yaml'), circularFile('kalteng-2021-180-17-109.yaml')]
const answers = ['q2=down_heads_inside', 'q3=quota_binds'].flatMap((one) => ['--reading', `kotim-2021-07/${one}`])
const data = await folderOf(smallStaff)
const days = ['--from', '2021-07-21', '--to', '2021-08-06']
const draw = (...more: string[]) => piket(['roster', '--circulars', ...kotim, '--data', data, ...days, ...more])
const folder = await folderOf({})
const file = join(folder, 'roster.json')
const drawn = await draw(...answers, '--format', 'json')
await writeFile(file, drawn.out)
const verify = (path: string, ...more: string[]) =>
  piket(['verify-roster', path, '--circulars', ...kotim, '--data', data, '--format', 'json', ...more])

test('questions that hold rosters back are answered first', async () => {
  const said = await draw()
  expect(said).toMatchObject({ exit: 4, out: '' })
  expect(said.err).toMatch(/kotim-2021-07\.yaml:82:5: PKT-703 kesalahan: .+ \/ error: Question kotim-2021-07\/q2 .+/)
  expect(said.err).toContain('--reading kotim-2021-07/q3=quota_binds')
  expect((await draw(...answers.slice(0, 2))).exit).toBe(4)
})

test('a proposal is drawn for nobody', async () => {
  const kukar = circularFile('kukar-2021-01-proposal.yaml')
  expect(await piket(['roster', '--circulars', kukar, '--data', data, ...days])).toMatchObject({
    exit: 4,
    err: expect.stringContaining('PKT-701'),
  })
})

test('lines, quotas, balance and proofs', () => {
  expect(drawn.exit).toBe(0)
  const { rows, quotas, balance, infeasible, proofs, ...head } = JSON.parse(drawn.out)
  expect(head).toMatchObject({ piket: 'roster/1', seed: 1, from: '2021-07-21', to: '2021-08-06' })
  expect(rows[0]).toEqual({
    employee: 'E-0001',
    date: '2021-07-21',
    place: expect.stringMatching(/^(office|home)$/),
    shift: null,
    unit: 'bappeda',
    reason: 'drawn',
    clause: ['kotim-2021-07/c2'],
  })
  expect(rows.find(({ employee }: { employee: string }) => employee === 'E-0002')).toMatchObject({
    place: 'office',
    reason: 'fixed',
    clause: ['kotim-2021-07/c3'],
  })
  // Seven people: a quarter is one, and the head sits on it.
  expect(quotas[0]).toEqual({
    unit: 'bappeda',
    date: '2021-07-21',
    clause: 'kotim-2021-07/c1',
    base: 7,
    bound: 1,
    seats: 0,
    present: 1,
    exceeded_by_mandatory: 0,
  })
  expect(balance.map(({ unit, status }: Record<string, string>) => [unit, status])).toEqual(
    proofs.map(({ unit }: Record<string, string>) => [unit, 'exact']),
  )
  expect(infeasible).toEqual([])
})

test('the same seed gives the same bytes', async () => {
  expect((await draw(...answers, '--format', 'json')).out).toBe(drawn.out)
})

test('--unit chooses agencies, --carry brings days along', async () => {
  const carry = await folderOf({ 'carry.csv': 'employee_id,carry\nE-0101,2\n' })
  const said = await draw(...answers, '--unit', 'dlh', '--carry', join(carry, 'carry.csv'), '--format', 'json')
  const { rows, balance } = JSON.parse(said.out)
  expect(new Set(rows.map(({ unit }: { unit: string }) => unit))).toEqual(new Set(['dlh', 'dlh/bidang-kebersihan']))
  expect(balance[0].people).toContainEqual(expect.objectContaining({ employee: 'E-0101', carry: 2 }))
  await writeFile(join(folder, 'dlh.json'), said.out)
  expect((await verify(join(folder, 'dlh.json'))).exit).toBe(0)
})

test('a roster that was drawn is verified, as JSON with its proof and as CSV', async () => {
  expect(await verify(file)).toMatchObject({ exit: 0, out: expect.stringContaining('"rows":[]}') })
  const csv = join(folder, 'roster.csv')
  await writeFile(csv, (await draw(...answers, '--format', 'csv')).out)
  expect((await readFile(csv, 'utf8')).split('\n')[0]).toBe('employee,date,place,shift,unit,reason,clause')
  expect((await verify(csv, ...answers)).exit).toBe(0)
})

interface Line {
  employee: string
  date: string
  place: string
}

/** Codes of the violations, with who or what each is about, once. */
async function damaged(
  change: (roster: { rows: Line[]; proofs: { input_sha256: string; result: Record<string, unknown> }[] }) => void,
) {
  const roster = JSON.parse(drawn.out)
  change(roster)
  const path = join(folder, 'damaged.json')
  await writeFile(path, JSON.stringify(roster))
  const said = await verify(path)
  const rows = JSON.parse(said.out).rows as { code: string; unit: string; employee: string | null }[]
  return { exit: said.exit, codes: new Set(rows.map(({ code, unit, employee }) => `${code} ${employee ?? unit}`)) }
}
const lineOf = (rows: Line[], employee: string) => rows.find((row) => row.employee === employee) as Line

test.each<[string, string, Parameters<typeof damaged>[0]]>([
  [
    'one more than the bound',
    'PKT-901 bappeda',
    ({ rows }) => {
      lineOf(rows, 'E-0001').place = 'office'
    },
  ],
  [
    'a head sent home',
    'PKT-904 E-0002',
    ({ rows }) => {
      lineOf(rows, 'E-0002').place = 'home'
    },
  ],
  [
    'a day on which nobody works',
    'PKT-903 E-0002',
    ({ rows }) => {
      rows.push({ employee: 'E-0002', date: '2021-07-24', place: 'office' })
    },
  ],
  [
    'somebody unknown',
    'PKT-903 E-9999',
    ({ rows }) => {
      rows.push({ employee: 'E-9999', date: '2021-07-22', place: 'office' })
    },
  ],
  [
    'a proof of another input',
    'PKT-907 bappeda',
    ({ proofs }) => {
      proofs[0]!.input_sha256 = '0'
    },
  ],
  [
    'a proof that was changed',
    'PKT-907 bappeda',
    ({ proofs }) => {
      proofs[0]!.result.level = 3
    },
  ],
  [
    'a proof that is none',
    'PKT-907 bappeda',
    ({ proofs }) => {
      proofs[0]!.result = { status: 'exact', metrics: 'days:zz' }
    },
  ],
])('damage is found: %s', async (_, expected, change) => {
  const { exit, codes } = await damaged(change)
  expect(exit).toBe(1)
  expect(codes).toContain(expected)
})

const floor = (amount: string) => `piket: circular/1
id: uji-2021
kind: circular
status: in_force
level: regency
region: uji
number: "1"
title: Uji
issued_on: 2021-07-01
issuer: {office: bupati, signed_by: null}
in_force: {from: 2021-07-01, until: 2021-12-31}
relations: []
basis: []
sources: [{id: s, type: invented, publisher: Uji}]
groups: {}
clauses:
  - {id: c1, kind: placement, who: {all: true}, place: rotate, cite: "s:1"}
  - {id: c2, kind: quota, who: {all: true}, per: agency, place: office, amount: ${amount}, of: {staff: assigned, heads: in, exempt: in}, cite: "s:2"}
open_questions: []
`

test('days that cannot be met are left open: it says why, what would help, draws the others, and answers 1', async () => {
  const circulars = await folderOf({ 'uji.yaml': floor('{min: 100%}') })
  const absent = await folderOf({
    ...smallStaff,
    'leave.csv': 'employee_id,kind,from,until\nE-0003,annual,2021-07-22,2021-07-22\n',
  })
  const typed = ['--circulars', circulars, '--data', absent]
  const said = await piket([
    'roster',
    ...typed,
    '--from',
    '2021-07-21',
    '--to',
    '2021-07-23',
    '--unit',
    'bappeda',
    '--format',
    'json',
  ])
  expect(said.exit).toBe(1)
  const { infeasible, rows, balance } = JSON.parse(said.out)
  expect(new Set(rows.map(({ date }: { date: string }) => date))).toEqual(new Set(['2021-07-21', '2021-07-23']))
  expect(balance[0].status).toBe('partial')
  expect(infeasible[0]).toMatchObject({
    unit: 'bappeda',
    dates: ['2021-07-22'],
    clauses: ['uji-2021/c2', 'leave'],
    shortage: 1,
    repair: { kind: 'lower-quota', person_days: 1, per_day: [{ date: '2021-07-22', people: 1 }] },
  })
  expect(said.err).toContain(infeasible[0].message_id)
  const path = join(folder, 'infeasible.json')
  await writeFile(path, said.out)
  expect((await piket(['verify-roster', path, ...typed])).exit).toBe(0)
})

test('runs that a clause forbids are found in a roster of anybody', async () => {
  const run = '  - {id: c3, kind: pattern, who: {all: true}, run: {place: home, max: 1}, cite: "s:3"}\nopen_questions'
  const circulars = await folderOf({ 'uji.yaml': floor('{max: 50%}').replace('open_questions', run) })
  const path = join(
    await folderOf({
      'r.csv': 'employee_id,date,place\nE-0001,2021-07-21,home\nE-0001,2021-07-22,home\nE-0001,2021-07-23,office\n',
    }),
    'r.csv',
  )
  const said = await piket(['verify-roster', path, '--circulars', circulars, '--data', data, '--format', 'csv'])
  expect(said.exit).toBe(1)
  expect(said.out).toContain('PKT-905,bappeda,E-0001,2021-07-22,uji-2021/c3,lebih dari 1 hari di rumah berturut-turut.')
})

test('a clause on runs that starts inside the period counts from its own day', async () => {
  const run = floor('{max: 50%}')
    .replace('id: uji-2021', 'id: uji-pola')
    .replace('in_force: {from: 2021-07-01', 'in_force: {from: 2021-07-22')
    .replace(
      /clauses:.*open_questions/s,
      'clauses:\n  - {id: c3, kind: pattern, who: {all: true}, run: {place: home, max: 1}, cite: "s:3"}\nopen_questions',
    )
  const circulars = await folderOf({ 'uji.yaml': floor('{max: 50%}'), 'pola.yaml': run })
  const lines = ['2021-07-20', '2021-07-21', '2021-07-22', '2021-07-23'].map((day) => `E-0001,${day},home\n`)
  const path = join(await folderOf({ 'r.csv': `employee_id,date,place\n${lines.join('')}` }), 'r.csv')
  const said = await piket(['verify-roster', path, '--circulars', circulars, '--data', data, '--format', 'csv'])
  expect(said.out.match(/PKT-905,bappeda,E-0001,[-0-9]+/g)).toEqual(['PKT-905,bappeda,E-0001,2021-07-23'])
})

test.each([
  ['no lines', 'employee_id,date,place\n'],
  ['a missing column', 'employee_id,date\nE-0001,2021-07-21\n'],
  ['a line that is none', 'employee_id,date,place\nE-0001,2021-02-30,office\n'],
  ['a line twice', 'employee_id,date,place\nE-0001,2021-07-21,office\nE-0001,2021-07-21,home\n'],
])('a file with %s is refused', async (_, text) => {
  const path = join(await folderOf({ 'r.csv': text }), 'r.csv')
  expect(await verify(path)).toMatchObject({ exit: 3, out: '', err: expect.stringContaining('PKT-201') })
})

test('a quota that nobody can say, or that clashes, leaves its days open and is named', async () => {
  const of = 'of: {staff: assigned, heads: in, exempt: in}'
  const quota = (id: string, amount: string) =>
    `  - {id: ${id}, kind: quota, who: {all: true}, per: agency, place: office, amount: ${amount}, ${of}, cite: "u:1"}\n`
  const turns = 'clauses:\n  - {id: t, kind: placement, who: {all: true}, place: rotate, cite: "u:2"}\n'
  const asked = quota('q', '{max: {ask: opd_head, about: kepala menentukan}}')
  const circulars = await folderOf({
    'open.yaml': sampleText(`${turns}${asked}`),
    'clash-a.yaml': sampleText(`id: a\n${turns}${quota('q', '{max: 2}')}`),
    'clash-b.yaml': sampleText(`id: b\nlevel: province\nclauses:\n${quota('r', '{min: 4}')}`),
  })
  const on = (...files: string[]) =>
    ['--circulars', ...files.map((name) => join(circulars, name)), '--data', data].concat(
      '--from 2021-07-21 --to 2021-07-22 --unit bappeda'.split(' '),
    )
  for (const [files, said] of [
    [
      ['open.yaml'],
      /piket: bappeda: .* \/ On Wednesday 21 July 2021 the quota of .* cannot be said: kepala menentukan\. No turns are drawn; ask the head of the agency\. \(1 more reason\)/,
    ],
    [
      ['clash-a.yaml', 'clash-b.yaml'],
      /piket: bappeda: .* asks for at least 4 at the office, while .* allows at most 2\./,
    ],
  ] as const) {
    const drawing = await piket(['roster', ...on(...files), '--format', 'json'])
    const { rows, infeasible, proofs } = JSON.parse(drawing.out)
    expect([drawing.exit, rows, infeasible.length, proofs[0].result.status]).toEqual([1, [], 2, 'infeasible'])
    expect(drawing.err).toMatch(said)
    const path = join(circulars, 'drawn.json')
    await writeFile(path, drawing.out)
    expect((await piket(['verify-roster', path, ...on(...files).slice(0, files.length + 3)])).exit).toBe(0)
    const decided = await piket(['decide', ...on(...files)])
    expect([decided.exit, decided.out.includes('bergantian')]).toEqual([0, true])
    expect(decided.err).toMatch(said)
    expect((await piket(['decide', ...on(...files), '--strict'])).exit).toBe(1)
  }
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sampleText } from '@piket/domain/circular/sample-circular.ts'
import { expect, test } from 'vitest'
import { circularFile, folderOf, piket, smallStaff } from './testing/piket.ts'

const kotim = circularFile('kotim-2021-07.yaml')
const bontang = circularFile('bontang-2020-se-188-65-504-org.yaml')
const rowsOf = (out: string) =>
  JSON.parse(out).rows as { code: string; level: string; path: string; message_en: string }[]

test('every circular of the product is free of errors', async () => {
  const { exit, out, err } = await piket(['check', circularFile('')])
  expect(exit).toBe(0)
  expect(out.trimEnd().split('\n')).toHaveLength(7)
  expect(err).toContain('kotim-2021-07 recorded 2021-07-19 (issuer.announced_on)\n')
  expect(err).toContain('paser-2021-01 recorded 2021-01-04 (sources.0.said_on)\n')
})

test.each([
  ['draft', 0, []],
  ['roster', 1, ['open_questions.q2', 'open_questions.q3']],
  [
    'publication',
    1,
    ['open_questions.q1', 'open_questions.q2', 'open_questions.q3', 'open_questions.q4', 'open_questions.q6'],
  ],
] as const)('--for %s turns what holds it back into errors', async (purpose, exit, paths) => {
  const said = await piket(['check', kotim, '--for', purpose, '--format', 'json'])
  const errors = rowsOf(said.out).filter(({ level }) => level === 'error')
  expect([said.exit, errors.map(({ path }) => path)]).toEqual([exit, paths])
})

test('a question that is answered holds nothing back', async () => {
  const answers = ['--reading', 'kotim-2021-07/q2=down_heads_inside', '--reading', 'kotim-2021-07/q3=quota_binds']
  const said = await piket(['check', kotim, '--for', 'roster', ...answers, '--format', 'json'])
  expect([
    said.exit,
    rowsOf(said.out)
      .filter(({ code }) => code === 'PKT-606')
      .map(({ path }) => path),
  ]).toEqual([0, ['open_questions.q1', 'open_questions.q4', 'open_questions.q6']])
})

test('--strict counts warnings', async () => {
  expect((await piket(['check', bontang])).exit).toBe(0)
  expect((await piket(['check', bontang, '--strict'])).exit).toBe(1)
})

test('a document that nobody has is named at its place', async () => {
  const folder = await folderOf({
    'k.yaml': (await readFile(kotim, 'utf8')).replaceAll('kalteng-180.17-109-2021', 'kalteng-unknown'),
  })
  const { exit, err } = await piket(['check', join(folder, 'k.yaml'), '--circulars', circularFile('')])
  expect(exit).toBe(1)
  expect(err).toMatch(/k\.yaml:\d+:\d+: PKT-303 kesalahan: Surat kalteng-unknown tidak ada\./)
})

test('a relation that cannot be done stands at its line in the document that states it', async () => {
  const folder = await folderOf({
    'dasar.yaml': sampleText('id: dasar'),
    'ubahan.yaml': sampleText(
      'id: ubahan\nrelations:\n  - {type: amends, target: dasar, set: {clauses.c9.place: home}}\n  - {type: extends, target: dasar}',
    ),
  })
  const { exit, err } = await piket(['check', folder])
  expect(exit).toBe(1)
  expect(err).toMatch(/ubahan\.yaml:\d+:40: PKT-305 .*clauses\.c9\.place/)
  expect(err).toMatch(/ubahan\.yaml:\d+:5: PKT-410 /)
  const decided = await piket(['decide', '--from', '2021-07-21', '--circulars', folder])
  expect(decided.exit).toBe(3)
  expect(decided.err).toMatch(/ubahan\.yaml:\d+:5: PKT-410 /)
})

test('an unknown group is an error of the document, never one of the program', async () => {
  const folder = await folderOf({ 'a.yaml': sampleText('scope: {group: [nope]}') })
  const { exit, err } = await piket(['check', folder])
  expect([exit, err.includes('a.yaml:18:8: PKT-303')]).toEqual([1, true])
  expect((await piket(['decide', '--from', '2021-07-21', '--circulars', folder])).exit).toBe(3)
})

test('two files with one id are refused', async () => {
  const text = await readFile(bontang, 'utf8')
  const { exit, err } = await piket(['check', await folderOf({ 'a.yaml': text, 'b.yaml': text })])
  expect([exit, err.includes('PKT-201')]).toEqual([1, true])
})

test('with the staff it counts gaps and collisions, and names idle clauses and unknown units', async () => {
  const text = (await readFile(bontang, 'utf8'))
    .replaceAll('over: [c1]', '')
    .replace('{echelon: [II, III]}', '{echelon: [III]}')
  const folder = await folderOf({ 'b.yaml': text })
  const data = await folderOf({
    ...smallStaff,
    'staff.csv': `${smallStaff['staff.csv']}E-0900,Rin,pns,1975-01-01,bappeda,staf_khusus,II,structural\n`.replace(
      ',pns,',
      ',ptt,',
    ),
  })
  const said = await piket(['check', join(folder, 'b.yaml'), '--data', data, '--format', 'json'])
  const found = rowsOf(said.out)
  const of = (code: string) => found.filter((row) => row.code === code)
  expect(said.exit).toBe(0)
  expect(of('PKT-511').map(({ message_en }) => message_en)).toContain(
    'Clauses c1 and c3 collide: 2 people, such as E-0002 on 2020-03-23.',
  )
  expect(of('PKT-512').map(({ message_en }) => message_en)).toEqual([
    'No clause speaks of 1 person, such as E-0900 on 2020-03-23.',
  ])
  expect(of('PKT-513').map(({ path }) => path)).toContain('clauses.c2')
  expect(of('PKT-805').map(({ path }) => path)).toContain('groups.kept_open.items.1')
  expect(of('PKT-805').every(({ level }) => level === 'warning')).toBe(true)
})

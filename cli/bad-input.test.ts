import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { circularFile, folderOf, piket, smallStaff } from './testing/piket.ts'

const bontang = circularFile('bontang-2020-se-188-65-504-org.yaml')
const kukar = circularFile('kukar-2021-01-proposal.yaml')
const data = await folderOf(smallStaff)
const written = await readFile(bontang, 'utf8')

const broken = await folderOf({
  'not-yaml.yaml': written.replace('basis: []', 'basis: [}'),
  'twice.yaml': `${written}\nkind: circular\n`,
  'unknown-key.yaml': written.replace('issued_on:', 'isued_on: null\nissued_on:'),
  'no-such-day.yaml': written.replace('from: 2020-03-23', 'from: 2020-02-30'),
  'cycle.yaml': written.replace('place: home\n    force: must', 'place: home\n    over: [c3]\n    force: must'),
  'backwards.yaml': written.replace('until: 2020-04-04', 'until: 2020-03-01'),
  'unknown-group.yaml': written.replace('group: [leaders]', 'group: [leders]'),
})

test.each([
  ['not-yaml.yaml', /not-yaml\.yaml:\d+:\d+: PKT-101 kesalahan: .+ \/ error: .+/],
  ['twice.yaml', /twice\.yaml:\d+:\d+: PKT-101 kesalahan: Kunci yang sama ditulis dua kali\./],
  ['unknown-key.yaml', /unknown-key\.yaml:10:1: PKT-202 kesalahan: .+ Maksudnya issued_on\?.+ \/ error: .+/],
  ['no-such-day.yaml', /no-such-day\.yaml:12:18: PKT-201 kesalahan: Bukan tanggal kalender/],
  ['cycle.yaml', /cycle\.yaml:\d+:\d+: PKT-408 kesalahan: .+ \/ error: .+/],
  [
    'backwards.yaml',
    /backwards\.yaml:12:37: PKT-401 kesalahan: Berakhir 2020-03-01 sebelum mulai 2020-03-23\. .+ \/ error: /,
  ],
  ['unknown-group.yaml', /unknown-group\.yaml:\d+:\d+: PKT-303 kesalahan: Kelompok leders tidak ada\./],
])('%s: check says where and why and answers 1, decide refuses to read it and answers 3', async (name, line) => {
  const file = join(broken, name)
  const checked = await piket(['check', file, '--format', 'json'])
  expect(checked.exit).toBe(1)
  expect(checked.err).toMatch(line)
  expect(
    checked.err.split('\n').every((one) => !one.includes('PKT-') || / \/ (error|warning|question): /.test(one)),
  ).toBe(true)
  const [row] = JSON.parse(checked.out).rows.filter(({ level }: { level: string }) => level === 'error')
  expect(Object.keys(row)).toEqual([
    'file',
    'line',
    'column',
    'code',
    'level',
    'path',
    'message_id',
    'message_en',
    'fix_id',
    'fix_en',
  ])
  const decided = await piket(['decide', '--circulars', file, '--data', data, '--from', '2020-03-24'])
  expect(decided).toMatchObject({ exit: 3, out: '' })
  expect(decided.err).toMatch(line)
})

const onBontang = ['--circulars', bontang, '--data', data, '--from', '2020-03-24']
const withStaff = (line: string) => folderOf({ ...smallStaff, 'staff.csv': `${smallStaff['staff.csv']}${line}\n` })
const person = 'E-9,Baru,tkd,1990-01-01,bappeda,staf,none,executor'

test.each<[string, number, string, readonly string[] | (() => Promise<readonly string[]>)]>([
  ['an unknown option', 2, 'PKT-001', ['decide', '--frmo', '2020-03-24']],
  ['an option without its value', 2, 'PKT-001', ['decide', '--from']],
  ['an option twice', 2, 'PKT-001', ['decide', '--from', '2020-03-24', '--from', '2020-03-25']],
  ['a missing option', 2, 'PKT-001', ['decide', '--data', data]],
  ['an unknown command', 2, 'PKT-001', ['decied']],
  ['a day that does not exist', 2, 'PKT-001', ['decide', ...onBontang.slice(0, -1), '2021-02-29']],
  ['an end before the start', 2, 'PKT-001', ['decide', ...onBontang, '--to', '2020-03-01']],
  ['a word too many', 2, 'PKT-001', ['verify-receipt', 'a', 'b']],
  ['a word too few', 2, 'PKT-001', ['check']],
  ['--region without a database', 2, 'PKT-001', ['decide', ...onBontang, '--region', '64.01']],
  ['files beside a database', 2, 'PKT-001', ['decide', '--database', ...onBontang]],
  ['a reading without its form', 2, 'PKT-001', ['decide', ...onBontang, '--reading', 'q1']],
  ['a file that is not there', 3, 'PKT-002', ['check', join(broken, 'nothing.yaml')]],
  ['a folder without circulars', 3, 'PKT-002', ['decide', '--circulars', data, '--from', '2020-03-24']],
  [
    'a data folder that is not there',
    3,
    'PKT-002',
    ['decide', '--circulars', bontang, '--data', '/nowhere', '--from', '2020-03-24'],
  ],
  [
    'a database that does not answer',
    3,
    'PKT-003',
    ['decide', '--database', 'postgres://a:b@127.0.0.1:1/c', '--from', '2020-03-24'],
  ],
  ['an unknown question', 3, 'PKT-304', ['decide', ...onBontang, '--reading', 'bontang-2020-03/q99=x']],
  ['an unknown reading', 3, 'PKT-304', ['decide', ...onBontang, '--reading', 'bontang-2020-03/q1=x']],
  ['an impossible reading', 3, 'PKT-306', ['decide', ...onBontang, '--reading', 'bontang-2020-03/q1=march_4']],
  ['an unknown employee', 3, 'PKT-811', ['decide', ...onBontang, '--employee', 'E-nobody']],
  ['an unknown unit asked about', 3, 'PKT-805', ['decide', ...onBontang, '--unit', 'nowhere']],
  ['a proposal as law', 4, 'PKT-701', ['decide', '--circulars', kukar, '--data', data, '--from', '2021-01-27']],
  [
    'an unknown unit in the staff list',
    3,
    'PKT-805',
    async () => [
      'decide',
      '--circulars',
      bontang,
      '--data',
      await withStaff(person.replace('bappeda', 'nowhere')),
      '--from',
      '2020-03-24',
    ],
  ],
  [
    'an employee twice',
    3,
    'PKT-804',
    async () => [
      'decide',
      '--circulars',
      bontang,
      '--data',
      await withStaff(person.replace('E-9', 'E-0001')),
      '--from',
      '2020-03-24',
    ],
  ],
  [
    'employed backwards',
    3,
    'PKT-401',
    async () => {
      const folder = await folderOf({
        ...smallStaff,
        'leave.csv': 'employee_id,kind,from,until\nE-0001,annual,2020-03-25,2020-03-24\n',
      })
      return ['decide', '--circulars', bontang, '--data', folder, '--from', '2020-03-24']
    },
  ],
])('%s: exit %i with %s', async (_, exit, code, typed) => {
  const said = await piket(typeof typed === 'function' ? await typed() : typed)
  expect(said).toMatchObject({ exit, out: '' })
  const lines = said.err.split('\n').filter((line) => line.includes(code))
  expect(lines[0]).toMatch(/: PKT-\d{3} kesalahan: .+ \/ error: .+/)
})

test('an unknown option offers the one that was meant', async () => {
  expect((await piket(['decide', '--frmo', 'x'])).err).toContain('Opsi --frmo tidak dikenal')
  expect((await piket(['decide', '--emploee', 'x'])).err).toContain('Did you mean --employee?')
})

test('the password of a database is not repeated', async () => {
  const { err } = await piket(['decide', '--database', '--from', '2020-03-24'], {
    DATABASE_URL: 'postgres://a:secret@127.0.0.1:1/c',
  })
  expect(err).toContain('127.0.0.1:1')
  expect(err).not.toContain('secret')
})

test.each([
  ['decide', '--from', '2020-03-24', '--format', 'xml'],
  ['decide', '--from', '2020-03-24', '--lang', 'fr'],
  ['decide', '--from', '2020-03-24', '--known', 'kemarin'],
  ['decide', '--from', '2020-03-24', '--reading', 'q1'],
  ['decide', '--from', '2020-03-24', '--to', '2020-03-01'],
  ['decide', '--from', '2020-03-24', '--region', '64.01'],
  ['explain', '--employee', 'E-0001', '--on', '2020-03-24', '--at', '25:00'],
  ['diff', bontang, bontang, '--from', '2020-03-24', '--format', 'xml'],
  ['simulate', bontang, '--from', '2020-03-24', '--readings', 'some'],
  ['roster', '--from', '2020-03-24', '--to', '2020-03-25', '--seed', 'x'],
  ['check', bontang, '--for', 'fun'],
  ['check', bontang, '--format', 'xml'],
  ['verify-roster', 'nothing.json', '--format', 'xml'],
  ['verify-receipt', 'nothing.json', '--format', 'xml'],
  ['export', '--table', 'nothing', '--database'],
  ['export', '--table', 'staff', '--header', 'fr', '--database'],
])('wrong usage is all that %s %s %s %s %s %s says: nothing was read for it', async (...typed) => {
  const { exit, out, err } = await piket(typed)
  expect({ exit, out }).toEqual({ exit: 2, out: '' })
  expect(err).toMatch(/^piket: PKT-001 kesalahan: .+\n$/)
})

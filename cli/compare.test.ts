import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sampleText } from '@piket/domain/circular/sample-circular.ts'
import { expect, test } from 'vitest'
import { circularFile, folderOf, piket, smallStaff } from './testing/piket.ts'

const bontang = circularFile('bontang-2020-se-188-65-504-org.yaml')
const kukar = circularFile('kukar-2021-01-proposal.yaml')
const text = await readFile(bontang, 'utf8')
const data = await folderOf(smallStaff)
const extension = `piket: circular/1
id: bontang-2020-03-30
kind: circular
status: in_force
level: city
region: bontang
number: 188.65/527/ORG/2020
title: First extension
issued_on: 2020-03-30
issuer: {office: wali_kota, signed_by: null}
in_force: {from: 2020-03-30, until: null}
relations: [{type: extends, target: bontang-2020-03, until: 2020-04-21}]
basis: []
sources: [{id: e1, type: news, publisher: Pranala}]
groups: {}
clauses: []
open_questions: []
`

test('a proposal is simulated, and says so', async () => {
  const { exit, out } = await piket(['simulate', kukar, '--data', data, '--from', '2021-01-27', '--format', 'json'])
  const { piket: table, simulated, rows } = JSON.parse(out)
  expect({ exit, table, simulated }).toEqual({ exit: 0, table: 'decisions/1', simulated: true })
  expect(rows[0]).toMatchObject({ employee: 'E-0001', place: 'rotate', circular: 'kukar-2021-01' })
})

test('a draft keeps its own period and is known before it is signed', async () => {
  const folder = await folderOf({
    'd.yaml': text.replace('status: in_force', 'status: draft').replaceAll('2020-', '2022-'),
  })
  const file = join(folder, 'd.yaml')
  const placeOn = async (day: string) =>
    JSON.parse((await piket(['simulate', file, '--data', data, '--from', day, '--format', 'json'])).out).rows[0].force
  expect([await placeOn('2022-03-22'), await placeOn('2022-03-23'), await placeOn('2022-04-05')]).toEqual([
    'default',
    'must',
    'default',
  ])
  expect((await piket(['decide', '--circulars', file, '--data', data, '--from', '2022-03-23'])).exit).toBe(4)
})

test('every other answer is counted in people and person-days', async () => {
  const { out } = await piket([
    'simulate',
    bontang,
    '--data',
    data,
    '--from',
    '2020-04-02',
    '--to',
    '2020-04-04',
    '--readings',
    'all',
    '--format',
    'csv',
  ])
  const [header, ...rows] = out.trimEnd().split('\n')
  expect(header).toBe('question,reading,people,person_days')
  expect(rows).toContain('bontang-2020-03/q7,asn_only,10,20')
  expect(rows).toContain('bontang-2020-03/q6,pns_and_tkd,1,2')
  expect(rows.some((row) => row.includes('march_4'))).toBe(false)
})

test('with the register both speak', async () => {
  const typed = [
    'simulate',
    kukar,
    '--with-register',
    '--circulars',
    bontang,
    '--data',
    data,
    '--from',
    '2021-01-27',
    '--format',
    'json',
  ]
  expect(JSON.parse((await piket(typed)).out).circulars.map(({ id }: { id: string }) => id)).toEqual([
    'bontang-2020-03',
    'kukar-2021-01',
  ])
})

test('two versions of one document: who changes, and in which fields', async () => {
  const folder = await folderOf({
    'a.yaml': text,
    'b.yaml': text
      .replace('place: home\n    force: must', 'place: home\n    force: should')
      .replace('do: keep_phone_on', 'do: answer_calls'),
  })
  const typed = [
    'diff',
    join(folder, 'a.yaml'),
    join(folder, 'b.yaml'),
    '--circulars',
    bontang,
    '--data',
    data,
    '--from',
    '2020-03-24',
    '--known',
    '2020-03-24',
  ]
  const said = await piket([...typed, '--employee', 'E-0001', 'E-0002', '--format', 'json'])
  expect(said.exit).toBe(0)
  expect(JSON.parse(said.out).rows).toEqual([
    {
      employee: 'E-0001',
      date: '2020-03-24',
      span: '00:00-24:00',
      before_place: 'home',
      before_force: 'must',
      before_clause: ['c1'],
      after_place: 'home',
      after_force: 'should',
      after_clause: ['c1'],
      changed: ['force', 'duties'],
    },
    expect.objectContaining({ employee: 'E-0002', changed: ['duties'] }),
  ])
  const csv = await piket([...typed, '--employee', 'E-0001', '--format', 'csv', '--exit-code'])
  expect(csv.exit).toBe(1)
  expect(csv.out).toBe(
    'employee,date,span,before_place,before_force,before_clause,after_place,after_force,after_clause,changed\n' +
      'E-0001,2020-03-24,00:00-24:00,home,must,c1,home,should,c1,force|duties\n',
  )
})

test('a document and itself do not differ', async () => {
  const said = await piket([
    'diff',
    bontang,
    'bontang-2020-03',
    '--circulars',
    bontang,
    '--data',
    data,
    '--from',
    '2020-03-24',
    '--exit-code',
  ])
  expect(said).toMatchObject({ exit: 0, out: '' })
})

test('two knowledge times of a document that was extended', async () => {
  const folder = await folderOf({ 'a.yaml': text, 'b.yaml': extension })
  const typed = [
    'diff',
    'bontang-2020-03@2020-03-29',
    'bontang-2020-03@2020-03-30',
    '--circulars',
    folder,
    '--data',
    data,
    '--from',
    '2020-04-03',
    '--to',
    '2020-04-06',
    '--summary',
  ]
  const { out } = await piket([...typed, '--format', 'json'])
  const { summary, rows } = JSON.parse(out)
  expect(summary).toEqual({ people: 10, person_days: 10 })
  expect(rows).toEqual([
    expect.objectContaining({ before_place: 'office', before_force: 'default', after_place: 'home', people: 7 }),
    expect.objectContaining({
      before_place: 'office',
      before_force: 'default',
      after_place: 'office',
      after_force: 'must',
      people: 3,
    }),
  ])
  expect((await piket(typed)).out).toContain(
    'kantor (biasa) -> rumah (wajib)  tempat, kekuatan, kewajiban  7 orang, 7 hari-orang',
  )
})

test('a name that is neither a file nor a document is refused', async () => {
  const said = await piket(['diff', 'nobody', bontang, '--circulars', bontang, '--data', data, '--from', '2020-03-24'])
  expect(said).toMatchObject({ exit: 3, err: expect.stringContaining('PKT-002') })
})

test('another reading of a quota counts those who take turns for other seats', async () => {
  const text = sampleText(`
clauses:
  - {id: t, kind: placement, who: {unit: [bappeda]}, place: rotate, cite: "u:1"}
  - {id: h, kind: placement, who: {position: [kepala_dinas]}, place: office, over: [t], cite: "u:1"}
  - {id: q, kind: quota, who: {unit: [bappeda]}, per: agency, place: office, amount: {max: 25%}, of: {staff: assigned, heads: in, exempt: in}, cite: "u:2"}
open_questions:
  - id: q1
    about: [clauses.q]
    text: Setengah atau seperempat?
    used: quarter
    blocks: none
    ask: bkpsdm
    readings:
      - {id: quarter}
      - {id: half, set: {clauses.q.amount: {max: 50%}}}
      - {id: same, set: {clauses.q.note: sama}}
      - {id: asked, set: {clauses.q.amount: {max: {ask: opd_head}}}}`)
  const file = join(await folderOf({ 'a.yaml': text }), 'a.yaml')
  const ask = async (...more: string[]) => {
    const typed = ['simulate', file, '--data', data, '--from', '2021-07-21', '--to', '2021-07-22', '--readings', 'all']
    const { rows } = JSON.parse((await piket([...typed, '--format', 'json', ...more])).out)
    return rows.map(({ reading, people, person_days }: Record<string, unknown>) => [reading, people, person_days])
  }
  const turns = 6
  expect(await ask()).toEqual([
    ['half', turns, turns * 2],
    ['same', 0, 0],
    ['asked', turns, turns * 2],
  ])
  expect(await ask('--employee', 'E-0001')).toEqual([
    ['half', 1, 2],
    ['same', 0, 0],
    ['asked', 1, 2],
  ])
})

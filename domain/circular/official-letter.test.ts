import { expect, test } from 'vitest'
import { officialLetter } from './official-letter.ts'
import { parseCircular } from './parse.ts'
import type { Circular } from './schema.ts'

const head = `
piket: circular/1
id: uji
kind: circular
status: in_force
level: city
region: kota-uji
number: 800/1
title: Uji
issued_on: 2021-07-01
in_force: {from: 2021-07-05T10:00, until: {event: flood_over}, review: 2021-08-01}
basis: []
open_questions: []
`
const rest = `
issuer: {office: wali_kota, signed_by: Uji}
relations: []
sources: [{id: s, type: signed_letter, publisher: wali_kota}]
groups: {}
clauses: []
`
function parsed(text: string): Circular {
  const { doc, problems } = parseCircular('uji.yaml', text)
  if (!doc) throw new Error(problems.map(({ finding }) => finding.en).join('\n'))
  return doc
}
const letterOf = (changed: string, others: readonly Circular[] = []) => {
  const given = changed.match(/^\w+(?=:)/gm) ?? []
  const kept = `${head}${rest}`.split('\n').filter((line) => !given.some((key) => line.startsWith(`${key}:`)))
  return officialLetter(parsed(`${kept.join('\n')}\n${changed}`), {
    unitName: (unit) => ({ dinas: 'Dinas Uji', 'dinas/bidang': 'Bidang Uji' })[unit] ?? unit,
    regionName: (slug) => ({ 'kota-uji': 'Kota Uji' })[slug] ?? slug,
    others: new Map(others.map((one) => [one.id, one])),
  })
}

test('what the document does not say is absent', () => {
  expect(letterOf('')).toEqual({
    kind: 'Surat edaran',
    number: '800/1',
    title: 'Uji',
    place: null,
    issued: '1 Juli 2021',
    government: 'Pemerintah Kota Uji',
    office: 'Wali Kota Uji',
    addressees: [],
    reasons: [],
    aims: [],
    basis: [],
    opening: [],
    clauses: [],
    closing: [
      'Surat edaran ini berlaku sejak 5 Juli 2021 pukul 10.00, sampai penetapan banjir berakhir, ditinjau 1 Agustus 2021.',
      'Demikian surat edaran ini disampaikan untuk dilaksanakan.',
    ],
    signature: { onBehalfOf: null, office: 'Wali Kota Uji', name: 'Uji' },
    copies: [],
    mark: null,
  })
})

test('who signs in the name of another office is said to', () => {
  const { office, signature } = letterOf('issuer: {office: wali_kota, signed_by: Uji, signed_as: sekda}')
  expect(office).toBe('Wali Kota Uji')
  expect(signature).toEqual({ onBehalfOf: 'Wali Kota Uji', office: 'Sekretaris Daerah', name: 'Uji' })
  expect(letterOf('issuer: {office: sekda, signed_by: null}')).toMatchObject({
    office: 'Sekretariat Daerah',
    signature: { onBehalfOf: null, office: 'Sekretaris Daerah', name: null },
  })
})

test('clauses are cited by their number, and name the units of their groups once', () => {
  const { opening, clauses } = letterOf(`
scope: {group: [serving]}
groups:
  serving: {label_id: unit pelayanan, complete: false, units: [dinas/bidang], positions: [camat], outside: [police]}
  printed: {label_id: daftar tercetak, items: {1: [dinas], 2: [dinas/bidang, "class:rsud"]}}
clauses:
  - {id: c2, kind: placement, who: {all: true}, place: home, cite: "s:1"}
  - {id: c9, kind: placement, label_id: di kantor, reason: melayani, who: {not: {group: [printed]}}, place: office, over: [c2], cite: "s:2"}
  - {id: c4, kind: duty, who: {under: [c9], group: [printed]}, do: work_report, cite: "s:3"}
`)
  expect(opening).toEqual(['Surat edaran ini ditujukan bagi unit pelayanan.'])
  expect(clauses.map(({ sentence }) => sentence)).toEqual([
    'Seluruh pegawai wajib bekerja di rumah.',
    'Pegawai selain daftar tercetak wajib bekerja di kantor; butir 1 dikesampingkan.',
    'Daftar tercetak yang ditempatkan butir 2 wajib menyampaikan laporan pekerjaan.',
  ])
  expect(clauses[1]).toMatchObject({ label: 'Di kantor', reason: 'melayani' })
  expect(clauses.map(({ lists }) => lists)).toEqual([
    [
      {
        title: 'Unit pelayanan, antara lain:',
        entries: [
          ['–', 'Bidang Uji (Dinas Uji)'],
          ['–', 'Camat'],
          ['–', 'Kepolisian'],
        ],
      },
    ],
    [
      {
        title: 'Daftar tercetak:',
        entries: [
          ['1.', 'Dinas Uji'],
          ['2.', 'Bidang Uji (Dinas Uji), rumah sakit daerah'],
        ],
      },
    ],
    [],
  ])
})

test('a timetable and a table stand beneath the clause that names them', () => {
  const { clauses } = letterOf(`
timetables:
  usual: {rows: [{weekday: [monday, friday], season: [ramadan], from: '08:00', to: '15:00', break_minutes: 30}]}
tables:
  ceiling: {by: [zone], rows: [{zone: red, value: 25%, until: 2021-08-23}, {zone: yellow, value: 75%}]}
clauses:
  - {id: c1, kind: hours, who: {all: true}, timetable: usual, cite: "s:1"}
  - {id: c2, kind: quota, who: {all: true}, per: agency, place: office, amount: {max: {table: ceiling}}, of: {staff: eligible, heads: out, exempt: out}, cite: "s:2"}
`)
  expect(clauses[0]).toMatchObject({
    sentence: 'Seluruh pegawai mengikuti jam kerja sebagaimana tabel di bawah ini.',
    tables: [
      {
        title: null,
        header: ['Hari', 'Masa', 'Jam kerja', 'Istirahat'],
        rows: [['Senin, Jumat', 'Ramadan', '08.00–15.00', '30 menit']],
      },
    ],
  })
  expect(clauses[1]?.sentence).toMatch(/paling banyak menurut tabel ceiling dari seluruh pegawai/)
  expect(clauses[1]?.tables).toEqual([
    {
      title: 'Tabel ceiling',
      header: ['Zone', 'Nilai', 'Sampai'],
      rows: [
        ['red', '25%', '23 Agustus 2021'],
        ['yellow', '75%', ''],
      ],
    },
  ])
})

test('what it rests on, and what it does to other documents, with each change', () => {
  const other = parsed(
    `${head.replace('id: uji', 'id: lama').replace('800/1', '800/0')}${rest}`.replace(
      'clauses: []',
      'clauses: [{id: h1, kind: placement, who: {echelon: [IV]}, place: home, cite: "s:1"}]',
    ),
  )
  const { basis, opening } = letterOf(
    `
basis: [{type: instruction, of: gubernur, region: kalimantan, number: 1/I, date: 2021-06-30}, {type: meeting, of: satgas}]
relations:
  - {type: amends, target: lama, from: 2021-07-10, set: {clauses.h1.who: {echelon: [III, IV]}}}
  - {type: replaces, target: null}
`,
    [other],
  )
  expect(basis).toEqual(['Instruksi Gubernur kalimantan Nomor 1/I tanggal 30 Juni 2021;', 'Rapat satgas.'])
  expect(opening).toEqual([
    'Surat edaran ini mengubah Surat edaran 800/0 sejak 10 Juli 2021.',
    'Butir h1 (penempatan): Pejabat eselon III atau IV wajib bekerja di rumah.',
    'Surat edaran ini mengganti surat yang belum dikenali.',
  ])
})

test.each([
  ['a draft', 'status: draft', 'Konsep'],
  ['a proposal', 'kind: proposal\nstatus: proposed', 'Usulan'],
  ['one that the press told', 'sources: [{id: s, type: news, publisher: Koran Uji}]', 'Bukan surat asli'],
])('%s is marked as no letter', (_, changed, word) => {
  expect(letterOf(changed).mark?.word).toBe(word)
})

test('of what only stands on paper as much as is said', () => {
  expect(letterOf('paper: {place: Uji Kota, addressees: [Para Camat], copies: [Gubernur]}')).toMatchObject({
    place: 'Uji Kota',
    addressees: ['Para Camat'],
    copies: ['Gubernur'],
  })
})

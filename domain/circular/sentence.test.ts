import { expect, test } from 'vitest'
import { sampleCircular } from './sample-circular.ts'
import { clauseSentence } from './sentence.ts'

const surroundings = `
tables:
  ceiling:
    by: [zone, sector]
    rows:
      - {zone: red, sector: ordinary, value: 25%, until: 2021-08-23}
      - {zone: red, sector: ordinary, value: 50%, from: 2021-08-24}
timetables:
  flexible: {rows: [{weekday: [friday], from: '07:30', to: '16:30', break_minutes: 90, start_from: '07:00', start_until: '09:00'}]}
`
const of = 'of: {staff: assigned, heads: in, exempt: in}'

/** What a clause says in English, and in Indonesian. */
function said(rest: string) {
  const { doc, problems } = sampleCircular(`${surroundings}clauses: [{id: c1, who: {all: true}, cite: "u:1", ${rest}}]`)
  const [clause] = doc?.clauses ?? []
  if (!doc || !clause) throw new Error(problems.map(({ finding }) => finding.en).join('\n'))
  return clauseSentence(clause, doc, (unit) => unit)
}

test.each([
  [
    'the rows of a table',
    `kind: quota, per: agency, place: office, amount: {max: {table: ceiling}}, ${of}`,
    'paling banyak menurut tabel ceiling (zona merah, sektor biasa: 25% sampai 23 Agustus 2021; zona merah, sektor biasa: 50% sejak 24 Agustus 2021)',
    'at most by table ceiling (zone red, sector ordinary: 25% until 23 August 2021; zone red, sector ordinary: 50% from 24 August 2021)',
  ],
  [
    'who sits first',
    `kind: quota, per: agency, place: office, amount: {max: 25%}, ${of}, first: [{has: [vaccinated]}, {position: [lurah]}]`,
    'kursi lebih dahulu untuk pegawai yang sudah divaksin, lalu lurah',
    'seats go first to staff who are vaccinated, then ward heads (lurah)',
  ],
  [
    'what an unanswered call leads to',
    'kind: duty, do: answer_calls, limit: {unanswered: 3, within_minutes: 15}, then: case_for_superior',
    '3 panggilan tidak dijawab dalam 15 menit menjadi kasus bagi atasan langsung',
    '3 unanswered calls within 15 minutes become a case for the direct superior',
  ],
  [
    'what is only recalled to mind',
    'kind: duty, do: answer_calls, limit: {unanswered: 1, within_minutes: 10}, then: remind',
    '1 panggilan tidak dijawab dalam 10 menit diingatkan',
    '1 unanswered call within 10 minutes brings a reminder',
  ],
  [
    'across which documents days are counted',
    'kind: pattern, limit: {place: home, max: 2, per: week, across: all}',
    'paling banyak 2 hari rumah sepekan, menurut semua surat bersama-sama',
    'at most 2 home days a week, by all documents together',
  ],
  [
    'that days of this document alone are counted',
    'kind: pattern, limit: {place: home, max: 2, per: week, across: this}',
    'menurut surat ini saja',
    'by this document alone',
  ],
  [
    'a place left to somebody',
    'kind: placement, place: {ask: opd_head, until_then: office}',
    'bekerja di tempat ditetapkan kepala perangkat daerah, sebelum itu kantor',
    'work at the place decided by heads of agencies, until then office',
  ],
  [
    'that a clause binds',
    'kind: placement, place: home, binding: true',
    '; mengikat semua surat lain.',
    '; binds every other document.',
  ],
  [
    'breaks and flexible starts',
    'kind: hours, timetable: flexible',
    '07.30–16.30, istirahat 90 menit, mulai antara 07.00 dan 09.00',
    '07:30–16:30, break of 90 minutes, starting between 07:00 and 09:00',
  ],
  [
    'a timetable left to the head',
    'kind: hours, timetable: {ask: opd_head, until_then: flexible}',
    'ditetapkan kepala perangkat daerah, sebelum itu',
    'decided by',
  ],
  [
    'how presence is taken',
    "kind: hours, presence: [{name: pagi, from: '07:00', to: '08:00', how: photo}]",
    'mencatat presensi pagi 07.00–08.00 (foto)',
    'check in at pagi 07:00–08:00 (photo)',
  ],
  [
    'who signs a letter, and to whom it is reported',
    'kind: placement, place: home, needs: [{letter: surat_tugas, by: opd_head, signer_at_least: II, report_to: bkpsdm, within_workdays: 1}]',
    'dengan surat tugas, dari kepala perangkat daerah, ditandatangani paling rendah eselon II, dilaporkan kepada BKPSDM dalam 1 hari kerja',
    'signed by echelon II or above, reported to the personnel agency (BKPSDM) within 1 working day',
  ],
  [
    'who signs what releases from a ban',
    'kind: ban, act: [leave], unless: [{letter: surat_tugas, signer_at_least: II}, {reason: [sick]}]',
    'kecuali dengan surat tugas, ditandatangani paling rendah eselon II atau cuti sakit',
    'signed by echelon II or above or sick leave',
  ],
  [
    'where an event is declared, and how long it counts',
    'kind: placement, place: home, when: {event: {type: cluster_found, at: unit, for: 5, count: workdays}}',
    'Selama 5 hari kerja sejak klaster ditemukan dinyatakan di unitnya, ',
    'For 5 working days from when a cluster found is declared in their unit, ',
  ],
  [
    'where an event is declared that lasts',
    'kind: placement, place: home, when: {event: {type: ppkm, at: region}}',
    'Bila PPKM dinyatakan di daerah, ',
    'While PPKM is declared in the region, ',
  ],
])('says %s', (_what, rest, id, en) => {
  const words = said(rest)
  expect(words.id).toContain(id)
  expect(words.en).toContain(en)
})

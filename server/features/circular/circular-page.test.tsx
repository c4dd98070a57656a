/** The facts of the circulars can be read on their pages, in words, in both languages. */
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Day } from '@piket/domain/calendar/day.ts'
import { check } from '@piket/domain/circular/check.ts'
import { parseCircular } from '@piket/domain/circular/parse.ts'
import { recordedFromText } from '@piket/domain/circular/recorded.ts'
import { renderToString } from 'preact-render-to-string'
import { expect, test } from 'vitest'
import { installation } from '#platform/installation.ts'
import type { Language } from '#platform/language.ts'
import { documentOf, wordsOf } from '../../testing/page.ts'
import { CircularPage } from './circular-page.tsx'
import { text } from './text.ts'

const folder = join(installation(), 'circulars')
const filed = readdirSync(folder)
  .filter((name) => /(?<!cases)\.yaml$/.test(name) && name !== 'equivalent-mutants.yaml')
  .map((name) => {
    const source = readFileSync(join(folder, name), 'utf8')
    const { doc } = parseCircular(name, source)
    if (!doc) throw new Error(`${name} does not parse`)
    const { recorded, by } = recordedFromText(doc)
    return { id: doc.id, doc, version: 1, source, sha256: 'f'.repeat(64), recorded, recordedBy: by }
  })

const units: Readonly<Record<string, string>> = { disdukcapil: 'Dinas Kependudukan', dlh: 'Dinas Lingkungan Hidup' }

function pageOf(id: string, language: Language) {
  const own = filed.find((one) => one.id === id)
  if (!own) throw new Error(`There is no ${id}`)
  return documentOf(
    renderToString(
      <CircularPage
        view={{
          language,
          address: '/x',
          isAnswer: false,
          assets: { theme: '/t.css', enhance: undefined },
          demonstration: false,
        }}
        slug="x"
        asked={'2021-07-12' as Day}
        standing={own.doc.status}
        day={'2021-07-12' as Day}
        letter={undefined}
        attentions={[]}
        end={undefined}
        filed={own}
        others={filed.filter((one) => one !== own)}
        wordings={[{ doc: own.doc, from: null, by: null }]}
        before={() => undefined}
        problems={check(own.doc)}
        questions={own.doc.open_questions.map((question) => ({
          doc: own.doc,
          question,
          answer: undefined,
          moved: new Map(),
        }))}
        names={{
          unit: (unit) => units[unit] ?? unit.replaceAll(/[-/]/g, ' '),
          region: (slug) => slug.replaceAll('-', ' '),
        }}
        t={text[language]}
      />,
    ),
  )
}

test.each([
  ['paser-2021-01', 'memperpanjang surat belum dikenali', 'extends document not identified'],
  ['paser-2021-01', '11 disebut, 12 tertulis', '11 stated, 12 listed'],
  ['paser-2021-01', '1.219=1.136sembuh+31meninggal+52dirawat', '1,219=1,136recovered+31died+52in care'],
  ['paser-2021-01', 'sejak: April 2020', 'from: April 2020'],
  ['paser-2021-07', 'sudah terjadwal dikoordinasikan lagi', 'already scheduled are coordinated again'],
  ['paser-2021-07', 'unit layanan juga', 'unit layanan juga'],
  [
    'paser-2021-07',
    'mengutus tim pendamping di kecamatan atau desa',
    'send a team to accompany at kecamatan atau desa',
  ],
  ['paser-2021-07', 'kepolisian (bukan pegawai daerah)', 'police (outside the regional staff)'],
  ['paser-2021-07', 'perangkat daerah: Dinas Kependudukan', 'agency: Dinas Kependudukan'],
  [
    'paser-2021-07',
    '8 Juli 2021 itu Kamis; sumbernya menulis Rabu',
    '8 July 2021 is a Thursday; the source says Wednesday',
  ],
  ['paser-2021-07', 'rapat · satgas', 'meeting · the task force'],
  [
    'kotim-2021-07',
    '25% dari seluruh pegawai berada di kantor (naskah juga menyebut 75% di rumah)',
    '25% of all staff are at the office (the text also says 75% at home)',
  ],
  ['kotim-2021-07', 'butir c1 (kuota): dibulatkan ke yang terdekat', 'clause c1 (quota): rounded to the nearest'],
  ['kotim-2021-07', 'melaksanakan Instruksi 180.17/109/2021', 'implements Instruction 180.17/109/2021'],
  ['kotim-2021-07', 'virus sudah masuk klaster pegawai', 'virus sudah masuk klaster pegawai'],
  [
    'kukar-2021-01',
    'pelanggaran ditertibkan, sanksinya tidak disebut',
    'breaches are dealt with, no sanction is named',
  ],
  ['kukar-2021-01', 'dihapus: eselon II sampai IV selalu di kantor', 'drops: echelons II to IV always at the office'],
  ['kukar-2021-01', 'rapat · koordinasi dan evaluasi', 'meeting · coordination and evaluation'],
  [
    'kukar-2021-01',
    'evaluasi · data dan masukan beberapa kepala perangkat daerah',
    'evaluation · data and consultation with some',
  ],
  ['kukar-2021-01', 'rapat dipimpin H Chairil Anwar', 'rapat dipimpin H Chairil Anwar'],
  ['kukar-2021-01', 'dipaparkan 25 Januari 2021', 'presented on 25 January 2021'],
  [
    'kukar-2021-01',
    'perwakilan, Polres Kukar, kepolisian, bukan pegawai daerah',
    'representative, Polres Kukar, police, outside',
  ],
  ['kukar-2021-01', 'Martina Yulianti, kepala dinas, Dinas Kesehatan', 'Martina Yulianti, head of a dinas, health'],
  ['kukar-2021-01', 'Pegawai yang kurang sehat', 'Staff who are unwell'],
  ['kukar-2021-01', 'mengurangi kepadatan dalam satu ruangan', 'mengurangi kepadatan dalam satu ruangan'],
  ['bontang-2020-03', 'melalui telepon', 'by phone'],
  [
    'bontang-2020-03',
    'dlh bidang kebersihan (Dinas Lingkungan Hidup)',
    'dlh bidang kebersihan (Dinas Lingkungan Hidup)',
  ],
  ['bontang-2020-03', 'berita Tribun Kaltim, baris 12', 'news report of Tribun Kaltim, line 12'],
  ['bontang-2020-03', 'tambahan dari berita, bukan isi surat', 'added by the news report, not said by the document'],
  ['paser-2021-07', 'berita Nmcborneo · 8 Juli 2021', 'news report of Nmcborneo · 8 July 2021'],
  ['kotim-2021-07', 'dibulatkan ke bawah, tanpa "sedikitnya 1 orang"', 'rounded down, without "never fewer than 1"'],
  [
    'muara-selasih-2026',
    'mengikuti jam kerja Senin, Selasa, Rabu dan Kamis 07.30–16.00',
    'keep to Monday, Tuesday, Wednesday and Thursday 07:30–16:00',
  ],
] as const)('%s says: %s', (id, indonesian, english) => {
  expect(wordsOf(pageOf(id, 'id').querySelector('main'))).toContain(indonesian)
  expect(wordsOf(pageOf(id, 'en').querySelector('main'))).toContain(english)
})

test.each(filed.map(({ id }) => id))(
  '%s says what is unclear as a fact, without codes and advice for editors',
  (id) => {
    for (const language of ['id', 'en'] as const) {
      const main = wordsOf(pageOf(id, language).querySelector('main'))
      expect(main).not.toMatch(/PKT-|pada review|\bnull\b|isi target|in target|sampai dijawab|rancangan/)
    }
  },
)

test('a number that is not known and a duty without a time are told, a review that is set and open questions are not', () => {
  const notes = pageOf('kotim-2021-07', 'id').querySelector('details.card')
  expect([...(notes?.querySelectorAll('li') ?? [])].map(wordsOf)).toEqual([
    'Kewajiban pada butir c8 tidak menyebut waktu.',
    'Nomor surat belum diketahui.',
    'Tanggal surat belum diketahui.',
  ])
})

test.each(filed.map(({ id }) => id))('%s shows no key of the file and no word of the other language', (id) => {
  for (const language of ['id', 'en'] as const) {
    const main = wordsOf(pageOf(id, language).querySelector('main'))
    expect(main.match(/[a-z]+_[a-z_]+|undefined|\[object/g) ?? []).toEqual([])
  }
  const indonesian = wordsOf(pageOf(id, 'id').querySelector('main'))
  const english =
    /\b(the|of|is|and|by|with|meeting|evaluation|letter|office|home|publication|roster|\w+day|ordinary|sources?)\b/g
  expect(indonesian.match(english) ?? []).toEqual([])
})

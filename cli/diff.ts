import { daysOf } from '@piket/domain/calendar/day.ts'
import { type Change, type Changed, type ChangeSum, changesOf, summed } from '@piket/domain/decision/changes.ts'
import { fieldsText } from '@piket/domain/messages/finding-words.ts'
import { forceWords, placeWords, wordFor } from '@piket/domain/messages/words.ts'
import { envelope } from '@piket/server/features/ground/service.ts'
import { bookOf, peopleGiven } from './book.ts'
import type { Command } from './command.ts'
import { type Side, sideOf } from './diff-sides.ts'
import { stretchGiven } from './given.ts'
import { groundOptions } from './ground.ts'
import { emit, outputOptions, peopleText, plainForm, type Style } from './output.ts'
import { peopleOptions, stretchOptions, strictOption } from './people-options.ts'
import { exits } from './refused.ts'

export const diff: Command = {
  usage: 'diff A B --from DATE [--to DATE] [--summary] [--exit-code]',
  summary: {
    id: 'Siapa yang berubah di antara dua surat, atau di antara dua saat pengetahuan.',
    en: 'Who changes between two documents, or between two knowledge times.',
  },
  notes: [
    {
      id: 'A dan B: berkas, pengenal surat pada --circulars, atau PENGENAL@SAAT (surat itu dan yang mengubahnya, seperti diketahui pada saat itu). Sebuah surat dinilai bersama surat yang diubah atau diambilnya, tanpa yang lain; usulan disimulasikan sejak --from. Keluaran diff/1.',
      en: 'A and B: a file, the id of a document of --circulars, or ID@INSTANT (that document and what changes it, as known then). A document is read with the ones it changes or adopts, and no other; a proposal is simulated from --from. Output diff/1.',
    },
    {
      id: 'Dua surat yang berlainan: satu baris bila tempat, kekuatan, jam, kewajiban, larangan atau layanan berubah. Satu surat: bila kolom mana pun berubah. Kolom changed menyebut semuanya.',
      en: 'Two different documents: a row where place, strength, hours, duties, bans or services change. One document: where any field changes. The column changed names them all.',
    },
  ],
  options: {
    ...stretchOptions,
    ...peopleOptions,
    summary: {
      takes: 'flag',
      help: { id: 'hanya jumlah orang dan hari-orang menurut perubahan', en: 'only people and person-days by change' },
    },
    'exit-code': {
      takes: 'flag',
      help: { id: 'kode keluar 1 bila ada perbedaan', en: 'exit 1 where something differs' },
    },
    ...strictOption,
    ...groundOptions,
    ...outputOptions,
  },
  required: ['from'],
  words: { name: 'A B', least: 2, most: 2 },
  async run(given, terminal) {
    const stretch = stretchGiven(given)
    const [a, b] = given.words as [string, string]
    const [before, after] = [await sideOf(a, given, terminal, stretch), await sideOf(b, given, terminal, stretch)]
    const days = daysOf(stretch.from, stretch.until)
    const bookFor = ({ ground, simulate }: Side) => bookOf(ground, { simulate, withoutOtherReadings: true })
    const books = { before: bookFor(before), after: bookFor(after) }
    const asked = peopleGiven(given, books.after, days)
    const same = before.document === after.document
    let count = 0
    let open = 0
    const changes = function* () {
      for (const change of changesOf(books, { ...asked, days, same })) {
        count++
        if (change.row.after_place === 'conflict' || change.row.after_place === 'undetermined') open++
        yield change
      }
    }
    const head = {
      ...envelope({ ...after.ground, documents: bothDocuments(before, after) }),
      before: { document: before.document, known: before.ground.known },
      after: { document: after.document, known: after.ground.known },
      ...((before.simulate ?? after.simulate) && { simulated: true }),
    }
    if (given.has('summary')) {
      const { sums, people, personDays } = summed(changes())
      await emit(given, terminal, {
        piket: 'diff/1',
        head: { ...head, summary: { people, person_days: personDays } },
        rows: sums,
        form: sumForm,
        summary: ({ language }) => [peopleText(people, personDays, language)],
      })
    } else await emit(given, terminal, { piket: 'diff/1', head, rows: rowsOf(changes()), form: changeForm })
    const negative = (given.has('exit-code') && count > 0) || (given.has('strict') && open > 0)
    return negative ? exits.negative : exits.done
  },
}

function* rowsOf(changes: Iterable<Changed>) {
  for (const { row } of changes) yield row
}

function bothDocuments({ ground: { documents: before } }: Side, { ground: { documents: after } }: Side) {
  const hashes = new Set(before.map(({ id, sha256 }) => `${id} ${sha256}`))
  return [...before, ...after.filter(({ id, sha256 }) => !hashes.has(`${id} ${sha256}`))]
}

const inWords = (place: string | null, force: string | null, { language }: Style) =>
  place === null
    ? '-'
    : `${wordFor(placeWords, place)[language]} (${wordFor(forceWords, force ?? 'default')[language]})`

const changeForm = plainForm<Change>(
  [
    'employee',
    'date',
    'span',
    'before_place',
    'before_force',
    'before_clause',
    'after_place',
    'after_force',
    'after_clause',
    'changed',
  ],
  (one, style) =>
    `${one.employee}  ${one.date}  ${one.span}  ${inWords(one.before_place, one.before_force, style)} -> ` +
    `${style.bold(inWords(one.after_place, one.after_force, style))}  ${fieldsText(one.changed, style.language)}`,
)

const sumForm = plainForm<ChangeSum>(
  ['before_place', 'before_force', 'after_place', 'after_force', 'changed', 'people', 'person_days'],
  (one, style) =>
    `${inWords(one.before_place, one.before_force, style)} -> ${inWords(one.after_place, one.after_force, style)}  ` +
    `${fieldsText(one.changed, style.language)}  ${peopleText(one.people, one.person_days, style.language)}`,
)

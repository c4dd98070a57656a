import type { Bilingual } from './problem.ts'
import { statusWords } from './status-words.ts'
import { placeWords, positionWords, type Vocabulary, wordFor } from './words.ts'

/** Why a place cannot be given, in words. The reason in a row is part of the contract and stays as it is. */
export function undeterminedWords(reason: string): Bilingual {
  if (reason === individualReason) return individual
  const open = /^(.+) not known; possible: (.+)$/.exec(reason)
  if (open) {
    const [facts, places] = [(open[1] ?? '').split(', '), (open[2] ?? '').split(' or ')]
    const said = (language: keyof Bilingual, possibly: string, or: string) => {
      const unknown = [...new Set(facts.map((fact) => factWords(fact)[language]))].join(', ')
      return `${unknown}; ${possibly} ${places.map((place) => wordFor(placeWords, place)[language]).join(or)}`
    }
    return { id: said('id', 'mungkin', ' atau '), en: said('en', 'possibly', ' or ') }
  }
  const [, status] = /^no (\S+) is recorded$/.exec(reason) ?? []
  if (status !== undefined) return recorded[status] ?? factWords(`status ${status}`)
  const [, count, table, values] = /^(\d+) rows of table (\S+) fit (.+)$/.exec(reason) ?? []
  if (table !== undefined)
    return {
      id: `${count} baris tabel ${table} cocok dengan ${values}`,
      en: `${count} rows of table ${table} fit ${values}`,
    }
  const [, several, within] = /^(.+) hold within (.+)$/.exec(reason) ?? []
  if (several !== undefined)
    return { id: `dalam ${within} berlaku ${several.replaceAll(' and ', ' dan ')}`, en: reason }
  const [, source, value, kind] =
    /^(?:table|the answer to clause) (\S+) says (.+), which is no (.+)$/.exec(reason) ?? []
  if (source !== undefined)
    return {
      id: `${reason.startsWith('table') ? 'tabel' : 'jawaban atas butir'} ${source} menyebut ${value}, yang bukan ${wordFor(kindWords, kind ?? '').id}`,
      en: reason,
    }
  const [, clause, post] = /^clause (\S+) leaves it to (\S+)$/.exec(reason) ?? []
  if (post !== undefined) {
    const who = wordFor(positionWords, post)
    return { id: `butir ${clause} menyerahkannya kepada ${who.id}`, en: `clause ${clause} leaves it to ${who.en}` }
  }
  return { id: reason, en: reason }
}

const kindWords: Vocabulary = {
  place: { id: 'tempat kerja', en: 'place' },
  'share or number of people': { id: 'bagian atau jumlah orang', en: 'share or number of people' },
  'state of a service': { id: 'keadaan layanan', en: 'state of a service' },
  'timetable of the document': { id: 'jam kerja dalam surat itu', en: 'timetable of the document' },
}

/** The reason that stands in the public view of a row in place of the attribute. */
export const individualReason = 'an individual reason is not known'

const individual: Bilingual = {
  id: 'ada keterangan pribadi yang belum tercatat',
  en: 'personal particulars are not on record yet',
}

const recorded: Readonly<Record<string, Bilingual>> = {
  birth_date: { id: 'tanggal lahir belum dicatat', en: 'the date of birth is not recorded' },
  sector: { id: 'sektor unit belum dicatat', en: 'the sector of the unit is not recorded' },
  room: { id: 'ruang unit belum dicatat', en: 'the room of the unit is not recorded' },
  top_echelons: { id: 'jenjang unit belum dicatat', en: 'the levels of the unit are not recorded' },
}

function factWords(fact: string): Bilingual {
  const [kind, name = ''] = fact.split(' ')
  // Health stays private: the kind of attribute is not named to anybody who reads along.
  if (kind === 'attribute') return individual
  if (kind === 'status') {
    const status = wordFor(statusWords, name)
    return { id: `${status.id} belum dicatat`, en: `the ${status.en} is not recorded` }
  }
  return recorded[fact] ?? wordFor({}, fact)
}

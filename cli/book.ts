/** The rules made ready for a command, the people it asks about, and what it refuses. */
import type { Day } from '@piket/domain/calendar/day.ts'
import type { Readings } from '@piket/domain/circular/patch.ts'
import { lawOf } from '@piket/domain/circular/register.ts'
import { isRuleRefusal, type Rulebook, type RuleRefusal, rulebook } from '@piket/domain/decision/rulebook.ts'
import { employeeOn } from '@piket/domain/decision/world.ts'
import { codes } from '@piket/domain/messages/codes.ts'
import { unitCovers } from '@piket/domain/staff/facts.ts'
import { type Document, placed } from './circular-files.ts'
import type { Given } from './given.ts'
import type { Ground } from './ground.ts'
import { exits, type Reason, Refused } from './refused.ts'

export interface BookOptions {
  readonly simulate?: Day | undefined
  /** Leave drawn places out: turns are still open. */
  readonly withoutRoster?: boolean
  readonly withoutOtherReadings?: boolean
  readonly readings?: Readings
}

/**
 * The rulebook of a ground.
 * @throws Refused: files that hold nothing but proposals, as law (exit 4); readings that are unknown or impossible (exit 3)
 */
export function bookOf(ground: Ground, options: BookOptions = {}): Rulebook {
  const { documents, known, personal } = ground
  const readings = { ...ground.readings, ...options.readings }
  checkReadings(documents, readings)
  const facts = options.withoutRoster ? { ...ground.facts, drawn: [] } : ground.facts
  const { simulate, withoutOtherReadings } = options
  // Files are named to be asked about; a region asks what holds, and where nothing is law, ordinary office work does.
  const asked = simulate === undefined && ground.region !== null ? lawOf(documents) : documents
  const book = rulebook(asked, facts, { known, personal, readings, simulate, withoutOtherReadings })
  if (isRuleRefusal(book)) throw refusalOf(book, documents)
  return book
}

/** A reading of a question that no document asks would fall silent. */
function checkReadings(documents: readonly Document[], readings: Readings) {
  const asked = new Set(
    documents.flatMap(({ id, doc }) => doc.open_questions.map((question) => `${id}/${question.id}`)),
  )
  const unknown = Object.keys(readings).filter((key) => !asked.has(key))
  if (unknown.length === 0) return
  throw new Refused(
    exits.input,
    ...unknown.map((key) => ({
      code: 'PKT-304',
      finding: { id: `Pertanyaan ${key} tidak ada.`, en: `There is no question ${key}.` },
      fix: {
        id: 'Tulis SURAT/PERTANYAAN seperti pada open_questions surat itu.',
        en: 'Write DOC/QUESTION as in the open_questions of that document.',
      },
    })),
  )
}

function refusalOf(refusal: RuleRefusal, documents: readonly Document[]): Refused {
  const files = (ids: readonly string[]) => documents.flatMap(({ id, file }) => (ids.includes(id) && file ? file : []))
  if (refusal.refused === 'PKT-701') {
    const [file] = files(refusal.circular.split(', '))
    return new Refused(exits.refused, {
      code: 'PKT-701',
      ...(file !== undefined && { file }),
      finding: {
        id: `${refusal.circular} hanya usulan atau konsep, bukan aturan yang berlaku.`,
        en: `${refusal.circular} is only a proposal or a draft, not a rule in force.`,
      },
      fix: codes['PKT-701'].fix,
    })
  }
  const { refused: code, circular, asked, reason, by } = refusal
  const [file] = files([by?.circular ?? circular])
  const why = reason ? ` (${reason})` : ''
  const finding = {
    'PKT-303': {
      id: `${circular} menyebut ${asked}, yang tidak ada di dalamnya.`,
      en: `${circular} names ${asked}, which it does not hold.`,
    },
    'PKT-304': { id: `Bacaan ${circular}/${asked} tidak ada.`, en: `There is no reading ${circular}/${asked}.` },
    'PKT-305': {
      id: `Perubahan ${asked} tidak cocok dengan ${circular}${why}.`,
      en: `The change ${asked} does not fit ${circular}${why}.`,
    },
    'PKT-306': {
      id: `Bacaan ${circular}/${asked} mustahil${why}.`,
      en: `The reading ${circular}/${asked} is impossible${why}.`,
    },
  }[code]
  const problem = { code, level: 'error', path: by?.path ?? '', finding, fix: codes[code].fix } as const
  const changing = by && documents.find(({ id }) => id === by.circular)
  return new Refused(
    exits.input,
    changing ? placed(changing, problem) : { ...problem, ...(file !== undefined && { file }) },
  )
}

/** People asked about, in the order of their ids, and on which of their days. */
export interface Asked {
  readonly employees: readonly string[]
  readonly wanted: (employee: string, day: Day) => boolean
}

/**
 * Everybody, or those of `--employee` and `--unit`; a unit covers what lies below it, on the days on which people belong.
 * @throws Refused (exit 3) for a person (PKT-811) or a unit (PKT-805) that the data do not hold
 */
export function peopleGiven(given: Given, { world }: Rulebook, days: readonly Day[]): Asked {
  const people = given.all('employee')
  const units = given.all('unit')
  const missing: Reason[] = [
    ...people.filter((id) => world.staff.positionOf(id) === undefined).map(unknownEmployee),
    ...units.filter((id) => !world.units.has(id) && !anybodyIn(world.facts.employees, id)).map(unknownUnit),
  ]
  if (missing.length > 0) throw new Refused(exits.input, ...missing)
  const everybody = world.staff.ids.toSorted()
  const byName = new Set(people)
  const belongs = (employee: string, day: Day) => {
    const unit = employeeOn(world, employee, day)?.unit
    return unit !== undefined && units.some((one) => unitCovers(one, unit))
  }
  if (people.length === 0 && units.length === 0) return { employees: everybody, wanted: () => true }
  return {
    employees: everybody.filter((id) => byName.has(id) || (units.length > 0 && days.some((day) => belongs(id, day)))),
    wanted: (employee, day) => byName.has(employee) || belongs(employee, day),
  }
}

const anybodyIn = (employees: readonly { unit: string }[], unit: string) =>
  employees.some((person) => unitCovers(unit, person.unit))

export const unknownEmployee = (id: string): Reason => ({
  code: 'PKT-811',
  finding: { id: `Pegawai ${id} tidak ada dalam data.`, en: `The employee ${id} is not in the data.` },
  fix: { id: 'Betulkan kode pegawainya.', en: 'Correct the id of the employee.' },
})
const unknownUnit = (id: string): Reason => ({
  code: 'PKT-805',
  finding: { id: `Unit ${id} tidak dikenal.`, en: `The unit ${id} is not known.` },
  fix: { id: 'Tulis kode unit dari tabel unit.', en: 'Write an id of the table of units.' },
})

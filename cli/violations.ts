/** What is wrong with a roster, held against lineups that were derived anew. */

import { type Day, weekOf } from '@piket/domain/calendar/day.ts'
import { middayOf } from '@piket/domain/decision/decide.ts'
import { spansAt } from '@piket/domain/decision/decide-list.ts'
import { employeeOn } from '@piket/domain/decision/world.ts'
import { plural } from '@piket/domain/messages/plural.ts'
import type { Bilingual } from '@piket/domain/messages/problem.ts'
import { placeWords, wordFor } from '@piket/domain/messages/words.ts'
import { maskWhere, sizeOf } from '@piket/domain/roster/day-mask.ts'
import type { Lineup } from '@piket/domain/roster/lineup.ts'
import { masksFromPlain } from '@piket/domain/roster/plain.ts'
import type { PersonDuty, RosterResult } from '@piket/domain/roster/roster-result.ts'
import { type Fault, verify } from '@piket/domain/roster-verifier/verify.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { inputHash } from '@piket/server/features/roster/service.ts'
import type { RosterFile, RosterLine } from './drawn-places.ts'
import type { Lineups } from './lineups.ts'
import { patternViolations } from './pattern-violations.ts'
import { shiftViolations } from './shift-violations.ts'

export interface Violation {
  readonly code: string
  readonly unit: string | null
  readonly employee: string | null
  readonly date: Day | null
  readonly clause: string | null
  readonly message_id: string
  readonly message_en: string
}

/** Where the lines of a file place people: by employee and day. */
export type Lines = ReadonlyMap<string, ReadonlyMap<Day, string>>

export function violationsOf(file: RosterFile, all: Lineups): Violation[] {
  const lines = linesOf(file.lines)
  const proofs = proofsOf(file)
  const units = new Set([...proofs.keys(), ...file.lines.flatMap((line) => unitOf(line, all) ?? [])])
  const asked = all.lineups.filter(({ unit }) => units.has(unit))
  return [
    ...asked.flatMap((lineup) => lineupViolations(lineup, lines, proofs.get(lineup.unit))),
    ...asked.flatMap((lineup) => patternViolations(lineup, lines, all.book)),
    ...asked.flatMap((lineup) => shiftViolations(lineup, file.lines)),
    ...outsideViolations(file.lines, all),
    ...[...proofs.keys()]
      .filter((unit) => !asked.some((lineup) => lineup.unit === unit))
      .map((unit) => falseProof(unit, { id: 'unit ini tidak bergiliran', en: 'nobody takes turns in this unit' })),
  ]
}

function linesOf(lines: readonly RosterLine[]): Lines {
  const byPerson = new Map<string, Map<Day, string>>()
  for (const { employee, date, place } of lines) {
    const own = byPerson.get(employee) ?? new Map<Day, string>()
    byPerson.set(employee, own.set(date, place))
  }
  return byPerson
}

const unitOf = ({ employee, date }: RosterLine, { book }: Lineups) => {
  const person = employeeOn(book.world, employee, date)
  return person && agencyOf(person.unit)
}

type Proof = Readonly<Record<string, unknown>>

function proofsOf({ stated }: RosterFile): Map<string, Proof> {
  const proofs = Array.isArray(stated?.proofs) ? (stated.proofs as unknown[]) : []
  return new Map(
    proofs.flatMap((proof) =>
      typeof proof === 'object' && proof !== null && 'unit' in proof && typeof proof.unit === 'string'
        ? [[proof.unit, proof as Proof] as const]
        : [],
    ),
  )
}

function lineupViolations(lineup: Lineup, lines: Lines, proof: Proof | undefined): Violation[] {
  const duties = dutiesOf(lineup, lines)
  const fault = (one: Fault): Violation => faultRow(lineup.unit, one)
  if (!proof) return verify(lineup.input, unproven(lineup, duties)).faults.map(fault)
  const deny = (why: Bilingual) => falseProof(lineup.unit, why)
  const stale =
    proof.input_sha256 === inputHash(lineup)
      ? []
      : [deny({ id: 'dibuat dari surat atau data lain', en: 'drawn from other documents or data' })]
  try {
    const stated = masksFromPlain(proof.result) as RosterResult
    const refused = stated.status === 'infeasible' && duties.every(({ drawn }) => drawn === 0n)
    const { faults, falseClaims } = verify(lineup.input, { ...stated, duties: refused ? [] : duties })
    return [
      ...faults.map(fault),
      ...stale,
      ...falseClaims.map(({ claim, about }) => deny({ id: `${claim} (${about})`, en: `${claim} (${about})` })),
    ]
  } catch (error) {
    // What is not shaped like a proof proves nothing; the rules are still checked.
    if (!(error instanceof TypeError || error instanceof SyntaxError || error instanceof RangeError)) throw error
    const { faults } = verify(lineup.input, unproven(lineup, duties))
    return [...faults.map(fault), deny({ id: 'bukti tidak terbaca', en: 'the proof cannot be read' })]
  }
}

/** The duties of everybody as the lines say; who has no line is where the rules place them, or at home on a turn. */
function dutiesOf({ input: { days, unit } }: Lineup, lines: Lines): PersonDuty[] {
  return unit.people.map(({ id, free, office, carry }) => {
    const own = lines.get(id)
    const here = maskWhere(days, (day) => own?.get(day) === 'office')
    const silent = maskWhere(days, (day) => own?.get(day) === undefined)
    const all = here | (office & silent)
    return { person: id, days: all, drawn: all & free, load: free === 0n ? null : carry + sizeOf(all) }
  })
}

/** A result that claims nothing, so that only the rules are checked. */
const unproven = (lineup: Lineup, duties: readonly PersonDuty[]): RosterResult => ({
  status: 'exact',
  leftOpen: 0n,
  duties,
  teamOf: teamsSeen(lineup, duties),
  level: 0,
  over: 0,
  seats: [],
  exceededByMandatory: [],
  certificate: null,
  metrics: null,
  gap: null,
  conflicts: [],
})

/** The team of each person by the days on which they mostly come. */
function teamsSeen({ input: { days, unit } }: Lineup, duties: readonly PersonDuty[]): Record<string, number> {
  const { teams } = unit
  if (!teams) return {}
  const weeks = new Map<string, number>()
  const turnOf = days.map((day, index) => {
    if (teams.swap === 'day') return index % teams.count
    const week = weekOf(day)
    if (!weeks.has(week)) weeks.set(week, weeks.size)
    return (weeks.get(week) as number) % teams.count
  })
  return Object.fromEntries(
    duties
      .filter(({ load }) => load !== null)
      .map(({ person, drawn }) => {
        const counts = Array.from({ length: teams.count }, (_, team) =>
          sizeOf(drawn & (teams.days ?? drawn) & maskWhere(days, (_day, index) => turnOf[index] === team)),
        )
        return [person, counts.indexOf(Math.max(...counts))]
      }),
  )
}

/** Lines on days or in units where nobody takes turns: there the decision itself says who is where. */
function outsideViolations(lines: readonly RosterLine[], { book, table, lineups }: Lineups): Violation[] {
  const inside = new Set(lineups.flatMap(({ unit, input }) => input.days.map((day) => `${unit} ${day}`)))
  const rows = new Map(table.employees.map((employee, row) => [employee, row]))
  const columns = new Map(table.days.map((day, column) => [day, column]))
  return lines.flatMap((line): Violation[] => {
    const { employee, date, place } = line
    const unit = unitOf(line, { book, table, lineups })
    if (unit !== undefined && inside.has(`${unit} ${date}`)) return []
    const finding =
      unit === undefined ? undefined : middayOf(spansAt(table, rows.get(employee) ?? -1, columns.get(date) ?? -1))
    const said = (word: string) => wordFor(placeWords, word)
    const row = { unit: unit ?? null, employee, date, clause: null }
    if (!finding)
      return [
        {
          code: 'PKT-903',
          ...row,
          message_id: 'Tidak tercatat bekerja pada hari itu.',
          message_en: 'Not on record as employed on that day.',
        },
      ]
    if ((place === 'office') === (finding.place === 'office')) return []
    const clause = finding.circular === null ? null : `${finding.circular}/${finding.clause[0]}`
    return [
      {
        code: place === 'office' ? 'PKT-903' : 'PKT-904',
        ...row,
        clause,
        message_id: `Tertulis ${said(place).id}, seharusnya ${said(finding.place).id}.`,
        message_en: `Stated ${said(place).en}, by rule ${said(finding.place).en}.`,
      },
    ]
  })
}

function faultRow(unit: string, { code, day, person, position, clause, found, bound }: Fault): Violation {
  const at = position === null ? { id: '', en: '' } : { id: ` (${position})`, en: ` (${position})` }
  const words: Readonly<Record<Fault['code'], Bilingual>> = {
    'PKT-901': {
      id: `${found} orang di kantor${at.id}, paling banyak ${bound}.`,
      en: `${found} ${plural(found ?? 0, 'person', 'people')} at the office${at.en}, at most ${bound}.`,
    },
    'PKT-902': {
      id: `${found} orang di kantor${at.id}, paling sedikit ${bound}.`,
      en: `${found} ${plural(found ?? 0, 'person', 'people')} at the office${at.en}, at least ${bound}.`,
    },
    'PKT-903': { id: 'Di kantor, padahal tidak boleh.', en: 'At the office, and must be away.' },
    'PKT-904': { id: 'Tidak di kantor, padahal wajib.', en: 'Away, and must be at the office.' },
    'PKT-905': {
      id: `${found} hari di kantor, batasnya ${bound}.`,
      en: `${found} office days, the bound is ${bound}.`,
    },
    'PKT-906': { id: 'Datang pada hari regu lain.', en: 'Comes on the day of another team.' },
  }
  const { id, en } = words[code]
  return { code, unit, employee: person, date: day, clause, message_id: id, message_en: en }
}

const falseProof = (unit: string, { id, en }: Bilingual): Violation => ({
  code: 'PKT-907',
  unit,
  employee: null,
  date: null,
  clause: null,
  message_id: `Pernyataan jadwal ini tidak benar: ${id}.`,
  message_en: `What this roster states is not so: ${en}.`,
})

import { type Day, daysOf } from '@piket/domain/calendar/day.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import type { Rulebook } from '@piket/domain/decision/rulebook.ts'
import { canBeUnsettled } from '@piket/domain/decision/unsettled.ts'
import { employeeOn } from '@piket/domain/decision/world.ts'
import { lineupsOf } from '@piket/domain/roster/lineup.ts'
import { unsettledOf } from '@piket/domain/roster/written.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { envelope } from '@piket/server/features/ground/service.ts'
import { bookOf, peopleGiven } from './book.ts'
import type { Command } from './command.ts'
import { decisionForm, isOpen, rowsOf, type SharedRow } from './decision-form.ts'
import { drawnPlaces, readRosterFile } from './drawn-places.ts'
import { stretchGiven } from './given.ts'
import { groundOf, groundOptions } from './ground.ts'
import { sayReasons } from './lineups.ts'
import { emit, outputOptions } from './output.ts'
import { peopleOptions, stretchOptions, strictOption } from './people-options.ts'
import { exits } from './refused.ts'

export const decide: Command = {
  usage: 'decide --from DATE [--to DATE] [--employee ID]... [--unit ID]... [--roster FILE] [--strict]',
  summary: {
    id: 'Di mana setiap pegawai bekerja, hari demi hari, dan menurut butir mana.',
    en: 'Where each employee works, day by day, and by which clause.',
  },
  notes: [
    {
      id: 'Keluaran decisions/1. Usulan dan konsep bukan aturan: berkas yang hanya memuatnya ditolak (PKT-701, kode keluar 4), dan di daerah yang tidak mempunyai surat lain semua bekerja seperti biasa di kantor.',
      en: 'Output decisions/1. Proposals and drafts are not law: files that hold nothing else are refused (PKT-701, exit 4), and in a region that has no other document everybody works at the office as usual.',
    },
    {
      id: 'Giliran yang tidak dapat dibagi karena kuotanya belum dapat ditentukan atau bertentangan disebut di stderr; dengan --strict kode keluar 1.',
      en: 'Turns that cannot be drawn because their quota cannot be said or clashes are named on stderr; with --strict exit 1.',
    },
  ],
  options: {
    ...stretchOptions,
    ...peopleOptions,
    roster: {
      takes: 'one',
      value: 'FILE',
      help: {
        id: 'jadwal yang mengisi giliran: roster.csv, atau keluaran piket roster',
        en: 'roster that fills the turns: roster.csv, or the output of piket roster',
      },
    },
    ...strictOption,
    ...groundOptions,
    ...outputOptions,
  },
  required: ['from'],
  words: { name: '', least: 0, most: 0 },
  async run(given, terminal) {
    const stretch = stretchGiven(given)
    const path = given.one('roster')
    const drawn = path === undefined ? undefined : drawnPlaces((await readRosterFile(path)).lines)
    const loaded = await groundOf(given, terminal, stretch)
    const ground = drawn ? { ...loaded, facts: { ...loaded.facts, drawn } } : loaded
    const book = bookOf(ground)
    const days = daysOf(stretch.from, stretch.until)
    const { employees, wanted } = peopleGiven(given, book, days)
    let open = 0
    const waiting = new Set<string>()
    const watch = function* (rows: Iterable<SharedRow>) {
      for (const row of rows) {
        if (isOpen(row.finding)) open++
        if (row.finding.place === 'rotate') waiting.add(turnOf(row.employee, row.date, book))
        yield row
      }
    }
    await emit(given, terminal, {
      piket: 'decisions/1',
      head: envelope(ground),
      rows: watch(rowsOf(decideList(book, employees, days), wanted)),
      form: decisionForm,
    })
    const unsettled = unsettledTurns(book, days, waiting)
    sayReasons(terminal, unsettled)
    return given.has('strict') && open + unsettled.length > 0 ? exits.negative : exits.done
  },
}

/** Whose turn waits for the roster: the agency and the day. */
const turnOf = (employee: string, day: Day, { world }: Rulebook) =>
  `${agencyOf(employeeOn(world, employee, day)?.unit ?? '')} ${day}`

/** Turns that no roster can draw, because nobody can say how many may come. */
function unsettledTurns(book: Rulebook, days: readonly Day[], waiting: ReadonlySet<string>) {
  if (waiting.size === 0 || !canBeUnsettled(book.versions)) return []
  const agencies = new Set([...waiting].map((turn) => turn.split(' ', 1)[0]))
  const { ids } = book.world.staff
  const colleagues = ids.filter((id) =>
    days.some((day) => agencies.has(agencyOf(employeeOn(book.world, id, day)?.unit ?? ''))),
  )
  const lineups = lineupsOf(book, decideList(book, colleagues.toSorted(), days), { seed: 1 })
  return lineups
    .flatMap((lineup) => unsettledOf(lineup, book))
    .filter(({ unit, dates }) => dates.some((day) => waiting.has(`${unit} ${day}`)))
}

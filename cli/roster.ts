import { plural } from '@piket/domain/messages/plural.ts'
import { placeWords } from '@piket/domain/messages/words.ts'
import { sizeOf } from '@piket/domain/roster/day-mask.ts'
import { roster as drawRoster } from '@piket/domain/roster/roster.ts'
import {
  balanceOf,
  type DrawnLineup,
  infeasibleOf,
  proofOf,
  quotaRowsOf,
  type RosterRow,
  rosterRowsOf,
  unmetOf,
} from '@piket/domain/roster/written.ts'
import { agencyOf } from '@piket/domain/staff/facts.ts'
import { envelope } from '@piket/server/features/ground/service.ts'
import { inputHash } from '@piket/server/features/roster/service.ts'
import { numberText } from '@piket/server/platform/language.ts'
import { peopleGiven } from './book.ts'
import type { Command } from './command.ts'
import { isOpen } from './decision-form.ts'
import { type Given, numberGiven, stretchGiven } from './given.ts'
import { groundOf, groundOptions } from './ground.ts'
import { type Lineups, lineupsFor, readCarry, refuseOpenQuestions, sayReasons, sayUnmet } from './lineups.ts'
import { emit, outputOptions, plainForm } from './output.ts'
import { peopleOptions, stretchOptions, strictOption } from './people-options.ts'
import { exits } from './refused.ts'

const { unit } = peopleOptions as { unit: Command['options'][string] }

export const roster: Command = {
  usage: 'roster --from DATE --to DATE [--unit ID]... [--seed N] [--carry FILE]',
  summary: {
    id: 'Membagi giliran: siapa di kantor dan siapa di rumah, seadil mungkin, dengan bukti.',
    en: 'Draws the turns: who is at the office and who at home, as fairly as can be, with the proof.',
  },
  notes: [
    {
      id: 'Keluaran roster/1 dengan quotas, balance, infeasible, unmet, dan proofs yang diperiksa piket verify-roster. Jadwal dibuat untuk seluruh perangkat daerah; --unit memilih yang mana. Hari yang tidak dapat dipenuhi disebut dalam infeasible dan dibiarkan tanpa giliran, hari lain tetap dibagi; kode keluar 1 bila ada. Giliran dan hari berturut-turut yang diminta suatu pola tetapi tidak terpenuhi disebut dalam unmet; dengan --strict kode keluar 1.',
      en: 'Output roster/1 with quotas, balance, infeasible, unmet, and proofs that piket verify-roster checks. A roster is drawn for a whole agency; --unit chooses which. Days that cannot be met stand in infeasible and are left without turns, the others are drawn; exit 1 where there are any. Turns and runs that a pattern asks for and that are not kept stand in unmet; with --strict exit 1.',
    },
    {
      id: 'Ditolak (PKT-703, kode keluar 4) selama surat yang berlaku dalam periode itu memuat pertanyaan yang menahan jadwal (blocks: roster) dan belum dijawab dengan --reading atau dalam basis data. Pertanyaan yang menahan pengumuman tidak menahan jadwal.',
      en: 'Refused (PKT-703, exit 4) while a document in force in the period has a question that holds rosters back (blocks: roster) and that neither --reading nor the database answers. Questions that hold back publication do not hold back a roster.',
    },
  ],
  options: {
    ...stretchOptions,
    unit,
    seed: {
      takes: 'one',
      value: 'N',
      check: seedGiven,
      help: { id: 'benih undian; tanpa ini 1', en: 'seed of the draw; default 1' },
    },
    carry: {
      takes: 'one',
      value: 'FILE',
      help: {
        id: 'hari kantor bawaan dari periode lalu: employee_id,carry',
        en: 'office days brought along from earlier periods: employee_id,carry',
      },
    },
    ...strictOption,
    ...groundOptions,
    ...outputOptions,
  },
  required: ['from', 'to'],
  words: { name: '', least: 0, most: 0 },
  async run(given, terminal) {
    const stretch = stretchGiven(given)
    const seed = seedGiven(given)
    const carry = await readCarry(given.one('carry'))
    const ground = await groundOf(given, terminal, stretch)
    const all = lineupsFor(ground, { ...stretch, seed, carry })
    refuseOpenQuestions(ground, all.book, stretch)
    const drawn = chosen(given, all).map((lineup): DrawnLineup => ({ lineup, result: drawRoster(lineup.input) }))
    const infeasible = drawn.flatMap((one) => infeasibleOf(one, all.book))
    sayReasons(terminal, infeasible)
    const unmet = drawn.flatMap((one) => unmetOf(one, all.book))
    sayUnmet(terminal, unmet)
    await emit(given, terminal, {
      piket: 'roster/1',
      head: {
        ...envelope(ground),
        region: ground.region,
        from: stretch.from,
        to: stretch.until,
        seed,
        readings: ground.readings,
      },
      rows: drawn.flatMap((one) => rosterRowsOf(one, all.book)).toSorted(byPerson),
      form: rosterForm,
      tail: () => ({
        quotas: drawn.flatMap(quotaRowsOf),
        balance: drawn.map(balanceOf),
        infeasible,
        unmet,
        proofs: drawn.map((one) => proofOf(one, inputHash(one.lineup))),
      }),
      summary: ({ language }) =>
        drawn.map((one) => {
          const { level, over, spread } = balanceOf(one)
          const status = one.result.status
          if (status === 'infeasible')
            return language === 'id' ? `${one.lineup.unit}: tidak mungkin` : `${one.lineup.unit}: infeasible`
          const days = sizeOf(one.result.leftOpen)
          const open = {
            id: days > 0 ? `; ${days} hari tidak mungkin` : '',
            en: days > 0 ? `; ${days} ${plural(days, 'day')} infeasible` : '',
          }
          return language === 'id'
            ? `${one.lineup.unit}: ${level} hari kantor seorang, ${numberText(over, language)} orang satu hari lebih; selisih ${spread}${open.id}`
            : `${one.lineup.unit}: ${level} office ${plural(level, 'day')} each, ${numberText(over, language)} ${plural(over, 'person', 'people')} one more; spread ${spread}${open.en}`
        }),
    })
    const open = unmet.length > 0 || drawn.some(hasOpenDays)
    return infeasible.length > 0 || (given.has('strict') && open) ? exits.negative : exits.done
  },
}

function seedGiven(given: Given): number {
  return numberGiven(given, 'seed') ?? 1
}

/** Whether somebody of the unit has a day on which nothing can be said. */
const hasOpenDays = ({ lineup }: DrawnLineup) =>
  lineup.people.some(({ days }) => days.some((day) => day !== null && isOpen(day.finding)))

/** Lineups of the agencies that `--unit` names; all without it. */
function chosen(given: Given, { book, table, lineups }: Lineups) {
  const units = given.all('unit')
  if (units.length === 0) return lineups
  peopleGiven(given, book, table.days)
  const agencies = new Set(units.map(agencyOf))
  return lineups.filter((lineup) => agencies.has(lineup.unit))
}

const byPerson = (a: RosterRow, b: RosterRow) =>
  a.employee < b.employee ? -1 : a.employee > b.employee ? 1 : a.date < b.date ? -1 : 1

const reasonWords = {
  fixed: { id: 'tetap', en: 'fixed' },
  advised: { id: 'dianjurkan', en: 'advised' },
  drawn: { id: 'giliran', en: 'drawn' },
} as const

const rosterForm = plainForm<RosterRow>(
  ['employee', 'date', 'place', 'shift', 'unit', 'reason', 'clause'],
  ({ employee, date, place, shift, reason, unit: id, clause }, { language, bold }) =>
    `${employee}  ${date}  ${bold(placeWords[place][language])}${shift === null ? '' : ` ${shift}`} (${reasonWords[reason][language]})  ${id}  ${clause.join(', ')}`,
)

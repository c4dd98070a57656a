import { type Day, isDay } from '@piket/domain/calendar/day.ts'
import { envelope } from '@piket/server/features/ground/service.ts'
import type { Command } from './command.ts'
import { type RosterFile, readRosterFile } from './drawn-places.ts'
import { isInstant, type Stretch } from './given.ts'
import { groundOf, groundOptions } from './ground.ts'
import { lineupsFor, readCarry } from './lineups.ts'
import { emit, outputOptions, plainForm } from './output.ts'
import { strictOption } from './people-options.ts'
import { exits, Refused } from './refused.ts'
import { wrongLine } from './sheet-columns.ts'
import { type Violation, violationsOf } from './violations.ts'

export const verifyRoster: Command = {
  usage: 'verify-roster FILE [--circulars PATH...] [--data DIR | --database [URL]]',
  summary: {
    id: 'Memeriksa jadwal apa pun tanpa mempercayai pembuatnya.',
    en: 'Checks any roster without trusting who made it.',
  },
  notes: [
    {
      id: 'FILE: keluaran piket roster (JSON atau CSV), atau roster.csv. Susunan, kuota, dan aturan diturunkan lagi dari surat dan tabel. Keluaran violations/1: kosong bila jadwal benar, selain itu kode keluar 1.',
      en: 'FILE: the output of piket roster (JSON or CSV), or roster.csv. Lineup, quotas and rules are derived again from documents and tables. Output violations/1: empty when the roster holds, otherwise exit 1.',
    },
    {
      id: 'JSON juga menyatakan bukti keadilan: bukti yang tidak benar, atau dibuat dari masukan lain, adalah PKT-907. Pegawai tanpa baris dianggap di tempat yang ditentukan aturan, atau di rumah pada gilirannya. Saat pengetahuan, jawaban pertanyaan, dan, dengan --database, daerahnya diambil dari JSON bila --known, --reading, dan --region tidak ditulis.',
      en: 'A JSON also states the proof of fairness: a proof that is not so, or made from another input, is PKT-907. People without a line count as where the rules place them, and at home on their turns. Knowledge time, answers and, with --database, the region come from the JSON where --known, --reading and --region are not given.',
    },
  ],
  options: {
    carry: {
      takes: 'one',
      value: 'FILE',
      help: {
        id: 'hari kantor bawaan; tanpa ini yang dinyatakan JSON',
        en: 'office days brought along; default those the JSON states',
      },
    },
    ...strictOption,
    ...groundOptions,
    ...outputOptions,
  },
  words: { name: 'FILE', least: 1, most: 1 },
  async run(given, terminal) {
    const path = given.words[0] as string
    const file = await readRosterFile(path)
    refuseDoubles(path, file)
    const stretch = periodOf(path, file)
    const stated = statedIn(file)
    const carry = given.has('carry') ? await readCarry(given.one('carry')) : stated.carry
    const { known, region, readings } = stated
    const ground = await groundOf(given, terminal, { ...stretch, known, region, readings })
    const all = lineupsFor(ground, { ...stretch, seed: stated.seed, carry })
    const violations = violationsOf(file, all)
    await emit(given, terminal, {
      piket: 'violations/1',
      head: envelope(ground),
      rows: violations,
      form: violationForm,
      summary: ({ language }) =>
        violations.length > 0 ? [] : [{ id: 'Jadwal ini benar.', en: 'The roster holds.' }[language]],
    })
    return violations.length > 0 ? exits.negative : exits.done
  },
}

const violationForm = plainForm<Violation>(
  ['code', 'unit', 'employee', 'date', 'clause', 'message_id', 'message_en'],
  ({ code, unit, employee, date, clause, message_id, message_en }, { language, warn }) =>
    [warn(code), unit, employee, date, clause, language === 'id' ? message_id : message_en]
      .filter((part) => part !== null)
      .join('  '),
)

/** @throws Refused (PKT-201): nobody can be at two places */
function refuseDoubles(path: string, { lines }: RosterFile) {
  const seen = new Set<string>()
  const twice = lines.find(({ employee, date }) => {
    const key = `${employee} ${date}`
    return seen.has(key) || !seen.add(key)
  })
  if (!twice) return
  const { employee, date } = twice
  throw new Refused(
    exits.input,
    wrongLine(path, undefined, `${employee} disebut dua kali pada ${date}.`, `${employee} stands twice on ${date}.`),
  )
}

function periodOf(path: string, { lines, stated }: RosterFile): Stretch {
  const days = [...lines.map(({ date }) => date), stated?.from, stated?.to]
    .filter((day): day is Day => typeof day === 'string' && isDay(day))
    .toSorted()
  const [from] = days
  const until = days.at(-1)
  if (from && until) return { from, until }
  throw new Refused(exits.input, wrongLine(path, undefined, 'Jadwal ini kosong.', 'This roster is empty.'))
}

/** What a JSON roster says it was drawn with. */
function statedIn({ stated = {} }: RosterFile) {
  const { known, region, seed, readings, balance } = stated
  const people = listOf(balance).flatMap(({ people: own }) => listOf(own))
  return {
    known: typeof known === 'string' && isInstant(known) ? known : undefined,
    region: typeof region === 'string' ? region : null,
    seed: Number.isSafeInteger(seed) ? (seed as number) : 1,
    readings: Object.fromEntries(
      Object.entries(mapOf(readings)).filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
    ),
    carry: new Map(
      people.flatMap(({ employee, carry }) =>
        typeof employee === 'string' && Number.isInteger(carry) && Math.abs(carry as number) <= 9999
          ? [[employee, carry as number] as const]
          : [],
      ),
    ),
  }
}

const mapOf = (value: unknown) =>
  (typeof value === 'object' && value !== null ? value : {}) as Readonly<Record<string, unknown>>
const listOf = (value: unknown) => (Array.isArray(value) ? value.map(mapOf) : [])

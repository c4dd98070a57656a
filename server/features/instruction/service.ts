/** Tasks that heads and superiors give, and how far they are answered. */
import { agenciesLed, type Viewer } from '@piket/domain/access/role.ts'
import { addDays, type Day } from '@piket/domain/calendar/day.ts'
import { as, type Tx } from '#platform/db.ts'
import { recordEvent } from '#platform/event.ts'
import { lacking } from '#platform/lacking.ts'
import type { Refusal } from '#platform/refusal.ts'
import type { Source } from '#platform/source.ts'
import { businessDay } from '../knowledge/service.ts'
import { type Subordinate, subordinatesOf } from '../leader/service.ts'
import type { RegionAsListed } from '../region/service.ts'
import { roleWindow } from '../session/service.ts'
import { namesOf } from '../staff/service.ts'
import {
  addInstructionRow,
  addReceivers,
  answerRows,
  answersHeld,
  instructionRow,
  openOf,
  tasksOf,
  withdrawRow,
} from './queries.ts'

/** How a task was given: here, as a message that was made ready, or by telephone. */
export const instructionChannels = ['piket', 'whatsapp', 'phone'] as const
export type InstructionChannel = (typeof instructionChannels)[number]

/** A task, as one of its receivers has it. */
export interface Instruction {
  readonly instruction: string
  readonly employee: string
  readonly text: string
  readonly due: Day
  readonly channel: InstructionChannel
  /** How it was said; null: it was written. */
  readonly note: string | null
  readonly givenBy: string
  /** Milliseconds since 1970. */
  readonly givenAt: number
  /** The report that answers it; null: it is open. */
  readonly answeredBy: string | null
  readonly answeredAt: number | null
}

/** A task with the name of who gave it. */
export interface OpenInstruction extends Instruction {
  readonly giver: string
}

/** Tasks of somebody that no report has answered, the most urgent first. */
export async function openInstructions(tx: Tx, employee: string): Promise<OpenInstruction[]> {
  const open = (await openOf(tx, employee)) as Instruction[]
  const name = await namesOf(
    tx,
    open.map(({ givenBy }) => givenBy),
  )
  return open.map((one) => ({ ...one, giver: name(one.givenBy) }))
}

/** Says that a report answers tasks of somebody. What is no open task of theirs is left alone. */
export async function answerInstructions(
  tx: Tx,
  { employee, report, at }: { readonly employee: string; readonly report: string; readonly at: Date },
  instructions: readonly string[],
): Promise<void> {
  if (instructions.length === 0) return
  for (const { instruction } of await answerRows(tx, { employee, report, at }, instructions))
    await recordEvent(tx, { actor: employee, kind: 'instruction-answered', subject: instruction, body: { report } })
}

/** Whom somebody may give tasks: those who answer to them, and everybody of the agencies they lead. */
export const receiversOf = (tx: Tx, source: Source, region: RegionAsListed, viewer: Viewer): Promise<Subordinate[]> =>
  viewer.employee === undefined
    ? Promise.resolve([])
    : subordinatesOf(tx, viewer.employee, agenciesLed(viewer), roleWindow(source, region))

export interface NewInstruction {
  /** Given by the form, so that a form sent twice gives one task. */
  readonly id: string
  readonly employees: readonly string[]
  readonly text: string
  readonly due: Day
  readonly channel: InstructionChannel
  readonly note: string
}

/**
 * Gives a task to some people. Sent twice it is one; under the id of another one it is refused.
 * @returns a refusal when one of them is out of reach, or the task is not whole
 */
export const giveInstruction = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  given: NewInstruction,
): Promise<{ readonly instruction: string } | Refusal> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) =>
    giveWithin(tx, source, region, viewer, given, await receiversOf(tx, source, region, viewer)),
  )

/**
 * The same, in the transaction of what the task follows from. A refusal leaves nothing behind.
 * @param receivers whom the viewer may give tasks
 */
export async function giveWithin(
  tx: Tx,
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  given: NewInstruction,
  receivers: readonly Subordinate[],
): Promise<{ readonly instruction: string } | Refusal> {
  const mine = new Map(receivers.map((one) => [one.employee, one]))
  const employees = [...new Set(given.employees)]
  const chosen = employees.flatMap((employee) => mine.get(employee) ?? [])
  const [first] = chosen
  if (chosen.length < employees.length || viewer.employee === undefined) return { refused: 'instruction-not-yours' }
  const text = given.text.trim()
  const note = given.channel === 'phone' ? given.note.trim() : null
  if (!first || text === '' || note === '')
    return lacking('instruction-incomplete', {
      pegawai: !first && { id: 'penerimanya belum dipilih', en: 'nobody is chosen yet' },
      tugas: text === '' && { id: 'tugasnya belum ditulis', en: 'the task is not written yet' },
      catatan: note === '' && {
        id: 'bagaimana disampaikan lewat telepon belum ditulis',
        en: 'how it was said by telephone is not written yet',
      },
    })
  if (given.due < businessDay(source, region)) return { refused: 'instruction-day-past' }
  const { id: instruction, due, channel } = given
  const givenBy = viewer.employee
  const added = await addInstructionRow(tx, {
    instruction_id: instruction,
    agency_id: first.agency,
    text,
    due_on: due,
    channel,
    note,
    given_by: givenBy,
    given_at: new Date(source.clock.moment()).toISOString(),
  })
  if (!added) {
    const kept = await instructionRow(tx, instruction)
    const isThat = kept?.text === text && kept.due === due && kept.channel === channel && kept.note === note
    const isToThem = kept?.employees.toSorted().join() === employees.toSorted().join()
    return isThat && isToThem && kept.givenBy === givenBy ? { instruction } : { refused: 'form-used' }
  }
  await addReceivers(tx, instruction, employees)
  const event = { actor: givenBy, kind: 'instruction-given', subject: instruction, agency: first.agency }
  await recordEvent(tx, { ...event, body: { channel, people: employees.length } })
  return { instruction }
}

/** Of some tasks, those that were not withdrawn, each with when its report answered it; null: it is open. */
export const answersTo = async (tx: Tx, instructions: readonly string[]): Promise<ReadonlyMap<string, Date | null>> =>
  instructions.length === 0
    ? new Map()
    : new Map((await answersHeld(tx, instructions)).map(({ instruction, answeredAt }) => [instruction, answeredAt]))

/** Takes a task back that one gave. */
export const withdrawInstruction = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
  instruction: string,
): Promise<Refusal | undefined> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const by = viewer.employee ?? ''
    const found = await withdrawRow(tx, instruction, by, new Date(source.clock.moment()))
    if (!found) return { refused: 'not-found' }
    await recordEvent(tx, { actor: by, kind: 'instruction-withdrawn', subject: instruction, agency: found.agency })
    return undefined
  })

/** Days for which an answered task stays on the list of the head. */
const shownFor = 7

/** A task as the list of the head shows it. */
export interface GivenInstruction extends OpenInstruction {
  readonly receiver: Subordinate
  readonly overdue: boolean
}

/** The open tasks of everybody in reach, and those answered of late; with the people who can be given more. */
export const givenInstructions = (
  source: Source,
  region: RegionAsListed,
  viewer: Viewer,
): Promise<{ readonly people: readonly Subordinate[]; readonly tasks: readonly GivenInstruction[] }> =>
  as(source.db, { region: region.code, reach: 'region' }, async (tx) => {
    const people = await receiversOf(tx, source, region, viewer)
    const today = businessDay(source, region)
    const ids = people.map(({ employee }) => employee)
    const rows = (await tasksOf(tx, ids, addDays(today, -shownFor))) as Instruction[]
    const name = await namesOf(
      tx,
      rows.map(({ givenBy }) => givenBy),
    )
    const byId = new Map(people.map((one) => [one.employee, one]))
    const tasks = rows.flatMap((one) => {
      const receiver = byId.get(one.employee)
      const overdue = one.answeredBy === null && one.due < today
      return receiver ? [{ ...one, receiver, giver: name(one.givenBy), overdue }] : []
    })
    return { people, tasks }
  })

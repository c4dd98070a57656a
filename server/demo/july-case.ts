/**
 * What had come of the trip that nobody coordinated, with both replies of the article (Nmcborneo, July 2021): it stood in
 * the calendar, said the section; it had been told by the head and reminded by the acting secretary, said those above it,
 * and the announcements prove it by their readers. How it ends is left to visitors.
 */
import { insertRows } from '#platform/bulk.ts'
import type { Tx } from '#platform/db.ts'
import type { Held } from '#platform/two-clocks.ts'
import { uuidOf } from '#platform/uuid.ts'
import { headsOf, listActing, peopleOfAgencies, type Subordinate } from '../features/leader/service.ts'

/** The trip, as the calendar has it. */
export interface Uncoordinated {
  readonly activity: string
  readonly agency: string
  readonly unit: string
  readonly day: string
  readonly clause: string
}

/**
 * Writes the finding, and the case of whoever heads the section; without one there is the finding alone.
 * @param at so many minutes into the date
 */
export async function beginCase(
  tx: Tx,
  region: string,
  { activity, agency, unit, day, clause }: Uncoordinated,
  {
    window,
    taskForce,
    at,
  }: { readonly window: Held; readonly taskForce: string; readonly at: (minute: number) => string },
): Promise<void> {
  const finding = uuidOf(`${region} finding ${activity}`)
  const found = { finding_id: finding, activity_id: activity, agency_id: agency, unit_id: unit, day }
  await insertRows(tx, 'finding', findingColumns, [{ ...found, clauses: [clause], found_at: at(2) }], {
    skipKnown: true,
  })
  const people = await peopleOfAgencies(tx, [agency], window)
  await tellSection(tx, finding, { agency, section: people.filter((one) => one.unit === unit) }, { window, at })
  const head = people.find((one) => one.unit === unit && one.position === 'kepala_bidang')
  if (!head || head.employee === taskForce) return
  const about = { employee_id: head.employee, case_id: uuidOf(`${finding} kasus`) }
  const opened = {
    ...about,
    ...{ kind: 'uncoordinated', finding_id: finding, day, agency_id: agency, clauses: [clause] },
    words: 'Mengapa tim tetap turun ke desa tanpa koordinasi dengan Satgas?',
    ...{ opened_by: taskForce, opened_at: at(3), phase: head.supervisor === null ? 'decision' : 'view' },
    level: head.supervisor === null ? 'head' : null,
  }
  await insertRows(tx, 'case_file', caseColumns, [opened], { skipKnown: true })
  const said = [
    { move: 'clarify', words: 'Kegiatan sudah terjadwal dan warga sudah diundang, jadi tim terlanjur turun.' },
    { move: 'view', words: 'Sudah kami sampaikan kepada bidang, dan Plt. sekretaris sudah mengingatkan.' },
  ]
  const by = [head.employee, head.supervisor]
  const steps = said.flatMap((step, turn) => {
    const made_by = by[turn]
    const made = { ...about, ...step, made_as: turn === 0 ? 'self' : 'superior', made_at: at(4 + turn) }
    return made_by ? [{ ...made, made_by }] : []
  })
  await insertRows(tx, 'case_step', stepColumns, steps, { skipKnown: true })
}

/** What the section was told before it went, and that its people had read it. */
async function tellSection(
  tx: Tx,
  finding: string,
  { agency, section }: { readonly agency: string; readonly section: readonly Subordinate[] },
  { window, at }: { readonly window: Held; readonly at: (minute: number) => string },
): Promise<void> {
  const acting = (await listActing(tx, window)).find((one) => one.unit === `${agency}/sekretariat`)
  const said = [
    {
      by: (await headsOf(tx, agency, window))[0],
      title: 'Layanan ke desa dikoordinasikan dahulu',
      text: 'Surat Bupati berlaku mulai hari ini. Layanan keliling ke Lolo jangan turun sebelum ada jawaban Satgas.',
    },
    {
      by: acting?.employee,
      title: 'Mengingatkan: Lolo belum dikoordinasikan',
      text: 'Bidang yang menangani agar menghubungi Satgas sebelum berangkat, seperti disampaikan Kepala Dinas.',
    },
  ]
  const told = said.flatMap(({ by, title, text }, turn) => {
    const announcement_id = uuidOf(`${finding} pengumuman ${turn}`)
    const announced_at = at((turn + 1) / 4)
    return by ? [{ announcement_id, agencies: [agency], title, text, announced_by: by, announced_at }] : []
  })
  await insertRows(tx, 'announcement', announcementColumns, told, { skipKnown: true })
  const receipts = told.flatMap(({ announcement_id }) =>
    section.map(({ employee: employee_id }) => ({ announcement_id, employee_id, read_at: at(0.75) })),
  )
  await insertRows(tx, 'announcement_receipt', receiptColumns, receipts, { skipKnown: true })
}

const announcementColumns = {
  announcement_id: 'id',
  agencies: 'texts',
  title: 'text',
  text: 'text',
  announced_by: 'text',
  announced_at: 'moment',
} as const

const receiptColumns = { announcement_id: 'id', employee_id: 'text', read_at: 'moment' } as const

const findingColumns = {
  finding_id: 'id',
  activity_id: 'id',
  agency_id: 'text',
  unit_id: 'text',
  day: 'day',
  clauses: 'texts',
  found_at: 'moment',
} as const

const caseColumns = {
  employee_id: 'text',
  case_id: 'id',
  kind: 'text',
  finding_id: 'id',
  day: 'day',
  agency_id: 'text',
  clauses: 'texts',
  words: 'text',
  opened_by: 'text',
  opened_at: 'moment',
  phase: 'text',
  level: 'text',
} as const

const stepColumns = {
  employee_id: 'text',
  case_id: 'id',
  move: 'text',
  words: 'text',
  made_by: 'text',
  made_as: 'text',
  made_at: 'moment',
} as const

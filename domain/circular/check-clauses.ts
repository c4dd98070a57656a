/** The clauses of a document: ids, references, bounds, recipients, hours. */
import { checkDangling, checkReferences } from './check-references.ts'
import type { Duty, Quota, Who } from './clause.ts'
import type { Find } from './find.ts'
import { clauseInCircle } from './precedence.ts'
import type { Circular } from './schema.ts'
import { everywhere } from './selectors.ts'

/** Every clause, alone and among the others. */
export function checkClauses(doc: Circular, find: Find) {
  const seen = new Set<string>()
  for (const clause of doc.clauses) {
    if (seen.has(clause.id))
      find(
        'error',
        'PKT-301',
        `clauses.${clause.id}`,
        `Butir ${clause.id} ganda.`,
        `Clause ${clause.id} appears twice.`,
      )
    seen.add(clause.id)
  }
  checkDangling(doc, find)
  for (const clause of doc.clauses) {
    checkReferences(doc, clause, find)
    if (clause.kind === 'quota') checkQuota(clause, find)
    if (clause.kind === 'duty') checkDuty(clause, find)
    if (
      agesOver(clause.who) &&
      !doc.open_questions.some(({ about }) => about.some((path) => path.startsWith(`clauses.${clause.id}`)))
    )
      find(
        'question',
        'PKT-607',
        `clauses.${clause.id}.who`,
        '"Di atas n tahun" dapat berarti sejak ulang tahun berikutnya atau sehari sesudah ulang tahun ke-n.',
        '"Over n years" can mean from the next birthday on, or from the day after the nth.',
      )
  }
  const circle = clauseInCircle(doc)
  if (circle !== undefined)
    find(
      'error',
      'PKT-408',
      `clauses.${circle}.over`,
      `Butir ${circle} mengesampingkan dirinya melalui butir lain.`,
      `Clause ${circle} is over itself through others.`,
    )
}

function checkQuota({ id, amount, complement }: Quota, find: Find) {
  const { max, min, exact } = amount
  const share = (value: unknown) => (typeof value === 'string' ? Number.parseInt(value, 10) : Number.NaN)
  const bothCounts = typeof max === 'number' && typeof min === 'number'
  if ((bothCounts && min > max) || share(min) > share(max))
    find(
      'error',
      'PKT-406',
      `clauses.${id}.amount`,
      `Batas bawah ${min} di atas batas atas ${max}.`,
      `The minimum ${min} is above the maximum ${max}.`,
    )
  const stated = share(max ?? min ?? exact)
  if (complement !== undefined && !Number.isNaN(stated) && stated + share(complement) !== 100)
    find(
      'error',
      'PKT-407',
      `clauses.${id}.complement`,
      `Bagian ${stated}% dan ${complement} tidak berjumlah 100%.`,
      `The shares ${stated}% and ${complement} do not add up to 100%.`,
    )
  if (max === '0%' && typeof min === 'number')
    find(
      'warning',
      'PKT-508',
      `clauses.${id}.amount`,
      'Bagian nol bersama jumlah orang.',
      'A share of zero beside a head count.',
    )
}

function checkDuty({ id, to, due, sanction }: Duty, find: Find) {
  if (to === null || due === null) {
    const lacking = [to === null ? ['penerima', 'recipient'] : [], due === null ? ['waktu', 'time'] : []].filter(
      (pair) => pair.length > 0,
    )
    find(
      'warning',
      'PKT-503',
      `clauses.${id}`,
      `Kewajiban pada butir ${id} tidak menyebut ${lacking.map(([word]) => word).join(' dan ')}.`,
      `The duty of clause ${id} states no ${lacking.map(([, word]) => word).join(' and no ')}.`,
    )
  }
  if (sanction === null)
    find(
      'warning',
      'PKT-504',
      `clauses.${id}.sanction`,
      `Butir ${id} menyebut penertiban, tetapi tidak menyebut sanksinya.`,
      `Clause ${id} speaks of enforcement and names no sanction.`,
    )
}

/** The hours of a week add up. */
export function checkTimetables(doc: Circular, find: Find) {
  const minutes = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
  for (const [name, { rows, week_minutes }] of Object.entries(doc.timetables ?? {})) {
    const total = rows
      .filter(({ season, shift }) => season === undefined && shift === undefined)
      .reduce((sum, row) => sum + row.weekday.length * (minutes(row.to) - minutes(row.from) - row.break_minutes), 0)
    if (week_minutes !== undefined && total !== week_minutes)
      find(
        'error',
        'PKT-409',
        `timetables.${name}.week_minutes`,
        `Jumlah jam seminggu ${total} menit, bukan ${week_minutes}.`,
        `The week adds up to ${total} minutes, not ${week_minutes}.`,
      )
  }
}

const agesOver = (who: Who): boolean =>
  everywhere(who, ({ age }) => (age?.over === undefined ? [] : [age.over])).length > 0

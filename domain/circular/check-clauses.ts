/** The clauses of a document: ids, references, bounds, recipients, hours. */

import { checkHours } from './check-hours.ts'
import { checkDangling, checkReferences } from './check-references.ts'
import { checkWhen } from './check-when.ts'
import type { Duty, Pattern, Quota, Who } from './clause.ts'
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
    checkWhen(doc, clause, find)
    if (clause.kind === 'quota') checkQuota(clause, find)
    if (clause.kind === 'pattern') checkPattern(clause, find)
    if (clause.kind === 'hours') checkHours(clause, find)
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
  if (exact !== undefined && (max !== undefined || min !== undefined))
    find(
      'error',
      'PKT-415',
      `clauses.${id}.amount`,
      `Butir ${id} menyebut jumlah yang tepat dan juga batas.`,
      `Clause ${id} states an exact number and a bound as well.`,
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

function checkDuty(duty: Duty, find: Find) {
  const { id, to, due, sanction } = duty
  checkDue(duty, find)
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

/** Days of a person that a pattern bounds: something, and something that can be kept (PKT-413). */
function checkPattern({ id, limit, run, alternate, teams }: Pattern, find: Find) {
  const wrong = (field: string, id_: string, en: string) => find('error', 'PKT-413', `clauses.${id}${field}`, id_, en)
  if (!limit && !run && !alternate && !teams)
    wrong('', `Butir ${id} tidak menyebut pola.`, `Clause ${id} states no pattern.`)
  if (run?.max === 0) wrong('.run', 'Paling lama nol hari berturut-turut.', 'At most no day in a row.')
  if (!limit) return
  const { place, max, min } = limit
  if (max === undefined && min === undefined)
    wrong('.limit', 'Batas ini tanpa max dan min.', 'This limit has neither max nor min.')
  else if (max !== undefined && min !== undefined && min > max)
    wrong('.limit', `Paling sedikit ${min} di atas paling banyak ${max}.`, `At least ${min} is above at most ${max}.`)
  else if (place !== 'office' && place !== 'home')
    wrong('.limit', 'Jadwal hanya membagi kantor dan rumah.', 'A roster deals office and home only.')
}

/** When a duty is due: a day that comes, and one way of counting (PKT-416). */
function checkDue({ id, due }: Duty, find: Find) {
  if (!due) return
  const wrong = (id_: string, en: string) => find('error', 'PKT-416', `clauses.${id}.due`, id_, en)
  if ('every' in due && due.day !== undefined) {
    const last = { day: 0, workday: 0, week: 7, month: 31 }[due.every]
    if (due.day < 1 || due.day > last) wrong(`Hari ke-${due.day} tidak ada.`, `There is no day ${due.day}.`)
  }
  if ('after' in due && (due.days === undefined) === (due.workdays === undefined))
    wrong('Sebut satu jumlah: days atau workdays.', 'State one number: days or workdays.')
}

const agesOver = (who: Who): boolean =>
  everywhere(who, ({ age }) => (age?.over === undefined ? [] : [age.over])).length > 0

/** What a clerk sees before anything is evaluated: references, logic, gaps of the text, open questions. */
import { weekdayOf } from '../calendar/day.ts'
import { type Code, codes } from '../messages/codes.ts'
import { dayWords } from '../messages/day-words.ts'
import { plural } from '../messages/plural.ts'
import type { Bilingual, Level, Problem } from '../messages/problem.ts'
import { blockWords, recipientWords, relationWords, weekdayWords, wordFor } from '../messages/words.ts'
import type { Clause, Duty, Quota, Who } from './clause.ts'
import { isPatchRefusal, patch } from './patch.ts'
import { clauseInCircle } from './precedence.ts'
import type { Circular } from './schema.ts'
import { everywhere } from './selectors.ts'

/** Writes one problem: code, path, finding in Indonesian and English; what to do where it is not as usual for the code. */
type Find = (level: Level, code: Code, path: string, id: string, en: string, fix?: Bilingual) => void

/** The problems of one document, in the order of the text. */
export function check(doc: Circular): Problem[] {
  const problems: Problem[] = []
  const find: Find = (level, code, path, id, en, fix = codes[code].fix) =>
    problems.push({ level, code, path, finding: { id, en }, fix })
  checkValidity(doc, find)
  checkClauses(doc, find)
  checkTimetables(doc, find)
  checkText(doc, find)
  checkQuestions(doc, find)
  return problems
}

/** Documents among each other: every named target exists (PKT-303). */
export const checkTargets = (docs: readonly Circular[]): { circular: string; problem: Problem }[] => {
  const known = new Set(docs.map(({ id }) => id))
  return docs.flatMap((doc) =>
    doc.relations.flatMap(({ target }, position) =>
      target === null || known.has(target)
        ? []
        : [
            {
              circular: doc.id,
              problem: {
                level: 'error' as const,
                code: 'PKT-303',
                path: `relations.${position}.target`,
                finding: { id: `Surat ${target} tidak ada.`, en: `There is no circular ${target}.` },
                fix: codes['PKT-303'].fix,
              },
            },
          ],
    ),
  )
}

/** Every name a group lists: units, items as printed, posts, outsiders. */
export function groupEntries(doc: Circular, name: string): string[] {
  const group = doc.groups[name]
  return [
    ...(group?.units ?? []),
    ...Object.values(group?.items ?? {}).flat(),
    ...(group?.positions ?? []),
    ...(group?.outside ?? []),
  ]
}

function checkValidity(doc: Circular, find: Find) {
  const { from, until, review } = doc.in_force
  if (typeof from === 'string' && typeof until === 'string' && until.slice(0, 10) < from.slice(0, 10))
    find(
      'error',
      'PKT-401',
      'in_force.until',
      `Berakhir ${until} sebelum mulai ${from}.`,
      `Ends ${until} before it starts ${from}.`,
    )
  if (doc.status === 'in_force' && from === null && doc.clauses.length > 0)
    find('error', 'PKT-402', 'in_force.from', 'Status berlaku tanpa tanggal mulai.', 'In force without a start.')
  if ((doc.status === 'proposed') !== (doc.kind === 'proposal'))
    find(
      'error',
      'PKT-403',
      'status',
      'Usulan harus berstatus proposed, dan sebaliknya.',
      'A proposal has status proposed, and only a proposal has it.',
    )
  if (doc.status === 'in_force' && doc.clauses.length === 0 && doc.relations.length === 0)
    find(
      'warning',
      'PKT-509',
      'clauses',
      'Hanya diketahui dari rujukan; butirnya belum diketahui.',
      'Known by citation only; its clauses are not known.',
    )
  if (doc.status === 'in_force' && until === null) {
    if (review === undefined)
      find(
        'warning',
        'PKT-501',
        'in_force.until',
        'Tanpa akhir dan tanpa tanggal tinjau.',
        'No end and no review date.',
      )
    else
      find(
        'warning',
        'PKT-501',
        'in_force.until',
        `Tanpa akhir; ditinjau ${dayWords(review).id}.`,
        `No end; reviewed on ${dayWords(review).en}.`,
        {
          id: 'Paling lambat hari itu: tetapkan akhirnya, perpanjang tinjauannya, atau cabut.',
          en: 'By that day set an end or a later review, or revoke it.',
        },
      )
  }
}

function checkClauses(doc: Circular, find: Find) {
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

function checkReferences(doc: Circular, clause: Clause, find: Find) {
  const at = `clauses.${clause.id}`
  const { kind, who } = clause
  for (const name of clause.over ?? []) {
    const other = doc.clauses.find(({ id }) => id === name)
    if (!other)
      find(
        'error',
        'PKT-302',
        `${at}.over`,
        `Butir ${clause.id} mengesampingkan butir ${name} yang tidak ada.`,
        `Clause ${clause.id} is over ${name}, which does not exist.`,
      )
    else if (other.kind !== kind)
      find(
        'error',
        'PKT-404',
        `${at}.over`,
        `Butir ${clause.id} hanya dapat mengesampingkan butir sejenis.`,
        `Clause ${clause.id} can only be over a clause of its own kind.`,
      )
  }
  if (clause.layer !== undefined && !doc.order?.includes(clause.layer))
    find(
      'error',
      'PKT-303',
      `${at}.layer`,
      `Lapis ${clause.layer} tidak ada di order.`,
      `Layer ${clause.layer} is not in order.`,
    )
  for (const name of everywhere(who, ({ group }) => group ?? []))
    if (!doc.groups[name])
      find('error', 'PKT-303', `${at}.who`, `Kelompok ${name} tidak ada.`, `Group ${name} does not exist.`)
  for (const name of tablesNamed(clause))
    if (!doc.tables?.[name]) find('error', 'PKT-303', at, `Tabel ${name} tidak ada.`, `Table ${name} does not exist.`)
  if (kind === 'hours' && typeof clause.timetable === 'string' && !doc.timetables?.[clause.timetable])
    find(
      'error',
      'PKT-303',
      `${at}.timetable`,
      `Jam kerja ${clause.timetable} tidak ada.`,
      `Timetable ${clause.timetable} does not exist.`,
    )
  if (kind === 'placement' && everywhere(who, ({ placed, under }) => [...(placed ?? []), ...(under ?? [])]).length > 0)
    find(
      'error',
      'PKT-405',
      `${at}.who`,
      'Penempatan tidak boleh bergantung pada penempatan (placed, under).',
      'A placement cannot depend on a placement (placed, under).',
    )
  for (const name of everywhere(who, ({ under }) => under ?? []))
    if (!doc.clauses.some(({ id, kind: other }) => id === name && other === 'placement'))
      find(
        'error',
        'PKT-302',
        `${at}.who`,
        `Butir penempatan ${name} tidak ada.`,
        `There is no placement clause ${name}.`,
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

function checkTimetables(doc: Circular, find: Find) {
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

function checkText(doc: Circular, find: Find) {
  if (doc.number === null)
    find('warning', 'PKT-502', 'number', 'Nomor surat belum diketahui.', 'The number is not known.')
  if (doc.issued_on === null)
    find('warning', 'PKT-505', 'issued_on', 'Tanggal surat belum diketahui.', 'The date of issue is not known.')
  for (const [position, { said_on, weekday }] of doc.sources.entries())
    if (weekday !== undefined && said_on !== undefined && weekdayOf(said_on) !== weekday)
      find(
        'question',
        'PKT-601',
        `sources.${position}.weekday`,
        `${dayWords(said_on).id} itu ${weekdayWords[weekdayOf(said_on)].id}; sumbernya menulis ${weekdayWords[weekday].id}.`,
        `${dayWords(said_on).en} is a ${weekdayWords[weekdayOf(said_on)].en}; the source says ${weekdayWords[weekday].en}.`,
      )
  for (const [position, { of, stated }] of (doc.stated_counts ?? []).entries()) {
    const named = of.reduce((sum, name) => sum + groupEntries(doc, name).length, 0)
    const printed = of.reduce(
      (sum, name) => sum + (Object.keys(doc.groups[name]?.items ?? {}).length || groupEntries(doc, name).length),
      0,
    )
    if (named !== stated)
      find(
        'question',
        'PKT-602',
        `stated_counts.${position}`,
        `Naskah menyebut ${stated}, tetapi mendaftar ${printed} nomor dengan ${named} nama.`,
        `The text says ${stated}, and lists ${printed} ${plural(printed, 'number')} with ${named} ${plural(named, 'name')}.`,
      )
  }
  for (const [position, { total, parts }] of (doc.figures ?? []).entries())
    if (
      total !== undefined &&
      parts !== undefined &&
      Object.values(parts).reduce((sum, part) => sum + part, 0) !== total
    )
      find(
        'question',
        'PKT-603',
        `figures.${position}`,
        'Bagian tidak berjumlah sama dengan total.',
        'The parts do not add up to the total.',
      )
  for (const [name, { complete, label_id }] of Object.entries(doc.groups))
    if (complete === false)
      find(
        'question',
        'PKT-604',
        `groups.${name}`,
        `Daftar "${label_id ?? name}" hanya contoh, bukan daftar lengkap.`,
        `The list "${label_id ?? name}" holds examples, it is not closed.`,
      )
  for (const [position, { target, type }] of doc.relations.entries())
    if (target === null)
      find(
        'question',
        'PKT-605',
        `relations.${position}`,
        `Surat yang dirujuk (${relationWords[type].id}) belum dikenali.`,
        `The document it refers to (${relationWords[type].en}) is not identified.`,
      )
}

function checkQuestions(doc: Circular, find: Find) {
  for (const { id, used, readings, blocks, ask } of doc.open_questions) {
    const at = `open_questions.${id}`
    if (!readings.some((reading) => reading.id === used))
      find('error', 'PKT-304', `${at}.used`, `Bacaan ${used} tidak ada.`, `Reading ${used} does not exist.`)
    for (const reading of readings)
      if (reading.set && reading.impossible === undefined && isPatchRefusal(patch(doc, reading.set)))
        find(
          'error',
          'PKT-305',
          at,
          `Bacaan ${reading.id} tidak dapat diterapkan.`,
          `Reading ${reading.id} cannot be applied.`,
        )
    if (blocks !== 'none')
      find(
        'question',
        'PKT-606',
        at,
        `Pertanyaan ${id} ${blockWords[blocks].id}, ditujukan kepada ${wordFor(recipientWords, ask).id}.`,
        `Question ${id} ${blockWords[blocks].en}, addressed to ${wordFor(recipientWords, ask).en}.`,
      )
  }
}

const agesOver = (who: Who): boolean =>
  everywhere(who, ({ age }) => (age?.over === undefined ? [] : [age.over])).length > 0

const tablesNamed = (value: unknown): string[] => {
  if (typeof value !== 'object' || value === null) return []
  if ('table' in value && typeof value.table === 'string') return [value.table]
  return Object.values(value).flatMap(tablesNamed)
}

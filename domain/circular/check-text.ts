/** What the text says of itself: number, dates, counts, sums, lists. */
import { weekdayOf } from '../calendar/day.ts'
import { dayWords } from '../messages/day-words.ts'
import { plural } from '../messages/plural.ts'
import { relationWords, weekdayWords } from '../messages/words.ts'
import type { Find } from './find.ts'
import type { Circular } from './schema.ts'

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

/** What may be wrong with the text, whatever its clauses say. */
export function checkText(doc: Circular, find: Find) {
  if (doc.number === null)
    find('warning', 'PKT-502', 'number', 'Nomor surat belum diketahui.', 'The number is not known.')
  if (doc.issued_on === null)
    find('warning', 'PKT-505', 'issued_on', 'Tanggal surat belum diketahui.', 'The date of issue is not known.')
  checkIds(doc, find)
  checkCites(doc, find)
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
    const unknown = of.find((name) => !doc.groups[name])
    if (unknown !== undefined)
      find(
        'error',
        'PKT-303',
        `stated_counts.${position}`,
        `Kelompok ${unknown} tidak ada.`,
        `Group ${unknown} does not exist.`,
      )
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

/** Questions, readings, layers, sources and considerations that are called alike. */
function checkIds(doc: Circular, find: Find) {
  const twice = (path: string, ids: readonly string[]) => {
    for (const id of new Set(ids.filter((one, position) => ids.indexOf(one) !== position)))
      find('error', 'PKT-307', path, `Pengenal ${id} ganda.`, `The id ${id} appears twice.`)
  }
  const idsOf = (entries: readonly { readonly id: string }[]) => entries.map(({ id }) => id)
  for (const id of new Set(idsOf(doc.open_questions).filter((one, at, all) => all.indexOf(one) !== at)))
    twice(`open_questions.${id}`, [id, id])
  for (const { id, readings } of doc.open_questions) twice(`open_questions.${id}`, idsOf(readings))
  twice('order', doc.order ?? [])
  twice('sources', idsOf(doc.sources))
  twice('considerations', idsOf(doc.considerations ?? []))
}

/** What a clause or a reason cites is a source of the document; a cite without a source names none. */
function checkCites(doc: Circular, find: Find) {
  const sources = new Set(doc.sources.map(({ id }) => id))
  const cites = [
    ...doc.clauses.map(({ id, cite }) => ({ path: `clauses.${id}.cite`, cite })),
    ...(doc.considerations ?? []).map(({ cite }, position) => ({ path: `considerations.${position}.cite`, cite })),
  ]
  for (const { path, cite } of cites) {
    const [source, lines] = cite.split(':', 2)
    if (source === undefined || lines === undefined || sources.has(source)) continue
    find('warning', 'PKT-515', path, `Sumber ${source} tidak ada.`, `There is no source ${source}.`)
  }
}

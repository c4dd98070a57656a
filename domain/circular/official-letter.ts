/**
 * A document as an official letter: its words in the order of the paper, in Indonesian alone. Everything comes from the
 * document; what it does not say stays absent.
 */
import { citation } from '../decision/explain.ts'
import { dayWords } from '../messages/day-words.ts'
import { factValueWords, schemeWords } from '../messages/fact-words.ts'
import {
  basisWords,
  eventWords,
  kindWords,
  officeWords,
  positionWords,
  relationWords,
  wordFor,
} from '../messages/words.ts'
import { sourceWords } from './cite-words.ts'
import type { Clause, Who } from './clause.ts'
import { type PaperTable, tablesOf, timetableOf } from './paper-table.ts'
import { readingWords } from './reading-words.ts'
import type { Circular, Relation } from './schema.ts'
import { instantWords, momentWords, people, unitWithin } from './selector-words.ts'
import { everywhere } from './selectors.ts'
import { clauseSentence } from './sentence.ts'
import { capital, type Speech, type UnitName } from './speech.ts'

/** How a letter calls what it names. */
export interface Naming {
  readonly unitName: UnitName
  /** A region by its slug: `Kabupaten Paser`, `Kalimantan Timur`. */
  readonly regionName: (slug: string) => string
  /** Other documents, by id. */
  readonly others: ReadonlyMap<string, Circular>
}

/** A list beneath a clause: the units of a group it speaks of. */
export interface PaperList {
  readonly title: string
  readonly entries: readonly (readonly [mark: string, words: string])[]
}

export interface LetterClause {
  readonly label: string | null
  readonly sentence: string
  readonly reason: string | null
  readonly lists: readonly PaperList[]
  readonly tables: readonly PaperTable[]
}

export interface OfficialLetter {
  /** `Surat edaran` */
  readonly kind: string
  readonly number: string | null
  readonly title: string
  readonly place: string | null
  readonly issued: string | null
  readonly government: string
  readonly office: string
  readonly addressees: readonly string[]
  readonly reasons: readonly string[]
  readonly aims: readonly string[]
  readonly basis: readonly string[]
  /** What it does to other documents, and whom it is about at all. */
  readonly opening: readonly string[]
  readonly clauses: readonly LetterClause[]
  readonly closing: readonly string[]
  readonly signature: {
    /** The office in whose name somebody else signs; null: it signs itself. */
    readonly onBehalfOf: string | null
    readonly office: string
    readonly name: string | null
  }
  readonly copies: readonly string[]
  /** Why this is not the letter as it was or will be signed; null: it is. */
  readonly mark: { readonly word: string; readonly why: string } | null
}

const said = { language: 'id' } as const
const semicolons = (all: readonly string[]) => all.map((one, at) => `${one}${at === all.length - 1 ? '.' : ';'}`)

/** A document as it stands on paper. */
export function officialLetter(doc: Circular, naming: Naming): OfficialLetter {
  const { issuer, paper = {}, considerations = [] } = doc
  const ofType = (type: string) =>
    considerations.filter((one) => one.type === type).map(({ text }) => text.replace(/[.;]$/, ''))
  const kind = capital(kindWords[doc.kind].id)
  const { government, office, titleOf } = houseOf(doc, naming)
  const signsAs = issuer.signed_as ?? issuer.office
  return {
    ...{ kind, number: doc.number, title: doc.title, government, office },
    place: paper.place ?? null,
    issued: doc.issued_on === null ? null : instantWords(doc.issued_on).id,
    addressees: paper.addressees ?? [],
    reasons: semicolons(ofType('reason').map((one) => `bahwa ${one}`)),
    aims: semicolons(ofType('aim').map((one) => `agar ${one}`)),
    basis: semicolons(doc.basis.map((one) => basisLine(one, naming))),
    opening: [...doc.relations.flatMap((one) => relationLines(doc, one, naming)), ...scopeLine(doc, naming)],
    clauses: clausesOf(doc, naming),
    closing: [...periodLine(doc), `Demikian ${kind.toLowerCase()} ini disampaikan untuk dilaksanakan.`],
    signature: {
      onBehalfOf: signsAs === issuer.office ? null : titleOf(issuer.office),
      office: titleOf(signsAs),
      name: issuer.signed_by,
    },
    copies: paper.copies ?? [],
    mark: markOf(doc),
  }
}

/** Offices that are called by the region they lead. */
const leading = new Set(['bupati', 'wakil_bupati', 'wali_kota', 'gubernur'])
const levelNames: Partial<Record<Circular['level'], string>> = {
  regency: 'Kabupaten',
  city: 'Kota',
  province: 'Provinsi',
}

function houseOf({ level, region, issuer }: Circular, { regionName }: Naming) {
  const bare = regionName(region).replace(/^(Kabupaten|Kota|Provinsi) /, '')
  const titleOf = (office: string) => {
    const words = capital(wordFor(officeWords, office).id)
    return leading.has(office) ? `${words} ${bare}` : words
  }
  return {
    government: ['Pemerintah', levelNames[level], bare].filter(Boolean).join(' '),
    office: issuer.office === 'sekda' ? 'Sekretariat Daerah' : titleOf(issuer.office),
    titleOf,
  }
}

const basisOfWords = { ...officeWords, ...schemeWords }
const numbered = (number: string | null | undefined) => number && `Nomor ${number}`

function basisLine(
  { type, of, region, number, date, note }: Circular['basis'][number],
  { regionName }: Naming,
): string {
  return [
    capital(wordFor(basisWords, type).id),
    wordFor(basisOfWords, of).id,
    region && regionName(region),
    numbered(number),
    date && `tanggal ${dayWords(date).id}`,
    note && `(${note})`,
  ]
    .filter(Boolean)
    .join(' ')
}

/** What a relation does, and each change it makes to the other text. */
function relationLines(doc: Circular, relation: Relation, { others, unitName }: Naming): string[] {
  const { type, target, clauses, from, until, set, drops, adds } = relation
  const other = target === null ? undefined : others.get(target)
  const schemes = (keys: readonly string[] | undefined, does: string) =>
    keys && `${does}: ${keys.map((key) => wordFor(schemeWords, key).id).join(', ')}`
  const line = [
    `${capital(kindWords[doc.kind].id)} ini ${relationWords[type].id}`,
    clauses && `butir ${clauses.join(', ')}`,
    target === null ? 'surat yang belum dikenali' : citation(other, target).id,
    from && `sejak ${dayWords(from).id}`,
    until && `sampai ${dayWords(until).id}`,
  ]
  const changes = other && set ? readingWords(other, { id: 'set', set }, unitName).map(({ id }) => id) : []
  return [
    `${[line.filter(Boolean).join(' '), schemes(drops, 'dihapus'), schemes(adds, 'ditambahkan')].filter(Boolean).join('; ')}.`,
    ...changes.map((one) => `${capital(one.replace(/\.$/, ''))}.`),
  ]
}

function scopeLine(doc: Circular, { unitName }: Naming): string[] {
  const speech: Speech = { doc, unitName, clauseName: numberIn(doc), ...said }
  return doc.scope ? [`${capital(kindWords[doc.kind].id)} ini ditujukan bagi ${people(doc.scope, speech)}.`] : []
}

/** Clauses are cited by their number on paper. */
const numberIn = (doc: Circular) => {
  const places = new Map(doc.clauses.map(({ id }, at) => [id, `${at + 1}`]))
  return (clause: string) => places.get(clause) ?? clause
}

function clausesOf(doc: Circular, { unitName }: Naming): LetterClause[] {
  const listed = new Set<string>()
  // Tables stand beneath their clause, and are not read aloud as well.
  const { tables: _, ...aloud } = doc
  return doc.clauses.map((clause) => {
    const fresh = groupsOf(clause, doc).filter((name) => !listed.has(name))
    for (const name of fresh) listed.add(name)
    const timetable = timetableOf(clause, doc)
    const read = timetable ? { ...clause, timetable: 'sebagaimana tabel di bawah ini' } : clause
    return {
      label: clause.label_id === undefined ? null : capital(clause.label_id),
      sentence: clauseSentence(read as Clause, aloud, unitName, numberIn(doc)).id,
      reason: clause.reason ?? null,
      lists: fresh.flatMap((name) => listOf(doc, name, unitName)),
      tables: [...(timetable ? [timetable] : []), ...tablesOf(clause, doc)],
    }
  })
}

/** Groups that a clause speaks of; those that the whole document is about stand beneath the first one. */
function groupsOf(clause: Clause, { scope, clauses }: Circular): string[] {
  const named = (who: Who) => everywhere(who, ({ group = [] }) => group)
  const whole = scope && clause === clauses[0] ? named(scope) : []
  const first = clause.kind === 'quota' ? (clause.first ?? []).flatMap(named) : []
  return [...new Set([...whole, ...named(clause.who), ...first])]
}

function listOf({ groups }: Circular, name: string, unitName: UnitName): PaperList[] {
  const group = groups[name]
  if (!group) return []
  const { label_id = name.replaceAll('_', ' '), complete, units = [], items = {}, positions = [], outside = [] } = group
  const named = (unit: string) => unitWithin(unit, unitName, said)
  const title = `${capital(label_id)}${complete === false ? ', antara lain' : ''}:`
  const entries = [
    ...Object.entries(items).map(([number, own]) => [`${number}.`, own.map(named).join(', ')] as const),
    ...units.map((unit) => ['–', named(unit)] as const),
    ...positions.map((position) => ['–', wordFor(positionWords, position).id] as const),
    ...outside.map((body) => ['–', wordFor(factValueWords, body).id] as const),
  ]
  return [{ title, entries: entries.map(([mark, words]) => [mark, capital(words)]) }]
}

function periodLine({ kind, in_force }: Circular): string[] {
  const { from, until, while: condition, review } = in_force
  const parts = [
    from && `sejak ${momentWords(from, said)}`,
    until && `sampai ${momentWords(until, said)}`,
    condition && `selama ${wordFor(eventWords, condition.event).id}`,
    review && `ditinjau ${dayWords(review).id}`,
  ].filter(Boolean)
  return parts.length > 0 ? [`${capital(kindWords[kind].id)} ini berlaku ${parts.join(', ')}.`] : []
}

/** A text that was signed here names the signed letter as its source. */
function markOf({ status, sources }: Circular): OfficialLetter['mark'] {
  if (status === 'draft') return { word: 'Konsep', why: 'Belum ditandatangani dan belum berlaku.' }
  if (status === 'proposed') return { word: 'Usulan', why: 'Usulan, bukan aturan yang berlaku.' }
  if (sources.some(({ type }) => type === 'signed_letter')) return null
  const names = [...new Set(sources.map((source) => sourceWords(source).id))].join(', ')
  return { word: 'Bukan surat asli', why: `Disusun dari ${names}; bukan salinan surat yang ditandatangani.` }
}

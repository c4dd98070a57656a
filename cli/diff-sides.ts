import { existsSync } from 'node:fs'
import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import type { Relation } from '@piket/domain/circular/schema.ts'
import { asSimulated } from '@piket/domain/circular/simulated.ts'
import { type Document, readCirculars, soundDocuments } from './circular-files.ts'
import { type Given, isInstant, type Stretch } from './given.ts'
import { type Ground, groundOf, ownReadings } from './ground.ts'
import { exits, Refused } from './refused.ts'
import type { Terminal } from './terminal.ts'

/** One side of a comparison. */
export interface Side {
  /** Id of the document it is about. */
  readonly document: string
  readonly ground: Ground
  /** The first day, where the document is a proposal or a draft. */
  readonly simulate: Day | undefined
}

/** Relations by which a document needs its target, or changes it. */
const linking: ReadonlySet<Relation['type']> = new Set([
  'adopts',
  'extends',
  'amends',
  'replaces',
  'revokes',
  'corrects',
])

/** @throws Refused when there is neither such a file nor such a document */
export async function sideOf(word: string, given: Given, terminal: Terminal, stretch: Stretch): Promise<Side> {
  const { from, until } = stretch
  if (existsSync(word)) {
    const documents = soundDocuments(await readCirculars([word]))
    const ground = await groundOf(given, terminal, { from, until, documents })
    return sideAbout((documents[0] as Document).id, undefined, ground, from)
  }
  const { id, at } = knowledgeTime(word)
  const ground = await groundOf(given, terminal, { from, until })
  if (ground.documents.some((document) => document.id === word)) return sideAbout(word, undefined, ground, from)
  if (at !== undefined && ground.documents.some((document) => document.id === id)) {
    const then = given.has('database') ? await groundOf(withKnown(given, at), terminal, { from, until }) : ground
    return sideAbout(id, at, then, from)
  }
  throw new Refused(exits.input, {
    code: 'PKT-002',
    file: word,
    finding: {
      id: 'Tidak ada berkas dan tidak ada surat bernama ini.',
      en: 'There is no file and no document of this name.',
    },
    fix: {
      id: 'Tulis nama berkas, pengenal surat, atau PENGENAL@SAAT.',
      en: 'Give a file, the id of a document, or ID@INSTANT.',
    },
  })
}

const withKnown = (given: Given, known: Instant): Given => ({
  ...given,
  has: (option) => option === 'known' || given.has(option),
  one: (option) => (option === 'known' ? known : given.one(option)),
})

function knowledgeTime(word: string): { id: string; at: Instant | undefined } {
  const cut = word.lastIndexOf('@')
  const at = word.slice(cut + 1)
  return cut > 0 && isInstant(at) ? { id: word.slice(0, cut), at } : { id: word, at: undefined }
}

function sideAbout(id: string, at: Instant | undefined, ground: Ground, from: Day): Side {
  const known = at ?? ground.known
  const related = relatedTo(id, ground.documents, at !== undefined)
  // Before a document was recorded there is none: then ordinary office work is what holds.
  const own = related.find((document) => document.id === id)
  const isLaw = own === undefined || own.doc.status === 'in_force'
  const documents = isLaw
    ? related
    : related.map((document) => (document === own ? asSimulated(document, known) : document))
  return {
    document: id,
    ground: { ...ground, known, documents, readings: ownReadings(ground, documents) },
    simulate: isLaw ? undefined : from,
  }
}

/** The document, those it needs, and, for a knowledge time, those that change it. */
function relatedTo(id: string, documents: readonly Document[], changers: boolean): Document[] {
  const wanted = new Set([id])
  const links = (document: Document) =>
    document.doc.relations.flatMap(({ type, target }) => (linking.has(type) && target !== null ? [target] : []))
  for (let grown = true; grown; ) {
    const before = wanted.size
    for (const document of documents) {
      if (wanted.has(document.id)) for (const target of links(document)) wanted.add(target)
      else if (changers && links(document).includes(id)) wanted.add(document.id)
    }
    grown = wanted.size > before
  }
  return documents.filter((document) => wanted.has(document.id))
}

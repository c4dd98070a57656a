import { existsSync } from 'node:fs'
import type { Day, Instant } from '@piket/domain/calendar/day.ts'
import { sideAbout } from '@piket/domain/circular/side.ts'
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

/** @throws Refused when there is neither such a file nor such a document */
export async function sideOf(word: string, given: Given, terminal: Terminal, stretch: Stretch): Promise<Side> {
  const { from, until } = stretch
  if (existsSync(word)) {
    const documents = soundDocuments(await readCirculars([word]))
    const ground = await groundOf(given, terminal, { from, until, documents })
    return sideOfDocument((documents[0] as Document).id, undefined, ground, from)
  }
  const { id, at } = knowledgeTime(word)
  const ground = await groundOf(given, terminal, { from, until })
  if (ground.documents.some((document) => document.id === word)) return sideOfDocument(word, undefined, ground, from)
  if (at !== undefined && ground.documents.some((document) => document.id === id)) {
    const then = given.has('database') ? await groundOf(withKnown(given, at), terminal, { from, until }) : ground
    return sideOfDocument(id, at, then, from)
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

function sideOfDocument(id: string, at: Instant | undefined, ground: Ground, from: Day): Side {
  const known = at ?? ground.known
  const { documents, isTried } = sideAbout(ground.documents, id, { at, known: ground.known })
  return {
    document: id,
    ground: { ...ground, known, documents, readings: ownReadings(ground, documents) },
    simulate: isTried ? from : undefined,
  }
}

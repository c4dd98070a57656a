import { existsSync } from 'node:fs'
import { type Day, dayOf } from '@piket/domain/calendar/day.ts'
import { checkRelations } from '@piket/domain/circular/check-relations.ts'
import { isPatchRefusal, type Readings, underReadings } from '@piket/domain/circular/patch.ts'
import { codes } from '@piket/domain/messages/codes.ts'
import { plural } from '@piket/domain/messages/plural.ts'
import type { Level, Problem } from '@piket/domain/messages/problem.ts'
import { noFacts } from '@piket/domain/staff/facts.ts'
import { envelope } from '@piket/server/features/ground/service.ts'
import { analysisProblems } from './analysis-problems.ts'
import { type Document, doubleIds, placed, type ReadFile, readCirculars, sayRecorded } from './circular-files.ts'
import type { Command } from './command.ts'
import { choiceGiven, type Given, knownGiven, readingsGiven } from './given.ts'
import { type Ground, groundOf, groundOptions } from './ground.ts'
import { usualZone } from './ground-files.ts'
import { emit, formatGiven, outputOptions, plainForm } from './output.ts'
import { exits, lineOf } from './refused.ts'
import { say, type Terminal } from './terminal.ts'

interface ProblemRow {
  readonly file: string
  readonly line: number
  readonly column: number
  readonly code: string
  readonly level: Level
  readonly path: string
  readonly message_id: string
  readonly message_en: string
  readonly fix_id: string
  readonly fix_en: string
}

const purposes = ['draft', 'roster', 'publication'] as const
type Purpose = (typeof purposes)[number]

/** What an open question holds back, by what the document is wanted for. */
const heldBack: Readonly<Record<Purpose, ReadonlySet<string>>> = {
  draft: new Set(),
  roster: new Set(['roster']),
  publication: new Set(['public_page', 'roster', 'publication']),
}

export const check: Command = {
  usage: 'check FILE... [--data DIR] [--for draft|roster|publication] [--strict]',
  summary: {
    id: 'Memeriksa surat: bentuk, rujukan, logika, pertanyaan terbuka; dengan --data juga akibatnya bagi pegawai.',
    en: 'Checks documents: shape, references, logic, open questions; with --data also what they do to the staff.',
  },
  notes: [
    {
      id: 'Setiap temuan satu baris di stderr; tabel problems/1 dengan --format json atau csv. Kode keluar 1 bila ada kesalahan, dengan --strict juga bila ada peringatan.',
      en: 'Each finding is one line on stderr; the table problems/1 with --format json or csv. Exit 1 where there is an error, with --strict also where there is a warning.',
    },
    {
      id: 'Rujukan dicari di antara FILE dan surat pada --circulars (folder circulars/ bila ada).',
      en: 'References are looked up among FILE and the documents of --circulars (the folder circulars/ where there is one).',
    },
    {
      id: '--data juga menunjukkan: pegawai yang tidak diatur butir mana pun, butir yang bertabrakan, butir yang tidak pernah menentukan, dan unit yang tidak ada; dilihat pada empat pekan pertama masa berlaku.',
      en: '--data also shows: people of whom no clause speaks, clauses that collide, clauses that never decide, and units that do not exist; looked at in the first four weeks of the period.',
    },
  ],
  options: {
    for: {
      takes: 'one',
      value: purposes.join('|'),
      check: purposeGiven,
      help: {
        id: 'untuk apa: pertanyaan yang menahan hal itu menjadi kesalahan; publication meliputi halaman publik, jadwal, dan pengumuman; tanpa ini draft',
        en: 'what for: questions that hold it back become errors; publication takes in the public page, the roster and publication; default draft',
      },
    },
    strict: { takes: 'flag', help: { id: 'peringatan dihitung sebagai kesalahan', en: 'warnings count as errors' } },
    ...groundOptions,
    ...outputOptions,
  },
  words: { name: 'FILE', least: 1, most: Number.POSITIVE_INFINITY },
  async run(given, terminal) {
    const purpose = purposeGiven(given)
    const readings = readingsGiven(given)
    const read = await readCirculars(given.words)
    const documents = read.flatMap(({ document }) => document ?? [])
    const ground = await groundFor(read, given, terminal)
    sayRecorded(terminal, documents)
    const problems = [
      ...read.flatMap(({ problems: own }) => own),
      ...doubleIds(documents),
      ...(await relationProblems(documents, ground, given)),
      ...documents.flatMap((document) => impossibleReadings(document, readings)),
      ...(ground ? read.filter(isSound).flatMap(({ document }) => analysisProblems(document, ground)) : []),
    ].flatMap((problem) => weighed(problem, documents, { purpose, readings: ground?.readings ?? readings }))
    for (const problem of problems) say(terminal, lineOf(problem))
    await emit(given, terminal, {
      piket: 'problems/1',
      head: envelope(ground ? { ...ground, documents } : withoutGround(documents, given, terminal)),
      // In text the lines above are the answer; the counts follow.
      rows: formatGiven(given) === 'text' ? [] : problems.map(rowOf),
      form: problemForm,
      summary: ({ language }) => read.map((one) => countLine(one.file, problems, language)),
    })
    const counted = given.has('strict') ? ['error', 'warning'] : ['error']
    return problems.some(({ level }) => counted.includes(level)) ? exits.negative : exits.done
  },
}

function purposeGiven(given: Given): Purpose {
  return choiceGiven(given, 'for', purposes) ?? 'draft'
}

type SoundFile = ReadFile & { readonly document: Document }
const isSound = (read: ReadFile): read is SoundFile =>
  read.document !== undefined && read.problems.every(({ level }) => level !== 'error')

/** The staff and, in a database, the register; undefined where nobody asked for either. */
async function groundFor(read: readonly ReadFile[], given: Given, terminal: Terminal): Promise<Ground | undefined> {
  if (!given.has('data') && !given.has('database')) return undefined
  const documents = read.filter(isSound).map(({ document }) => document)
  const days = documents.map(({ doc, recorded }) => dayOf(String(doc.in_force.from ?? recorded ?? '')))
  const from = days.toSorted().find((day) => day !== '') ?? (dayOf(terminal.clock.now(usualZone)) as Day)
  return groundOf(given, terminal, { from, until: from, documents, alone: !given.has('database') })
}

const withoutGround = (documents: readonly Document[], given: Given, terminal: Terminal) => ({
  known: knownGiven(given) ?? terminal.clock.now(usualZone),
  zone: usualZone,
  facts: noFacts,
  documents,
})

/** What only shows among the files and the register: missing targets, changes that do not fit. */
async function relationProblems(documents: readonly Document[], ground: Ground | undefined, given: Given) {
  const paths = given.has('circulars') ? given.all('circulars') : existsSync('circulars') ? ['circulars'] : []
  const register = given.has('database')
    ? (ground?.documents ?? [])
    : (await readCirculars(paths)).flatMap(({ document }) => document ?? [])
  const byId = new Map(documents.map((document) => [document.id, document]))
  const others = register.filter(({ id }) => !byId.has(id))
  return checkRelations([...documents, ...others].map(({ doc }) => doc)).flatMap(({ circular, problem }) => {
    const document = byId.get(circular)
    return document ? [placed(document, problem)] : []
  })
}

/** Readings in use, or chosen here, that are impossible or do not exist. */
function impossibleReadings(document: Document, readings: Readings): Problem[] {
  const outcome = underReadings(document.doc, readings)
  if (!isPatchRefusal(outcome) || outcome.refused === 'PKT-305') return []
  const [question = ''] = outcome.asked.split('=')
  const { refused: code, asked, reason } = outcome
  const why = reason ? ` (${reason})` : ''
  const chosen = readings[`${document.id}/${question}`] !== undefined
  // A reading in use that is not listed is found by the check of the document itself.
  if (code === 'PKT-304' && !chosen) return []
  const finding =
    code === 'PKT-304'
      ? { id: `Bacaan ${asked} tidak ada.`, en: `There is no reading ${asked}.` }
      : { id: `Bacaan ${asked} mustahil${why}.`, en: `The reading ${asked} is impossible${why}.` }
  return [
    placed(document, { code, level: 'error', path: `open_questions.${question}.used`, finding, fix: codes[code].fix }),
  ]
}

interface Wanted {
  readonly purpose: Purpose
  /** Questions that are answered, here or in the database. */
  readonly readings: Readings
}

/** A question that holds back what the document is wanted for is an error; an answered one holds nothing back. */
function weighed(problem: Problem, documents: readonly Document[], { purpose, readings }: Wanted): Problem[] {
  if (problem.code !== 'PKT-606') return [problem]
  const question = problem.path.split('.')[1]
  const document = documents.find(({ file }) => file === problem.file)
  if (readings[`${document?.id}/${question}`] !== undefined) return []
  const blocks = document?.doc.open_questions.find(({ id }) => id === question)?.blocks ?? 'none'
  return heldBack[purpose].has(blocks) ? [{ ...problem, level: 'error' }] : [problem]
}

const rowOf = ({ file = '-', line = 1, column = 1, code, level, path, finding, fix }: Problem): ProblemRow => ({
  file,
  line,
  column,
  code,
  level,
  path,
  message_id: finding.id,
  message_en: finding.en,
  fix_id: fix.id,
  fix_en: fix.en,
})

const problemForm = plainForm<ProblemRow>(
  ['file', 'line', 'column', 'code', 'level', 'path', 'message_id', 'message_en', 'fix_id', 'fix_en'],
  ({ file, line, code, message_id, message_en }, { language }) =>
    `${file}:${line} ${code} ${language === 'id' ? message_id : message_en}`,
)

function countLine(file: string, problems: readonly Problem[], language: 'id' | 'en'): string {
  const count = (level: Level) => problems.filter((one) => one.file === file && one.level === level).length
  const [errors, warnings, questions] = [count('error'), count('warning'), count('question')]
  return language === 'id'
    ? `${file}: ${errors} kesalahan, ${warnings} peringatan, ${questions} pertanyaan`
    : `${file}: ${errors} ${plural(errors, 'error')}, ${warnings} ${plural(warnings, 'warning')}, ${questions} ${plural(questions, 'question')}`
}

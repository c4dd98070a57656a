/** What was typed after the name of a command, read strictly: an option nobody knows ends the command. */
import { parseArgs } from 'node:util'
import { type Day, type Instant, isDay } from '@piket/domain/calendar/day.ts'
import type { Options, Words } from './command.ts'
import { wrongUsage } from './refused.ts'

export interface Given {
  has(option: string): boolean
  one(option: string): string | undefined
  all(option: string): readonly string[]
  readonly words: readonly string[]
}

/** @throws Refused (PKT-001) on an option that is unknown, lacks its value, has one too many, or on words too many or too few */
export function readGiven(typed: readonly string[], options: Options, words: Words): Given {
  const tokens = tokensOf(typed, options)
  const values = new Map<string, string[]>()
  const loose: string[] = []
  // Words that follow an option which takes several belong to it, as long as enough are left for the command.
  const borrowed: { from: string[]; word: string }[] = []
  let open: string[] | undefined
  for (const token of tokens) {
    if (token.kind === 'option-terminator') open = undefined
    else if (token.kind === 'positional') {
      if (open) {
        open.push(token.value)
        borrowed.push({ from: open, word: token.value })
      } else loose.push(token.value)
    } else {
      const option = options[token.name]
      const own = values.get(token.name) ?? []
      if (own.length > 0 && option?.takes !== 'repeated' && option?.takes !== 'several')
        throw wrongUsage(`Opsi --${token.name} ditulis dua kali.`, `The option --${token.name} is given twice.`)
      own.push(token.value ?? '')
      values.set(token.name, own)
      open = option?.takes === 'several' ? own : undefined
    }
  }
  const given = [...loose]
  for (let missing = words.least - loose.length; missing > 0; missing--) {
    const last = borrowed.pop()
    if (!last) break
    last.from.pop()
    given.splice(loose.length, 0, last.word)
  }
  checkWords(given, words)
  return {
    has: (option) => values.has(option),
    one: (option) => values.get(option)?.[0],
    all: (option) => values.get(option) ?? [],
    words: given,
  }
}

function checkWords(given: readonly string[], { name, least, most }: Words) {
  if (given.length < least) throw wrongUsage(`Kurang satu keterangan: ${name}.`, `A word is missing: ${name}.`)
  if (given.length > most) {
    const extra = given[most] as string
    throw wrongUsage(`"${extra}" tidak dipakai di sini.`, `"${extra}" has no place here.`)
  }
}

type Token = NonNullable<ReturnType<typeof parseArgs>['tokens']>[number]

function tokensOf(typed: readonly string[], options: Options): Token[] {
  const args = typed.map((word, position) => {
    const option = options[word.slice(2)]
    if (!word.startsWith('--') || option?.takes !== 'perhaps') return word
    return /^postgres(ql)?:/.test(typed[position + 1] ?? '') ? word : `${word}=`
  })
  const known = Object.entries(options).map(([name, { takes }]) => [
    name,
    { type: takes === 'flag' ? ('boolean' as const) : ('string' as const), multiple: takes !== 'flag' },
  ])
  try {
    const read = parseArgs({
      args,
      options: Object.fromEntries(known),
      allowPositionals: true,
      strict: true,
      tokens: true,
    })
    return read.tokens as Token[]
  } catch (error) {
    throw wrongOption(error as NodeJS.ErrnoException, options)
  }
}

function wrongOption({ code, message }: NodeJS.ErrnoException, options: Options) {
  const [option = ''] = /-{1,2}[\w-]+/.exec(message) ?? []
  if (code === 'ERR_PARSE_ARGS_UNKNOWN_OPTION') {
    const meant = Object.keys(options).find((name) => name.startsWith(option.replace(/^-+/, '').slice(0, 4)))
    const fix = meant
      ? { id: `Maksudnya --${meant}? Lihat --help.`, en: `Did you mean --${meant}? See --help.` }
      : undefined
    return wrongUsage(`Opsi ${option} tidak dikenal.`, `The option ${option} is not known.`, fix)
  }
  return options[option.slice(2)]?.takes === 'flag'
    ? wrongUsage(`Opsi ${option} tidak memakai nilai.`, `The option ${option} takes no value.`)
    : wrongUsage(`Opsi ${option} memerlukan nilai.`, `The option ${option} needs a value.`)
}

/** The day of an option. */
export function dayGiven(given: Given, option: string): Day | undefined {
  const text = given.one(option)
  if (text === undefined || isDay(text)) return text
  throw wrongUsage(
    `--${option} ${text} bukan tanggal kalender; tulis seperti 2021-07-19.`,
    `--${option} ${text} is not a day of the calendar; write it like 2021-07-19.`,
  )
}

export interface Stretch {
  readonly from: Day
  readonly until: Day
}

/** The days from `--from` to `--to`; without `--to` one day. */
export function stretchGiven(given: Given): Stretch {
  const from = dayGiven(given, 'from') as Day
  const until = dayGiven(given, 'to') ?? from
  if (until < from)
    throw wrongUsage(`--to ${until} sebelum --from ${from}.`, `--to ${until} lies before --from ${from}.`)
  return { from, until }
}

/** Whether a text is a day, or a day with a time. */
export const isInstant = (text: string): boolean => {
  const [date = '', time, ...rest] = text.split('T')
  return isDay(date) && rest.length === 0 && (time === undefined || /^([01]\d|2[0-3]):[0-5]\d$/.test(time))
}

/** The instant of `--known`. */
export function knownGiven(given: Given): Instant | undefined {
  const text = given.one('known')
  if (text === undefined || isInstant(text)) return text
  throw wrongUsage(
    `--known ${text} bukan saat; tulis seperti 2021-07-19 atau 2021-07-19T10:00.`,
    `--known ${text} is not an instant; write it like 2021-07-19 or 2021-07-19T10:00.`,
  )
}

/** One of the words an option allows. */
export function choiceGiven<T extends string>(given: Given, option: string, allowed: readonly T[]): T | undefined {
  const text = given.one(option)
  if (text === undefined) return undefined
  const found = allowed.find((one) => one === text)
  if (found) return found
  const list = allowed.join(', ')
  throw wrongUsage(
    `--${option} ${text} tidak dikenal; pilih: ${list}.`,
    `--${option} ${text} is not known; choose from: ${list}.`,
  )
}

/** The whole number of an option. */
export function numberGiven(given: Given, option: string): number | undefined {
  const text = given.one(option)
  if (text === undefined) return undefined
  if (/^\d{1,15}$/.test(text)) return Number(text)
  throw wrongUsage(`--${option} ${text} bukan bilangan bulat.`, `--${option} ${text} is not a whole number.`)
}

/** The readings chosen with `--reading`. */
export function readingsGiven(given: Given): Record<string, string> {
  return Object.fromEntries(
    given.all('reading').map((text) => {
      const [, question, reading] = /^([^=/]+\/[^=]+)=([^=]+)$/.exec(text) ?? []
      if (question && reading) return [question, reading]
      throw wrongUsage(
        `--reading ${text} harus berbentuk SURAT/PERTANYAAN=BACAAN.`,
        `--reading ${text} must have the form DOC/QUESTION=READING.`,
      )
    }),
  )
}

import { daysOf } from '@piket/domain/calendar/day.ts'
import { asSimulated } from '@piket/domain/circular/simulated.ts'
import { decideList } from '@piket/domain/decision/decide-list.ts'
import { envelope } from '@piket/server/features/ground/service.ts'
import { bookOf, peopleGiven } from './book.ts'
import { readCirculars, soundDocuments } from './circular-files.ts'
import type { Command } from './command.ts'
import { decisionForm, isOpen, rowsOf, type SharedRow } from './decision-form.ts'
import { choiceGiven, type Given, stretchGiven } from './given.ts'
import { type Ground, groundOf, groundOptions } from './ground.ts'
import { emit, outputOptions, peopleText, plainForm } from './output.ts'
import { peopleOptions, stretchOptions, strictOption } from './people-options.ts'
import { exits } from './refused.ts'
import { type Sensitivity, sensitivityOf } from './sensitivity.ts'
import { say } from './terminal.ts'

export const simulate: Command = {
  usage: 'simulate FILE --from DATE [--to DATE] [--with-register] [--readings used|all]',
  summary: {
    id: 'Seperti decide, untuk konsep dan usulan: apa akibatnya bila berlaku.',
    en: 'As decide, for drafts and proposals: what would follow if they were in force.',
  },
  notes: [
    {
      id: 'Usulan dianggap berlaku sejak --from; konsep yang menyebut masa berlaku memakainya. Keluaran decisions/1 dengan simulated: true; dengan --readings all keluaran sensitivity/1: untuk setiap jawaban lain, berapa orang dan hari-orang yang barisnya berubah.',
      en: 'A proposal counts as in force from --from; a draft that states a period keeps it. Output decisions/1 with simulated: true; with --readings all sensitivity/1: for each other answer, the people and person-days whose row changes.',
    },
  ],
  options: {
    ...stretchOptions,
    ...peopleOptions,
    'with-register': {
      takes: 'flag',
      help: { id: 'bersama surat pada --circulars', en: 'together with the documents of --circulars' },
    },
    readings: {
      takes: 'one',
      value: 'used|all',
      check: comparedGiven,
      help: { id: 'jawaban yang dipakai, atau bandingkan semua', en: 'the answers in use, or compare all' },
    },
    ...strictOption,
    ...groundOptions,
    ...outputOptions,
  },
  required: ['from'],
  words: { name: 'FILE', least: 1, most: 1 },
  async run(given, terminal) {
    const { from, until } = stretchGiven(given)
    const all = comparedGiven(given) === 'all'
    const alone = !given.has('with-register')
    if (alone && given.has('circulars'))
      say(
        terminal,
        'piket: --circulars dilewati tanpa --with-register. / --circulars is passed over without --with-register.',
      )
    const documents = soundDocuments(await readCirculars([given.words[0] as string]))
    const loaded = await groundOf(given, terminal, { from, until, documents, alone })
    const named = new Set(documents.map(({ id }) => id))
    const ground: Ground = {
      ...loaded,
      documents: loaded.documents.map((one) => (named.has(one.id) ? asSimulated(one, loaded.known) : one)),
    }
    const book = bookOf(ground, { simulate: from })
    const days = daysOf(from, until)
    const { employees, wanted } = peopleGiven(given, book, days)
    const head = { ...envelope(ground), simulated: true }
    if (all) {
      const rows = sensitivityOf(ground, { simulate: from, employees, days, wanted })
      await emit(given, terminal, { piket: 'sensitivity/1', head, rows, form: sensitivityForm })
      return exits.done
    }
    let open = 0
    const watch = function* (rows: Iterable<SharedRow>) {
      for (const row of rows) {
        if (isOpen(row.finding)) open++
        yield row
      }
    }
    const rows = watch(rowsOf(decideList(book, employees, days), wanted))
    await emit(given, terminal, { piket: 'decisions/1', head, rows, form: decisionForm })
    return given.has('strict') && open > 0 ? exits.negative : exits.done
  },
}

function comparedGiven(given: Given) {
  return choiceGiven(given, 'readings', ['used', 'all'])
}

const sensitivityForm = plainForm<Sensitivity>(
  ['question', 'reading', 'people', 'person_days'],
  ({ question, reading, people, person_days }, { language, bold }) =>
    `${bold(`${question}=${reading}`)}  ${peopleText(people, person_days, language)}`,
)

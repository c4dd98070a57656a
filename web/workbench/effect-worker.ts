/** Tries what is typed on the staff of the region, beside the page, so that typing never waits for it. */
import { type Edit, edited } from '@piket/domain/circular/edit.ts'
import {
  type ClauseFields,
  changesOfClause,
  changesOfLetter,
  type FormRefusal,
  isFormRefusal,
  type LetterFields,
} from '@piket/domain/circular/form-edit.ts'
import { isPatchRefusal } from '@piket/domain/circular/patch.ts'
import type { Circular } from '@piket/domain/circular/schema.ts'
import { clauseSentence } from '@piket/domain/circular/sentence.ts'
import { daysTriedOf, type Effect, effectOf, type Trial, trialOn } from '@piket/domain/decision/effect.ts'
import { type GroundFile, groundIn } from '@piket/domain/decision/ground-file.ts'
import { unitOn } from '@piket/domain/decision/world.ts'
import {
  effectWords,
  impactSaid,
  leftWords,
  mostRanges,
  mostStrains,
  officeBars,
  rangeChangeWords,
  rangeWords,
  reachWords,
  strainWords,
} from '@piket/domain/messages/effect-words.ts'
import type { Answer, Asked, Bench, Fields, Tried } from './asked.ts'

let bench: Bench | undefined
let file: GroundFile | undefined
let trial: Trial | undefined

addEventListener('message', async ({ data }: MessageEvent<Bench | Asked>) => {
  if ('ground' in data) bench = data
  else if (bench) postMessage(await answerTo(data, bench).catch((): Answer => 'away'))
})

async function answerTo({ letter, clause }: Asked, { doc, amends, ground, language }: Bench): Promise<Answer> {
  const edits = [letter && changesOfLetter(letterOf(letter))(doc), clause && changesOfClause(clauseOf(clause))(doc)]
  const [ofLetter, ofClause] = edits.map((edit) => edit ?? {}) as [Edit | FormRefusal, Edit | FormRefusal]
  if (isFormRefusal(ofLetter) || isFormRefusal(ofClause)) return 'unfit'
  const next = edited(doc, { ...ofLetter, ...ofClause })
  if (isPatchRefusal(next)) return 'unfit'
  const tried = await trialOf(next.doc, ground)
  const effect = tried && effectOf({ doc: next.doc, amends }, tried)
  const isOfClause = Object.keys(ofClause).length > 0
  return {
    isEdited: isOfClause || Object.keys(ofLetter).length > 0,
    clause: isOfClause ? clauseOf(clause ?? []).butir : null,
    ...inWords(next.doc, effect, tried, language),
  }
}

/** The ground for the days of a draft: loaded once, and again where a period is typed that begins elsewhere. */
async function trialOf(doc: Circular, address: string): Promise<Trial | undefined> {
  file ??= await loaded(address)
  const [from, until] = daysTriedOf(doc, file.today)
  if (from < file.from || until > file.until) {
    file = await loaded(`${address}?mulai=${from}`)
    trial = undefined
  }
  if (trial?.days[0] !== from || trial.days.at(-1) !== until) trial = trialOn(groundIn(file), from, until)
  return trial
}

async function loaded(address: string): Promise<GroundFile> {
  const answer = await fetch(address)
  if (!answer.ok) throw new Error(`${answer.status}`)
  return answer.json()
}

function inWords(
  doc: Circular,
  effect: Effect | undefined,
  tried: Trial | undefined,
  language: Bench['language'],
): Pick<Tried, 'clauses' | 'effect'> {
  const words = effectWords[language]
  const unitName = (unit: string) => (tried && unitOn(tried.world, unit, tried.days[0]!)?.name) ?? unit
  return {
    clauses: doc.clauses.map((clause) => ({
      id: clause.id,
      sentence: clauseSentence(clause, doc, unitName)[language],
      reached: effect ? reachWords(clause, effect, language) : '',
    })),
    effect: effect
      ? {
          title: words.impact(effect.moves.people),
          lead: words.lead(effect.days[0]!, effect.days.at(-1)!),
          moves: effect.moves,
          days: words.personDays(effect.moves.personDays),
          said: impactSaid(effect.moves, language),
          offices: officesInWords(effect, language, unitName),
          strains: {
            title: words.strains(effect.strains.length),
            lead: words.countedOn(effect.day),
            items: effect.strains
              .slice(0, mostStrains)
              .map((one) => ({ agency: unitName(one.agency), ...strainWords(one, language) })),
          },
        }
      : null,
  }
}

function officesInWords(
  { offices, day }: Effect,
  language: Bench['language'],
  unitName: (unit: string) => string,
): NonNullable<Tried['effect']>['offices'] {
  const words = effectWords[language]
  return {
    lead: words.countedOn(day),
    unsettled: offices.unsettled > 0 ? words.unsettled(offices.unsettled) : '',
    bars: officeBars(offices).map((bar, at) => ({
      ...bar,
      people: words.people(rangeWords(at === 0 ? offices.before : offices.after, language)),
    })),
    agencies: offices.agencies
      .slice(0, mostRanges)
      .map((one) => ({ agency: unitName(one.agency), ...rangeChangeWords(one, language) })),
    left: leftWords(offices, language).map(({ unit, says }) => ({ unit: unitName(unit), says })),
  }
}

const letterOf = (sent: Fields) => Object.fromEntries(sent) as unknown as LetterFields

const lists = ['eselon', 'status', 'jenis', 'kelompok', 'jabatan', 'mengatasi']

/** The fields of a clause: lists of ticks, an age as a number, all else as it is typed. */
function clauseOf(sent: Fields): ClauseFields {
  const single: Record<string, string> = Object.fromEntries(sent)
  const ticked = lists.map((list) => [list, sent.flatMap(([name, value]) => (name === list ? [value] : []))])
  return {
    ...single,
    ...Object.fromEntries(ticked),
    unit: single.unit ?? '',
    usia: single.usia ? Number(single.usia) : '',
  }
}

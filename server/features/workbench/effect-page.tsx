import type { Day } from '@piket/domain/calendar/day.ts'
import { readingWords } from '@piket/domain/circular/reading-words.ts'
import type { Question } from '@piket/domain/circular/schema.ts'
import type { Effect } from '@piket/domain/decision/effect.ts'
import type { Moves } from '@piket/domain/decision/impact.ts'
import {
  barOf,
  effectWords,
  isShown,
  leftWords,
  type MoveHeading,
  mostRanges,
  mostStrains,
  moveHeadings,
  officeBars,
  rangeChangeWords,
  rangeWords,
  strainWords,
} from '@piket/domain/messages/effect-words.ts'
import { blockWords, recipientWords, wordFor } from '@piket/domain/messages/words.ts'
import { Radios } from '#platform/field.tsx'
import { type Language, numberText } from '#platform/language.ts'
import { Evidence } from '#platform/questions.tsx'
import { Form } from '#platform/refused-form.tsx'
import type { BenchProps } from './bench-page.tsx'
import { Read } from './read-page.tsx'

/**
 * What the draft would do, what it cannot do, and what is to be corrected or answered first. What script fills in while
 * somebody types is marked by `data-` names.
 */
export function EffectPanels(props: BenchProps) {
  const { effect } = props.bench
  return (
    <div class="stack">
      <p class="card" data-contradicts hidden={effect !== undefined}>
        {props.t.contradicts}
      </p>
      <Impact {...props} />
      <Offices {...props} />
      <Strains {...props} />
      {effect && effect.analysis.collisions.length > 0 && <Collisions {...props} effect={effect} />}
      <Problems {...props} />
      {props.draft.doc.open_questions.length > 0 && <Questions {...props} />}
    </div>
  )
}

interface EffectProps extends BenchProps {
  readonly effect: Effect
}

const nobody: Moves = {
  ...{ people: 0, toHome: 0, toOffice: 0, toTurns: 0, elsewhere: 0, otherwise: 0, same: 0 },
  ...{ undetermined: 0, conflict: 0, gap: 0, personDays: 0 },
}

/** That what stands here is typed and not kept yet. */
export const Unsaved = ({ t }: Pick<BenchProps, 't'>) => (
  <span class="ds-tag" data-color="accent" data-unsaved hidden>
    {t.unsaved}
  </span>
)

function Impact({ bench: { effect, ground }, view: { language }, t }: BenchProps) {
  const { moves, days } = effect ?? { moves: nobody, days: [ground.from] }
  const [first, last] = [days[0] as Day, days.at(-1) as Day]
  const hints: Partial<Record<MoveHeading, string>> = t.moveHints
  const words = effectWords[language]
  return (
    <section class="card stack" aria-labelledby="dampak" hidden={effect === undefined}>
      <div class="row">
        <h2 id="dampak">{words.impact(moves.people)}</h2>
        <Unsaved t={t} />
      </div>
      <p class="small quiet" data-lead>
        {words.lead(first, last)}
      </p>
      <Bar moves={moves} language={language} />
      <dl class="stats">
        {moveHeadings.map((one) => (
          <div data-heading={one} hidden={!isShown(one, moves)}>
            <dt>{words.moves[one]}</dt>
            <dd>
              <span data-people>{numberText(moves[one], language)}</span>
              {hints[one] && <small>{hints[one]}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="small" data-days>
        {words.personDays(moves.personDays)}
      </p>
      <p class="small" data-unfit hidden>
        {t.unfit}
      </p>
      <p class="ds-sr-only" role="status" data-said />
    </section>
  )
}

/** The staff as one bar: who moves where, and who stays. Its numbers stand below. */
const Bar = ({ moves, language }: { readonly moves: Moves; readonly language: Language }) => (
  <svg
    class="share"
    viewBox="0 0 100 6"
    preserveAspectRatio="none"
    role="img"
    aria-label={effectWords[language].impact(moves.people)}
  >
    <rect class="ground" width="100" height="6" />
    {barOf(moves).map(({ heading, x, width }) => (
      <rect data-move={heading} x={x} width={width} height="6" />
    ))}
  </svg>
)

function Strains({ bench: { effect, ground }, unitName, view: { language }, t }: BenchProps) {
  const { strains, day } = effect ?? { strains: [], day: ground.from }
  const words = effectWords[language]
  return (
    <section class="card stack" aria-labelledby="mustahil" hidden={strains.length === 0}>
      <div class="row">
        <h2 id="mustahil">{words.strains(strains.length)}</h2>
        <Unsaved t={t} />
      </div>
      <p class="small quiet" data-lead>
        {words.countedOn(day)}
      </p>
      <ul class="list">
        {strains.slice(0, mostStrains).map((one) => (
          <StrainItem agency={unitName(one.agency)} {...strainWords(one, language)} />
        ))}
      </ul>
      <template>
        <StrainItem agency="" staff="" says="" fix="" />
      </template>
    </section>
  )
}

interface StrainItemProps extends ReturnType<typeof strainWords> {
  readonly agency: string
}

const StrainItem = ({ agency, staff, says, fix }: StrainItemProps) => (
  <li class="stack-s">
    <p>
      <strong data-slot="agency">{agency}</strong>{' '}
      <span class="small quiet" data-slot="staff">
        {staff}
      </span>
    </p>
    <p data-slot="says">{says}</p>
    <p class="small" data-slot="fix">
      {fix}
    </p>
  </li>
)

const noOffices: Effect['offices'] = {
  ...{ staff: 0, before: { least: 0, most: 0 }, after: { least: 0, most: 0 } },
  ...{ agencies: [], leaderless: [], empty: [], unsettled: 0 },
}

/** How many can be at the office, whoever is drawn: a quota on people who take turns moves nobody, and changes this. */
function Offices({ bench: { effect, ground }, unitName, view: { language }, t }: BenchProps) {
  const { offices, day } = effect ?? { offices: noOffices, day: ground.from }
  const words = effectWords[language]
  const left = leftWords(offices, language)
  return (
    <section class="card stack-s" aria-labelledby="kantor" hidden={effect === undefined}>
      <div class="row">
        <h2 id="kantor">{words.offices}</h2>
        <Unsaved t={t} />
      </div>
      <p class="small quiet" data-lead>
        {words.countedOn(day)}
      </p>
      <dl class="bars">
        {officeBars(offices).map(({ least, most }, at) => (
          <div data-bar={at === 0 ? 'now' : 'then'}>
            <dt>{at === 0 ? words.now : words.asDrafted}</dt>
            <dd>
              <svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
                <rect class="ground" width="100" height="6" />
                <rect data-move="toTurns" data-most width={most} height="6" />
                <rect data-move="toOffice" data-least width={least} height="6" />
              </svg>
              <span data-range>{words.people(rangeWords(at === 0 ? offices.before : offices.after, language))}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p class="small" data-unsettled hidden={offices.unsettled === 0}>
        {words.unsettled(offices.unsettled)}
      </p>
      <ul class="list small" data-agencies>
        {offices.agencies.slice(0, mostRanges).map((one) => (
          <RangeItem agency={unitName(one.agency)} {...rangeChangeWords(one, language)} />
        ))}
      </ul>
      <template>
        <RangeItem agency="" staff="" says="" />
      </template>
      <ul class="list small" data-left>
        {left.map(({ unit, says }) => (
          <LeftItem unit={unitName(unit)} says={says} />
        ))}
      </ul>
      <template>
        <LeftItem unit="" says="" />
      </template>
    </section>
  )
}

const RangeItem = ({ agency, staff, says }: ReturnType<typeof rangeChangeWords> & { readonly agency: string }) => (
  <li>
    <strong data-slot="agency">{agency}</strong>{' '}
    <span class="quiet" data-slot="staff">
      {staff}
    </span>
    <br />
    <span data-slot="says">{says}</span>
  </li>
)

const LeftItem = ({ unit, says }: { readonly unit: string; readonly says: string }) => (
  <li>
    <strong data-slot="unit">{unit}</strong> <span data-slot="says">{says}</span>
  </li>
)

function Collisions({ effect: { analysis }, t }: EffectProps) {
  return (
    <section class="card stack-s" aria-labelledby="tabrakan">
      <h2 id="tabrakan">{t.collisions}</h2>
      <ul class="list">
        {analysis.collisions.map(({ clauses, people }) => (
          <li>
            <p>{t.collision(clauses.join(', '), people)}</p>
            <p class="small">{t.collisionFix}</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Problems({ bench: { problems, effect }, view: { language }, t }: BenchProps) {
  const unknown = [...new Set(effect?.analysis.unknownUnits.map(({ unit }) => unit))]
  const nothing = problems.length + unknown.length === 0
  return (
    <section class="card stack-s" aria-labelledby="periksa">
      <h2 id="periksa">{t.problems}</h2>
      {nothing && <p>{t.noProblems}</p>}
      <ul class="list">
        {problems.map(({ code, level, path, finding, fix }) => (
          <li>
            <p>
              <span class="ds-tag" data-color={level === 'error' ? 'conflict' : 'neutral'}>
                {t.levels[level]}
              </span>{' '}
              {finding[language]} <span class="small">{fix[language]}</span>
            </p>
            <p class="small quiet">
              <span class="code">{code}</span> · {path}
            </p>
          </li>
        ))}
        {unknown.map((unit) => (
          <li>
            <p>
              <span class="ds-tag" data-color="neutral">
                {t.levels.warning}
              </span>{' '}
              {t.unknownUnit(unit)}
            </p>
            <p class="small quiet code">PKT-805</p>
          </li>
        ))}
      </ul>
    </section>
  )
}

function Questions(props: BenchProps) {
  const { draft, t } = props
  return (
    <section class="card stack" aria-labelledby="pertanyaan">
      <h2 id="pertanyaan">{t.questions}</h2>
      {draft.doc.open_questions.map((question) => (
        <QuestionForm {...props} question={question} />
      ))}
    </section>
  )
}

function QuestionForm({
  draft,
  slug,
  bench: { readings },
  form,
  view,
  unitName,
  question,
  t,
}: BenchProps & { readonly question: Question }) {
  const movesOf = (reading: string) =>
    readings.find((one) => one.question === question.id && one.reading === reading)?.moves
  const words = (reading: Question['readings'][number]) => {
    const moves = movesOf(reading.id)
    const says =
      readingWords(draft.doc, reading, unitName)
        .map((one) => one[view.language])
        .join('; ') || t.asWritten
    const then =
      reading.impossible === undefined
        ? moves && t.readingMoves(moves.people - moves.same, moves.personDays)
        : t.impossible(reading.impossible)
    return [says, then].filter(Boolean).join(' · ')
  }
  const list = question.readings.map((reading) => [reading.id, words(reading)] as const)
  return (
    <Form class="stack-s" action={`/${slug}/konsep/${draft.id}/bacaan`} of={{ pertanyaan: question.id }}>
      {form && <Read draft={draft} form={form} />}
      <Radios name="bacaan" label={question.text} options={list} value={question.used} />
      <p class="small quiet">
        {[
          t.ask(wordFor(recipientWords, question.ask)[view.language]),
          question.blocks !== 'none' && blockWords[question.blocks][view.language],
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      {question.evidence && (
        <ul class="list small">
          {[...new Set(question.evidence.map(({ says }) => says))].map((reading) => (
            <li>
              <span class="code">{reading}</span>
              <Evidence question={question} reading={reading} language={view.language} />
            </li>
          ))}
        </ul>
      )}
      {form && draft.endedAs === null && (
        <p class="act">
          <button class="ds-button" data-variant="secondary" data-size="sm" type="submit">
            {t.settle}
          </button>
        </p>
      )}
    </Form>
  )
}

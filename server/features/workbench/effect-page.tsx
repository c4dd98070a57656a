import { readingWords } from '@piket/domain/circular/reading-words.ts'
import type { Question } from '@piket/domain/circular/schema.ts'
import type { Moves } from '@piket/domain/decision/impact.ts'
import type { Strain } from '@piket/domain/decision/strain.ts'
import { Radios } from '#platform/field.tsx'
import { dayText, longDay, numberText } from '#platform/language.ts'
import { Form } from '#platform/refused-form.tsx'
import type { BenchProps } from './bench-page.tsx'
import { Read } from './read-page.tsx'
import type { Effect } from './service.ts'

/** What the draft would do, what it cannot do, and what is to be corrected or answered first. */
export function EffectPanels(props: BenchProps) {
  const { effect } = props.bench
  return (
    <div class="stack">
      {effect ? <Impact {...props} effect={effect} /> : <p class="card">{props.t.contradicts}</p>}
      {effect && effect.strains.length > 0 && <Strains {...props} effect={effect} />}
      {effect && effect.analysis.collisions.length > 0 && <Collisions {...props} effect={effect} />}
      <Problems {...props} />
      {props.draft.doc.open_questions.length > 0 && <Questions {...props} />}
    </div>
  )
}

interface EffectProps extends BenchProps {
  readonly effect: Effect
}

const always = ['toHome', 'toOffice', 'same'] as const
const whereAny = ['toTurns', 'elsewhere', 'otherwise', 'undetermined', 'conflict', 'gap'] as const

function Impact({ effect: { moves, days }, view: { language }, t }: EffectProps) {
  const shown = [...always, ...whereAny.filter((one) => moves[one] > 0)]
  const hints: Partial<Record<keyof Moves, string>> = t.moveHints
  return (
    <section class="card stack" aria-labelledby="dampak">
      <h2 id="dampak">{t.impact(moves.people)}</h2>
      <p class="small quiet">
        {t.impactLead(
          dayText(days[0] as (typeof days)[number], language),
          dayText(days.at(-1) as (typeof days)[number], language),
        )}
      </p>
      <Bar moves={moves} t={t} />
      <dl class="stats">
        {shown.map((one) => (
          <div>
            <dt>{t.moves[one]}</dt>
            <dd>
              {numberText(moves[one], language)}
              {hints[one] && <small>{hints[one]}</small>}
            </dd>
          </div>
        ))}
      </dl>
      <p class="small">{t.personDays(moves.personDays)}</p>
    </section>
  )
}

/** The staff as one bar: who moves where, and who stays. Its numbers stand below. */
function Bar({ moves, t }: Pick<BenchProps, 't'> & { readonly moves: Moves }) {
  const parts = (['toHome', 'toOffice', 'toTurns', 'elsewhere'] as const).filter((one) => moves[one] > 0)
  const total = parts.reduce((sum, one) => sum + moves[one], moves.same + moves.otherwise)
  if (total === 0) return null
  let x = 0
  return (
    <svg class="share" viewBox="0 0 100 6" preserveAspectRatio="none" role="img" aria-label={t.impact(moves.people)}>
      <rect class="ground" width="100" height="6" />
      {parts.map((one) => {
        const width = (moves[one] / total) * 100
        const at = x
        x += width
        return <rect data-move={one} x={at} width={width} height="6" />
      })}
    </svg>
  )
}

function Strains({ effect: { strains, day }, unitName, view: { language }, t }: EffectProps) {
  return (
    <section class="card stack" aria-labelledby="mustahil">
      <h2 id="mustahil">{t.strains(strains.length)}</h2>
      <p class="small quiet">{t.strainsLead(longDay(day, language))}</p>
      <ul class="list">
        {strains.slice(0, mostStrains).map((one) => (
          <StrainItem strain={one} unitName={unitName} language={language} t={t} />
        ))}
      </ul>
    </section>
  )
}

/** The largest are shown; the heading counts all. */
const mostStrains = 20

function StrainItem({
  strain: { kind, agency, clause, bound, people, staff },
  unitName,
  t,
}: Pick<BenchProps, 'unitName' | 't'> & { readonly strain: Strain; readonly language: string }) {
  return (
    <li class="stack-s">
      <p>
        <strong>{unitName(agency)}</strong> <span class="small quiet">{t.ofStaff(staff)}</span>
      </p>
      <p>{t.strain[kind](clause, bound, people)}</p>
      <p class="small">{t.strainFix[kind](Math.abs(people - bound))}</p>
    </li>
  )
}

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
  bench: { effect },
  form,
  view,
  unitName,
  question,
  t,
}: BenchProps & { readonly question: Question }) {
  const movesOf = (reading: string) =>
    effect?.readings.find((one) => one.question === question.id && one.reading === reading)?.moves
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

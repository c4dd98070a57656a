import { Choice, Field } from '#platform/field.tsx'
import { Shell, type View } from '#platform/shell.tsx'
import { Working } from '#platform/working.tsx'
import { CoveragePart } from './coverage-page.tsx'
import { WherePart } from './days-page.tsx'
import { letters, pageWords, type SimulationQuery, writtenRules } from './schema.ts'
import { SeatsPart } from './seats-page.tsx'
import type { Choice as RuleChoice, SimulatedVariant, SimulationView } from './service.ts'
import { CostPart, SumsPart } from './sums-page.tsx'
import type { Text } from './text.ts'
import { FairnessPart } from './turns-page.tsx'

interface Props {
  readonly view: View
  readonly slug: string
  readonly asked: SimulationQuery
  readonly found: SimulationView
  readonly xlsx: string
  readonly t: Text
}

/** What every part of the page is given. */
export interface PartProps extends Pick<Props, 'view' | 't'> {
  readonly unitName: (unit: string) => string
  readonly variants: readonly SimulatedVariant[]
}

/** Up to four ways to rule the same staff, side by side. */
export function SimulationPage(props: Props) {
  const { view, slug, found, xlsx, t } = props
  const { outcome, unitName } = found
  return (
    <Shell view={view} title={t.title} here="edaran" wide>
      <div class="head">
        <div>
          <h1>{t.title}</h1>
          <p>{t.lead}</p>
        </div>
        <p class="act">
          <a href={`/${slug}/edaran`}>{t.all}</a>
          <a href={`/${slug}/konsep`}>{t.drafts}</a>
          <a href={`/${slug}/bandingkan`}>{t.compare}</a>
        </p>
      </div>
      <div class="stack">
        <Question {...props} />
        {outcome && 'done' in outcome && <Working address={view.address} {...outcome} t={t} />}
        {outcome && 'variants' in outcome && (
          <Result view={view} unitName={unitName} variants={outcome.variants} xlsx={xlsx} t={t} />
        )}
      </div>
    </Shell>
  )
}

function Result({ xlsx, ...part }: PartProps & Pick<Props, 'xlsx'>) {
  return (
    <>
      <SumsPart {...part} xlsx={xlsx} />
      <WherePart {...part} />
      <SeatsPart {...part} />
      <CoveragePart {...part} />
      <FairnessPart {...part} />
      <CostPart {...part} />
    </>
  )
}

function Question({ slug, asked, found: { choices, from, until }, t }: Props) {
  const options = (of: readonly RuleChoice[]) =>
    of.map(
      ({ rules, title, number }) =>
        [writtenRules(rules, pageWords), [number, title].filter(Boolean).join(' · ')] as const,
    )
  const groups = (
    [
      [t.own, choices.own],
      [t.open, choices.drafts],
      [t.frames, choices.frames],
      [t.told, choices.told],
    ] as const
  ).flatMap(([words, of]) => (of.length > 0 ? [[words, options(of)] as const] : []))
  const isBegun = letters.some((letter) => asked[letter] !== undefined)
  return (
    <form class="card stack" method="get" action={`/${slug}/simulasi`}>
      <p class="small quiet">{t.quotaHint}</p>
      <div class="variants">
        {letters.map((letter, at) => (
          <div class="stack-s">
            <Choice
              name={letter}
              label={t.rules(letter.toUpperCase())}
              options={[['', t.none], [pageWords.now, t.now], ...groups]}
              value={asked[letter] ?? (isBegun || at > 0 ? '' : pageWords.now)}
            />
            <Field
              name={`kuota_${letter}`}
              label={t.quota(letter.toUpperCase())}
              value={asked[`kuota_${letter}`]}
              maxLength={20}
            />
          </div>
        ))}
      </div>
      <div class="row low">
        <Field name="dari" label={t.from} type="date" value={from} required />
        <Field name="sampai" label={t.until} hint={t.daysHint} type="date" value={until} required />
      </div>
      <p class="act">
        <button class="ds-button" type="submit">
          {t.run}
        </button>
      </p>
    </form>
  )
}

import { type EmptyAgency, emptyByAgency } from '@piket/domain/decision/coverage.ts'
import { strainWords } from '@piket/domain/messages/effect-words.ts'
import type { LastingStrain } from '@piket/domain/simulation/simulate.ts'
import { dayText, type Language } from '#platform/language.ts'
import type { PartProps } from './simulation-page.tsx'
import type { Text } from './text.ts'
import { letterOf, VariantName } from './variant-page.tsx'

/** So many are shown of each variant; the file holds all. */
const mostShown = 8

/** Where the public would find nobody, and who is asked for the impossible, by variant. */
export function CoveragePart({ view: { language }, unitName, variants, t }: PartProps) {
  return (
    <section class="card stack" aria-labelledby="layanan">
      <h2 id="layanan">{t.coverage}</h2>
      <p class="small quiet">{t.coverageLead}</p>
      <div class="variants">
        {variants.map((variant, at) => {
          const { strains, uncovered } = variant.simulated
          const empty = emptyByAgency(uncovered)
          const drawn = uncovered.filter(({ nobody }) => nobody === 0).length
          return (
            <section class="stack-s" aria-labelledby={`layanan-${letterOf(at)}`}>
              <h3 id={`layanan-${letterOf(at)}`}>
                <VariantName at={at} variant={variant} t={t} />
              </h3>
              {strains.length === 0 && <p class="small">{t.allPossible}</p>}
              <Shown of={strains} t={t}>
                {(one) => <StrainItem one={one} unitName={unitName} language={language} t={t} />}
              </Shown>
              {empty.length === 0 && <p class="small">{t.allCovered}</p>}
              <Shown of={empty} t={t}>
                {(one) => <EmptyItem one={one} unitName={unitName} language={language} t={t} />}
              </Shown>
              {drawn > 0 && <p class="small">{t.byTurns(drawn)}</p>}
            </section>
          )
        })}
      </div>
    </section>
  )
}

interface ShownProps<T> {
  readonly of: readonly T[]
  readonly children: (one: T) => preact.JSX.Element
  readonly t: Text
}

function Shown<T>({ of, children, t }: ShownProps<T>) {
  if (of.length === 0) return null
  return (
    <ul class="list small">
      {of.slice(0, mostShown).map((one) => (
        <li>{children(one)}</li>
      ))}
      {of.length > mostShown && <li class="quiet">{t.more(of.length - mostShown)}</li>}
    </ul>
  )
}

interface ItemProps<T> {
  readonly one: T
  readonly unitName: (unit: string) => string
  readonly language: Language
  readonly t: Text
}

function StrainItem({ one: { strain, days }, unitName, language, t }: ItemProps<LastingStrain>) {
  const { staff, says, fix } = strainWords(strain, language)
  return (
    <p>
      <strong>{unitName(strain.agency)}</strong>{' '}
      <span class="quiet">
        {staff}, {t.days(days)}
      </span>
      <br />
      {says} {fix}
    </p>
  )
}

/** So many units of an agency are named. */
const mostNamed = 3

function EmptyItem({ one: { agency, units, days, firstDay }, unitName, language, t }: ItemProps<EmptyAgency>) {
  const isWhole = units.some(({ unit }) => unit === agency)
  const names = units.slice(0, mostNamed).map(({ unit }) => unitName(unit))
  const more = units.length > mostNamed ? ` ${t.more(units.length - mostNamed)}` : ''
  return (
    <p>
      <strong>{unitName(agency)}</strong> <span class="quiet">{isWhole ? t.whole : `${names.join(', ')}${more}`}</span>
      <br />
      {t.nobody(days, dayText(firstDay, language), units.length)}
    </p>
  )
}

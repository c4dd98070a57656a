/** An estimate as tables: each figure in words, with the band of what it may be drawn beside it. */
import { transmissions } from '@piket/domain/outbreak/attendance.ts'
import type { Band } from '@piket/domain/outbreak/band.ts'
import { usualDisease } from '@piket/domain/outbreak/disease.ts'
import { infectionChance, outbreakSize } from '@piket/domain/outbreak/outbreak.ts'
import { repeats } from '@piket/domain/outbreak/repeats.ts'
import { type Language, numberText } from '#platform/language.ts'
import { folding, Heading } from '#platform/parts.tsx'
import { BandStrip } from './band-page.tsx'
import type { Props as PageProps } from './outbreak-page.tsx'
import type { Estimated, WayEstimate } from './service.ts'
import type { Text } from './text.ts'

type Props = PageProps & { readonly estimated: Estimated }

/** Two places: more would say what nobody knows. */
export const figureOf = (value: number, language: Language): string =>
  numberText(Math.round(value * 100) / 100, language)

/** Tenths of a percent; what is less than one but not nothing is said so. */
const percentOf = (share: number, language: Language, t: Text): string => {
  const rounded = Math.round(share * 1000) / 10
  return rounded === 0 && share > 0 ? t.below(`${numberText(0.1, language)}%`) : `${numberText(rounded, language)}%`
}

/** `0,92 (0,7–1,1)`; the range stays in one line. */
const bandOf = ({ value, low, high }: Band, words: (figure: number) => string) => (
  <>
    {words(value)} <span class="nowrap">{`(${words(low)}–${words(high)})`}</span>
  </>
)

/** The unit by its roster and by every other way. */
export function Ways({ view: { language }, outbreak: { people, unsettled }, estimated, t }: Props) {
  const { ways } = estimated
  const figure = (value: number) => figureOf(value, language)
  const percent = (share: number) => percentOf(share, language, t)
  const isSmall = people <= outbreakSize
  const drawn = ({ outbreak, size }: WayEstimate) => (isSmall ? size : outbreak)
  const most = Math.max(...ways.map((way) => drawn(way).high), isSmall ? 1 : 0.05)
  return (
    <section class="card stack-s" aria-labelledby="hasil">
      <h2 id="hasil">{t.result(t.people(people))}</h2>
      <p>{isSmall ? t.tooSmall(people) : inWords(ways, percent, t)}</p>
      <table class="ds-table fold" {...folding.table}>
        <Heading
          columns={[t.way, isSmall ? t.size : t.outbreak, isSmall ? t.outbreak : t.size, t.localR, t.days, t.ratio]}
        />
        <tbody {...folding.rows}>
          {ways.map((way) => (
            <tr {...folding.row}>
              <th scope="row" {...folding.header}>
                {t.ways[way.attending]}
              </th>
              <td {...folding.cell} data-l={isSmall ? t.size : t.outbreak}>
                <div>
                  <BandStrip band={drawn(way)} most={most} />
                  {bandOf(drawn(way), isSmall ? figure : percent)}
                </div>
              </td>
              <td {...folding.cell} data-l={isSmall ? t.outbreak : t.size}>
                {isSmall ? bandOf(way.outbreak, percent) : bandOf(way.size, figure)}
              </td>
              <td {...folding.cell} data-l={t.localR}>
                {bandOf(way.localR, figure)}
              </td>
              <td {...folding.cell} data-l={t.days}>
                {figure(way.daysAWeek)}
              </td>
              <td {...folding.cell} data-l={t.ratio}>
                {way.ratio ? bandOf(way.ratio, figure) : '–'}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small quiet">
        {t.legend} {t.scale(isSmall ? figure(most) : percent(most))} {t.overlap}
      </p>
      <p class="small">
        {t.fewerDays} {unsettled > 0 && t.unsettled(unsettled)}
      </p>
    </section>
  )
}

function inWords(ways: readonly WayEstimate[], percent: (share: number) => string, t: Text): string {
  const chance = (attending: WayEstimate['attending']) => {
    const { value, low, high } = (ways.find((way) => way.attending === attending) as WayEstimate).outbreak
    return t.range(percent(value), percent(low), percent(high))
  }
  return t.chances(chance('roster'), chance('none'))
}

/** The published ratios beside ours, on a network of the published kind. */
export function Published({ view: { language }, estimated: { published }, t }: Props) {
  const figure = (value: number) => figureOf(value, language)
  const percent = (share: number) => percentOf(share, language, t)
  return (
    <section class="card stack-s" aria-labelledby="terbit">
      <h2 id="terbit">{t.published}</h2>
      <p class="small">{t.publishedLead}</p>
      <table class="ds-table fold" {...folding.table}>
        <Heading columns={[t.pattern, t.theirs, t.ours]} />
        <tbody {...folding.rows}>
          {published.map(({ pattern, published: share, publishedRatio, outbreak, ratio }) => (
            <tr {...folding.row}>
              <th scope="row" {...folding.header}>
                {t.ways[pattern]}
              </th>
              <td {...folding.cell} data-l={t.theirs}>
                {ratio ? t.theirsOf(percent(share / 100), figure(publishedRatio)) : percent(share / 100)}
              </td>
              <td {...folding.cell} data-l={t.ours}>
                <div>
                  {ratio ? (
                    <>
                      <BandStrip band={ratio} most={1} beside={publishedRatio} />
                      {bandOf(ratio, figure)}
                    </>
                  ) : (
                    bandOf(outbreak, percent)
                  )}
                </div>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small quiet">
        {t.publishedScale} {t.legend}
      </p>
      <p class="small">
        {inOrder(published) ? t.agreement : t.orderDiffers} {isKinder(published) && t.kinder}
      </p>
    </section>
  )
}

/** They come in the published order: whether ours is the same one. */
const inOrder = (published: Estimated['published']): boolean =>
  published.every(({ outbreak }, at) => at === 0 || outbreak.value >= (published[at - 1]?.outbreak.value ?? 0))

/** Whether ours speaks better of two groups in turns than what is published. */
const isKinder = (published: Estimated['published']): boolean =>
  published.some(
    ({ pattern, ratio, publishedRatio }) =>
      pattern.startsWith('rotating') && ratio !== null && ratio.value < publishedRatio,
  )

/** What the figures leave out, and what they follow from. */
export function Method({ view: { language }, strength, outbreak: { seed }, estimated: { runs }, t }: Props) {
  const figure = (value: number) => figureOf(value, language)
  const { latent, symptomatic, beforeSymptoms, withoutSymptoms, silentFactor } = usualDisease
  return (
    <section class="card stack-s" aria-labelledby="batas">
      <h2 id="batas">{t.unknown}</h2>
      <ul class="list small">
        {t.unknowns.map((unknown) => (
          <li>{unknown}</li>
        ))}
      </ul>
      <h3>{t.how}</h3>
      <dl class="facts flat small">
        <dt>{t.seed}</dt>
        <dd>
          <span class="code">{seed}</span> {t.seedLead}
        </dd>
        <dt>{t.runs}</dt>
        <dd>{t.runsOf(numberText(runs, language), repeats)}</dd>
        <dt>{t.hazard}</dt>
        <dd>
          {figure(transmissions[strength])}. {t.hazardLead(Math.round(100 * infectionChance(transmissions[strength])))}
        </dd>
        <dt>{t.latent}</dt>
        <dd>{t.latentOf(...latent)}</dd>
        <dt>{t.symptomatic}</dt>
        <dd>{t.symptomaticOf(numberText(symptomatic * 100, language), ...beforeSymptoms)}</dd>
        <dt>{t.silent}</dt>
        <dd>{t.silentOf(...withoutSymptoms, figure(silentFactor))}</dd>
      </dl>
      <p class="small">{t.assumed}</p>
    </section>
  )
}

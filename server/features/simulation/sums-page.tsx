import { movedPeople } from '@piket/domain/decision/impact.ts'
import { effectWords } from '@piket/domain/messages/effect-words.ts'
import { sharedOut } from '@piket/domain/simulation/fair-share.ts'
import { longDay, numberText } from '#platform/language.ts'
import { Bar, folding, Heading } from '#platform/parts.tsx'
import { SumOfSeats } from './seats-page.tsx'
import type { SimulatedVariant } from './service.ts'
import type { PartProps } from './simulation-page.tsx'
import type { Text } from './text.ts'
import { sharedText } from './turns-page.tsx'
import { letterOf, VariantName } from './variant-page.tsx'

/** The main figures of each variant in a row, and what it is. */
export function SumsPart({ view: { language }, variants, xlsx, t }: PartProps & { readonly xlsx: string }) {
  const number = (value: number) => numberText(value, language)
  const [first] = variants
  return (
    <section class="card stack" aria-labelledby="ringkasan">
      <h2 id="ringkasan">{t.sums}</h2>
      <table class="ds-table fold" {...folding.table}>
        <Heading columns={[t.side, t.seats, t.cannot, t.empty, t.fair, t.moved, t.personDays]} />
        <tbody {...folding.rows}>
          {variants.map((variant, at) => {
            const { simulated, moves } = variant
            const strained = new Set(simulated.strains.map(({ strain }) => strain.agency)).size
            const empty = simulated.uncovered.filter(({ nobody }) => nobody > 0).length
            const cells = [
              [t.cannot, t.agencies(strained)],
              [t.empty, t.units(empty)],
              [t.fair, fairText(variant, t)],
              [t.moved, at === 0 ? t.reference : number(movedPeople(moves))],
              [t.personDays, at === 0 ? t.reference : number(moves.personDays)],
            ] as const
            return (
              <tr {...folding.row}>
                <th scope="row" {...folding.header}>
                  <VariantName at={at} variant={variant} t={t} />
                  <p class="small quiet">{aboutText(variant, t)}</p>
                </th>
                <td {...folding.cell} data-l={t.seats}>
                  <SumOfSeats variant={variant} t={t} />
                </td>
                {cells.map(([label, words]) => (
                  <td {...folding.cell} data-l={label}>
                    {words}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
      {first && <p class="small quiet">{t.counted(longDay(first.simulated.day, language))}</p>}
      <p class="act">
        <a href={xlsx}>{t.xlsx}</a>
      </p>
    </section>
  )
}

/** What a variant is read as, and its title where the row names its number alone. */
function aboutText({ rules, document, isAsIf }: SimulatedVariant, t: Text): string {
  const title = document?.number ? `${document.title}: ` : ''
  const isTried = isAsIf && rules.kind !== 'model'
  return `${title}${t.kinds[rules.kind]}.${isTried ? ` ${t.asIf}` : ''}`
}

function fairText({ simulated: { agencies } }: SimulatedVariant, t: Text): string {
  const share = sharedOut(agencies.flatMap((one) => one.share ?? []))
  return share ? sharedText(share, t) : t.noTurns
}

const moved = ['toHome', 'toOffice', 'toTurns', 'elsewhere', 'otherwise'] as const

/** Whom each variant moves beside the first. */
export function CostPart({ view: { language }, variants, t }: PartProps) {
  const number = (value: number) => numberText(value, language)
  const [, ...others] = variants
  if (others.length === 0) return null
  const most = Math.max(1, ...others.map(({ moves }) => moves.personDays))
  const words = effectWords[language].moves
  return (
    <section class="card stack" aria-labelledby="berpindah">
      <h2 id="berpindah">{t.cost}</h2>
      <p class="small quiet">{t.costLead(letterOf(0))}</p>
      <table class="ds-table fold" {...folding.table}>
        <Heading columns={[t.side, t.personDays, t.moved, ...moved.map((one) => words[one])]} />
        <tbody {...folding.rows}>
          {others.map((variant, at) => {
            const { moves } = variant
            const days = number(moves.personDays)
            return (
              <tr {...folding.row}>
                <th scope="row" {...folding.header}>
                  <VariantName at={at + 1} variant={variant} t={t} />
                </th>
                <td {...folding.cell} data-l={t.personDays}>
                  <div>
                    <span class="small">{days}</span>
                    <Bar value={moves.personDays / most} tone="office" label={`${t.personDays}: ${days}`} />
                  </div>
                </td>
                <td {...folding.cell} data-l={t.moved}>
                  {number(movedPeople(moves))}
                </td>
                {moved.map((one) => (
                  <td {...folding.cell} data-l={words[one]}>
                    {number(moves[one])}
                  </td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </section>
  )
}

import type { AgencyFigures } from '@piket/domain/simulation/simulate.ts'
import { numberText } from '#platform/language.ts'
import { Bar, folding, Heading } from '#platform/parts.tsx'
import type { SimulatedVariant } from './service.ts'
import type { PartProps } from './simulation-page.tsx'
import type { Text } from './text.ts'
import { letterOf } from './variant-page.tsx'

/** The largest agencies are shown; the file holds all. */
const mostAgencies = 12

/** `paling banyak 7 dari 31` */
export function seatsText(
  { min, max, capped }: { readonly min: number; readonly max: number; readonly capped: boolean },
  staff: number,
  t: Text,
): string {
  const words = capped ? (min === 0 ? t.seatsOf.most : t.seatsOf.between) : t.seatsOf.fewest
  return words(min, max, staff)
}

/** All agencies with a quota together, as a bar of their staff. */
export function SumOfSeats({ variant, t }: { readonly variant: SimulatedVariant; readonly t: Text }) {
  const { days, day } = variant.simulated
  const sum = days.find((one) => one.day === day)?.seats
  if (!sum || sum.agencies === 0)
    return <span>{sum && sum.unsettled > 0 ? t.someUnsettled(sum.unsettled) : t.noQuota}</span>
  const label = seatsText(sum, sum.staff, t)
  const base = Math.max(1, sum.staff)
  return (
    <div>
      <span class="small">
        {label}
        {sum.unsettled > 0 && `; ${t.someUnsettled(sum.unsettled)}`}
      </span>
      <Bar value={sum.max / base} floor={sum.min > 0 ? sum.min / base : undefined} tone="office" label={label} />
    </div>
  )
}

/** Seats of the largest agencies under each variant, side by side: a ceiling is seen where it moves nobody. */
export function SeatsPart({ view: { language }, unitName, variants, t }: PartProps) {
  const byAgency = variants.map(({ simulated }) => new Map(simulated.agencies.map((one) => [one.agency, one])))
  const shown = (variants[0]?.simulated.agencies ?? []).slice(0, mostAgencies)
  const columns = variants.map((_, at) => t.variant(letterOf(at)))
  return (
    <section class="card stack" aria-labelledby="kursi">
      <h2 id="kursi">{t.seatsTitle}</h2>
      <p class="small quiet">{t.seatsLead(shown.length)}</p>
      <table class="ds-table fold seats" {...folding.table}>
        <Heading columns={[t.agency, t.staff, ...columns]} />
        <tbody {...folding.rows}>
          <tr {...folding.row}>
            <th scope="row" {...folding.header}>
              {t.total}
            </th>
            <td {...folding.cell} class="nil" data-l={t.staff} />
            {variants.map((variant, at) => (
              <td {...folding.cell} data-l={columns[at]}>
                <SumOfSeats variant={variant} t={t} />
              </td>
            ))}
          </tr>
          {shown.map(({ agency, staff }) => (
            <tr {...folding.row}>
              <th scope="row" {...folding.header}>
                {unitName(agency)}
              </th>
              <td {...folding.cell} data-l={t.staff}>
                {numberText(staff, language)}
              </td>
              {byAgency.map((of, at) => (
                <td {...folding.cell} data-l={columns[at]}>
                  <AgencySeats agency={of.get(agency)} t={t} />
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  )
}

function AgencySeats({ agency, t }: { readonly agency: AgencyFigures | undefined; readonly t: Text }) {
  if (!agency?.seats) return <span class="small quiet">{agency?.isUnsettled ? t.unsettled : t.noQuota}</span>
  const { seats, staff } = agency
  const base = Math.max(1, staff)
  const label = seatsText(seats, staff, t)
  return (
    <div>
      <span class="small">{label}</span>
      <Bar value={seats.max / base} floor={seats.min > 0 ? seats.min / base : undefined} tone="office" label={label} />
    </div>
  )
}

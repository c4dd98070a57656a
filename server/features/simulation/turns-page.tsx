import { type SharedOut, sharedOut } from '@piket/domain/simulation/fair-share.ts'
import { folding, Heading } from '#platform/parts.tsx'
import type { PartProps } from './simulation-page.tsx'
import type { Text } from './text.ts'
import { VariantName } from './variant-page.tsx'

/** How evenly the seats that are left could be shared out among those who take turns. */
export function FairnessPart({ variants, t }: PartProps) {
  const rows = variants.map((variant) => ({
    variant,
    share: sharedOut(variant.simulated.agencies.flatMap((one) => one.share ?? [])),
  }))
  return (
    <section class="card stack" aria-labelledby="merata">
      <h2 id="merata">{t.fairTitle}</h2>
      <p class="small quiet">{t.fairLead}</p>
      <table class="ds-table fold" {...folding.table}>
        <Heading columns={[t.side, t.people, t.fair]} />
        <tbody {...folding.rows}>
          {rows.map(({ variant, share }, at) => (
            <tr {...folding.row}>
              <th scope="row" {...folding.header}>
                <VariantName at={at} variant={variant} t={t} />
              </th>
              <td {...folding.cell} data-l={t.people}>
                {share ? `${t.turnsOf(share.people)}, ${t.agencies(share.agencies)}` : t.noTurns}
              </td>
              <td {...folding.cell} class={share ? undefined : 'nil'} data-l={t.fair}>
                {share && <Shared share={share} t={t} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small quiet">{t.fairScale}</p>
    </section>
  )
}

/** From the agency with the fewest office days to the one with the most, on a line of all days with turns. */
function Shared({ share, t }: { readonly share: SharedOut; readonly t: Text }) {
  const { least, most, open } = share
  const across = (part: number, days: number) => `${Math.round((part / days) * 1000) / 10}%`
  const [low, high] = [across(least.least, least.days), across(most.most, most.days)]
  return (
    <div>
      <span class="small">
        {sharedText(share, t)}
        {open > 0 && `; ${t.openDays(open)}`}
      </span>
      <svg class="band" aria-hidden="true">
        <line class="ground" x1="0" x2="100%" y1="50%" y2="50%" />
        <line class="range" x1={low} x2={high} y1="50%" y2="50%" />
        <line class="beside" x1={low} x2={low} y1="10%" y2="90%" />
        <line class="beside" x1={high} x2={high} y1="10%" y2="90%" />
      </svg>
    </div>
  )
}

/** `2–3 dari 10 hari`; where agencies take turns on other days, `0 dari 12 sampai 4 dari 10 hari`. */
export function sharedText({ least, most }: SharedOut, t: Text): string {
  return least.days === most.days
    ? t.daysOf(least.least, most.most, most.days)
    : t.daysApart(least.least, least.days, most.most, most.days)
}

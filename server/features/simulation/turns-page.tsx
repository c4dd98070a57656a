import { type FairShare, sharedOut } from '@piket/domain/simulation/fair-share.ts'
import { folding, Heading } from '#platform/parts.tsx'
import type { PartProps } from './simulation-page.tsx'
import type { Text } from './text.ts'
import { VariantName } from './variant-page.tsx'

/** How evenly the seats that are left could be shared out among those who take turns. */
export function FairnessPart({ variants, t }: PartProps) {
  const rows = variants.map((variant) => ({
    variant,
    share: sharedOut(variant.simulated.agencies.flatMap((one) => one.share ?? [])),
    agencies: variant.simulated.agencies.filter(({ share }) => share).length,
  }))
  const most = Math.max(1, ...rows.map(({ share }) => share?.days ?? 0))
  return (
    <section class="card stack" aria-labelledby="merata">
      <h2 id="merata">{t.fairTitle}</h2>
      <p class="small quiet">{t.fairLead}</p>
      <table class="ds-table fold" {...folding.table}>
        <Heading columns={[t.side, t.people, t.fair]} />
        <tbody {...folding.rows}>
          {rows.map(({ variant, share, agencies }, at) => (
            <tr {...folding.row}>
              <th scope="row" {...folding.header}>
                <VariantName at={at} variant={variant} t={t} />
              </th>
              <td {...folding.cell} data-l={t.people}>
                {share ? `${t.turnsOf(share.people)}, ${t.agencies(agencies)}` : t.noTurns}
              </td>
              <td {...folding.cell} class={share ? undefined : 'nil'} data-l={t.fair}>
                {share && <Shared share={share} most={most} t={t} />}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p class="small quiet">{t.fairScale(most)}</p>
    </section>
  )
}

interface SharedProps {
  readonly share: FairShare
  /** What the right end of the line stands for. */
  readonly most: number
  readonly t: Text
}

function Shared({ share: { least, most: greatest, days, open }, most, t }: SharedProps) {
  const across = (of: number) => `${Math.round((of / most) * 1000) / 10}%`
  return (
    <div>
      <span class="small">
        {t.daysOf(least, greatest, days)}
        {open > 0 && `; ${t.openDays(open)}`}
      </span>
      <svg class="band" aria-hidden="true">
        <line class="ground" x1="0" x2="100%" y1="50%" y2="50%" />
        <line class="range" x1={across(least)} x2={across(greatest)} y1="50%" y2="50%" />
        <line class="beside" x1={across(least)} x2={across(least)} y1="10%" y2="90%" />
        <line class="beside" x1={across(greatest)} x2={across(greatest)} y1="10%" y2="90%" />
      </svg>
    </div>
  )
}

import { letters } from './schema.ts'
import type { SimulatedVariant } from './service.ts'
import type { Text } from './text.ts'

/** `A`, by which pictures and tables name a variant. */
export const letterOf = (at: number): string => (letters[at] ?? '').toUpperCase()

/** `800/7/UJI, kuota 50%`: the number of the document, its title where it has none, and what is put in place of its quotas. */
export function variantText({ amount, document }: SimulatedVariant, t: Text): string {
  const name = document ? (document.number ?? document.title) : t.now
  return amount === null ? name : `${name}, ${t.withQuota(amount)}`
}

interface VariantProps {
  readonly at: number
  readonly variant: SimulatedVariant
  readonly t: Text
}

/** A variant by letter and name, where a row or a picture is about it. */
export const VariantName = ({ at, variant, t }: VariantProps) => (
  <>
    <span class="ds-tag" data-color="neutral">
      {letterOf(at)}
    </span>{' '}
    {variantText(variant, t)}
  </>
)

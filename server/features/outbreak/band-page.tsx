import type { Band } from '@piket/domain/outbreak/band.ts'

interface Props {
  readonly band: Band
  /** What the right end stands for. */
  readonly most: number
  /** Another value, marked across the line. */
  readonly beside?: number
}

/** A value on the line of what it may be. The words beside it say the same, so that nobody hears it twice. */
export const BandStrip = ({ band: { value, low, high }, most, beside }: Props) => {
  const across = (figure: number) => `${Math.round(Math.min(1, figure / most) * 1000) / 10}%`
  return (
    <svg class="band" aria-hidden="true">
      <line class="ground" x1="0" x2="100%" y1="50%" y2="50%" />
      <line class="range" x1={across(low)} x2={across(high)} y1="50%" y2="50%" />
      {beside !== undefined && <line class="beside" x1={across(beside)} x2={across(beside)} y1="0" y2="100%" />}
      <circle class="value" cx={across(value)} cy="50%" r="5" />
    </svg>
  )
}

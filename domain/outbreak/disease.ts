/**
 * How an infection runs, in days, and who passes it on. The parts are those that Mauras et al. 2021 (PLoS Comput Biol
 * 17(8) e1009264) name: super-spreaders, infectious people without symptoms, infectious days before symptoms, and
 * isolation once there are symptoms. Their table of numbers was not at hand: each number below is our choice, with what
 * it leans on.
 */
export interface Disease {
  /** Hazard of a usual contact on one day, from somebody of average infectiousness: calibrated, not measured. */
  readonly transmission: number
  /** Days from infection to the first infectious one: each whole number of the span is as likely. */
  readonly latent: Span
  /** Infectious before symptoms; then they stay at home. */
  readonly beforeSymptoms: Span
  /** Infectious without ever having symptoms: they keep coming. */
  readonly withoutSymptoms: Span
  /** Share of the infected who get symptoms. */
  readonly symptomatic: number
  /** Infectiousness of those who never have symptoms, beside the others. */
  readonly silentFactor: number
  /** Shape k of the gamma distribution of infectiousness with mean 1: the smaller, the more super-spreaders. */
  readonly dispersion: number
}

type Span = readonly [first: number, last: number]

/**
 * Infectious from 1 to 5 days after infection, 1 to 4 days before symptoms: an incubation of five and a half days (Li et
 * al. 2020, NEJM: 5.2), infectious for the last two or three (He et al. 2020, Nat Med: 2.3). Wide spans, since narrow ones
 * make weekly turns look better than they are published to be. Without symptoms 5 to 10 days, at half the infectiousness:
 * a usual assumption. Six of ten get symptoms (Oran and Topol 2020). Dispersion inside the interval of Endo et al.
 * 2020 (0.05 to 0.2); at their median of 0.1 our school no longer tells daily turns from weekly on-off. The numbers of
 * these papers are quoted from memory.
 */
export const usualDisease: Disease = {
  transmission: 0.05,
  latent: [1, 5],
  beforeSymptoms: [1, 4],
  withoutSymptoms: [5, 10],
  symptomatic: 0.6,
  silentFactor: 0.5,
  dispersion: 0.15,
}

/** What was drawn for one infected person. */
export interface Course {
  readonly infectiousFrom: number
  /** The last day on which the person is among others, both counted from the day of infection. */
  readonly infectiousUntil: number
  readonly factor: number
}

export function courseOf(disease: Disease, random: () => number): Course {
  const days = ([first, last]: Span) => first + Math.floor(random() * (last - first + 1))
  const infectiousFrom = days(disease.latent)
  const symptoms = random() < disease.symptomatic
  const length = days(symptoms ? disease.beforeSymptoms : disease.withoutSymptoms)
  const own = gamma(disease.dispersion, random) / disease.dispersion
  return {
    infectiousFrom,
    infectiousUntil: infectiousFrom + length - 1,
    factor: own * (symptoms ? 1 : disease.silentFactor),
  }
}

/** Marsaglia and Tsang 2000; below shape 1 one of shape + 1, scaled down. */
function gamma(shape: number, random: () => number): number {
  // A throw of 0 would be a logarithm of nothing.
  const throwDice = () => 1 - random()
  if (shape < 1) return gamma(shape + 1, random) * throwDice() ** (1 / shape)
  const d = shape - 1 / 3
  const c = 1 / Math.sqrt(9 * d)
  for (;;) {
    const normal = Math.sqrt(-2 * Math.log(throwDice())) * Math.cos(2 * Math.PI * random())
    const v = (1 + c * normal) ** 3
    if (v > 0 && Math.log(throwDice()) < (normal * normal) / 2 + d - d * v + d * Math.log(v)) return d * v
  }
}

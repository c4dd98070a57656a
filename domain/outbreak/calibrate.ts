import { usualDisease } from './disease.ts'
import { estimateOutbreak, type OutbreakEstimate, type OutbreakInput } from './outbreak.ts'

const lowest = 0.005
const doublings = 10
const halvings = 9

/**
 * The transmission at which an estimate first reaches something that grows with it, such as a local R known from
 * elsewhere: nobody can measure the hazard of a contact in an office.
 */
export function transmissionAt(
  input: Omit<OutbreakInput, 'disease'>,
  reached: (estimate: OutbreakEstimate) => boolean,
  disease = usualDisease,
): number {
  const enough = (transmission: number) =>
    reached(estimateOutbreak({ ...input, disease: { ...disease, transmission } }))
  // From below: where transmission is high everybody is infected, and every run is a long one.
  let [low, high] = [0, lowest]
  for (let step = 0; step < doublings && !enough(high); step++) [low, high] = [high, 2 * high]
  for (let step = 0; step < halvings; step++) {
    const middle = (low + high) / 2
    if (enough(middle)) high = middle
    else low = middle
  }
  return high
}

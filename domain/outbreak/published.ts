/** What Mauras et al. 2021 (PLoS Comput Biol 17(8) e1009264) publish, and our estimate on the same kind of network. */
import { transmissionAt } from './calibrate.ts'
import { schoolNetwork } from './contact-network.ts'
import { type PresencePattern, patternPresence } from './presence.ts'
import { type Repeats, repeated } from './repeats.ts'

/**
 * Of a hundred first cases in their primary school, how many start an outbreak; read in press accounts of the paper, not
 * in its table.
 */
export const publishedOutbreaks: Readonly<Record<PresencePattern, number>> = {
  'rotating-weekly': 12,
  'rotating-daily': 12.3,
  'on-off-weekly': 16.6,
  'on-off-daily': 17.3,
  none: 27.3,
}

const pupils = 240
const runsEach = 200

/** A generated network of the kind for which they are published; theirs was measured. */
export const publishedNetwork = (seed: number) => schoolNetwork(pupils, seed)

/** The transmission at which ours has as many outbreaks as theirs without turns. */
export const publishedTransmission = (): number =>
  transmissionAt(
    {
      network: publishedNetwork(1),
      presence: patternPresence('none', pupils, 1),
      repeats: 20,
      runsEach: 40,
      seed: 1,
    },
    ({ outbreak }) => outbreak.value >= publishedOutbreaks.none / 100,
  )

/** Ours of a pattern, at that transmission. */
export const estimatePublished = (pattern: PresencePattern, transmission: number): Repeats =>
  repeated({
    networkOf: publishedNetwork,
    presenceOf: (seed) => patternPresence(pattern, pupils, seed),
    transmission,
    runsEach,
    seed: 1,
  })

/** Outbreaks by pattern of presence, as shares of those without one, beside the shares that were published. */
import { transmissionAt } from '@piket/domain/outbreak/calibrate.ts'
import { officeNetwork, randomNetwork } from '@piket/domain/outbreak/contact-network.ts'
import { usualDisease } from '@piket/domain/outbreak/disease.ts'
import { estimateOutbreak, type OutbreakEstimate } from '@piket/domain/outbreak/outbreak.ts'
import { type PresencePattern, patternPresence, presencePatterns } from '@piket/domain/outbreak/presence.ts'
import { publishedNetwork, publishedOutbreaks } from '@piket/domain/outbreak/published.ts'

/** With the local reproduction number under which all four patterns are published to bring it below 1 (abstract). */
const networks = {
  school: [publishedNetwork(1), 1.52],
  office: [officeNetwork(217, 1), 1.3],
  random: [randomNetwork(240, 1), 1.55],
} as const
const repeats = 20
const runsEach = 400

/** Prints each network as a table on the error stream: ours with its band, the published share, and the difference. */
export async function outbreakBench(): Promise<Record<string, number>> {
  const results: Record<string, number> = {}
  const start = performance.now()
  let runs = 0
  for (const [name, [network, threshold]] of Object.entries(networks)) {
    const presence = (pattern: PresencePattern) => patternPresence(pattern, network.people, 1)
    const plain = { network, presence: presence('none'), repeats, runsEach: 100, seed: 1 }
    const transmission = transmissionAt(plain, ({ outbreak }) => outbreak.value >= publishedOutbreaks.none / 100)
    const disease = { ...usualDisease, transmission }
    const estimates = new Map<PresencePattern, OutbreakEstimate>()
    for (const pattern of presencePatterns) {
      const estimate = estimateOutbreak({ network, presence: presence(pattern), disease, repeats, runsEach, seed: 2 })
      estimates.set(pattern, estimate)
      runs += estimate.runs
    }
    const none = estimates.get('none')!
    process.stderr.write(`  ${name}: ${network.people} people, ${none.runs} first cases a pattern\n`)
    for (const [pattern, { outbreak, localR }] of estimates) {
      const share = outbreak.value / none.outbreak.value
      results[`outbreak.${name}_${pattern.replaceAll('-', '_')}`] = share
      process.stderr.write(
        `  ${pattern.padEnd(16)} P ${figure(outbreak.value)} (${figure(outbreak.low)} to ${figure(outbreak.high)})` +
          `  local R ${figure(localR.value)}${pattern === 'none' ? '' : beside(share, publishedOutbreaks[pattern] / publishedOutbreaks.none)}\n`,
      )
    }
    const below = { ...usualDisease, transmission: transmissionAt(plain, ({ localR }) => localR.value >= threshold) }
    const worst = estimateOutbreak({
      network,
      presence: presence('on-off-daily'),
      disease: below,
      repeats,
      runsEach,
      seed: 2,
    })
    results[`outbreak.${name}_local_r_on_off_daily`] = worst.localR.value
    process.stderr.write(
      `  on-off-daily brings a local R of ${threshold} to ${figure(worst.localR.value)}` +
        ` (${figure(worst.localR.low)} to ${figure(worst.localR.high)} by repeat), published below 1\n`,
    )
  }
  results['outbreak.first_cases_per_second'] = runs / ((performance.now() - start) / 1000)
  return results
}

const figure = (value: number) => value.toFixed(3)

const beside = (share: number, published: number) => {
  const by = share - published
  const ours = Math.abs(by) < 0.005 ? 'the same' : `${figure(Math.abs(by))} ${by < 0 ? 'lower' : 'higher'}`
  return `  share ${figure(share)}  published ${figure(published)}  ours is ${ours}`
}

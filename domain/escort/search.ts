import { Draft } from './draft.ts'
import { type Decision, Relaxation, type Rest } from './relaxation.ts'
import type { Scene } from './scene.ts'

export interface Found {
  /** Places of the options of the best plan found. */
  readonly options: readonly number[]
  readonly value: number
  /** No plan is worth less. */
  readonly bound: number
  readonly nodes: number
}

interface Branch {
  readonly rest: Rest
  readonly decision: Decision | undefined
  readonly order: number
}

/**
 * Branch and bound on what the flow cannot see: two activities of one team that overlap across blocks. Each branch is
 * followed to its better side until it holds nothing, then the most promising of the others is taken up.
 */
export function search(scene: Scene, nodeLimit: number): Found {
  const relaxation = new Relaxation(scene)
  const open: Branch[] = []
  let nodes = 1
  let order = 0
  let branch: Branch | undefined = { rest: relaxation.rest(), decision: undefined, order }
  const draft = new Draft(scene, branch.rest.used)
  let options: readonly number[] = draft.options
  let value = draft.value
  while (branch) {
    const { rest, decision } = branch
    if (nodes >= nodeLimit) {
      open.push(branch)
      // Far down little is amiss: made lawful, this flow may be the best plan yet.
      const last = new Draft(scene, rest.used)
      if (last.value < value) ({ options, value } = last)
      break
    }
    const sides = sidesOf(scene, rest.used, decision)
    if (sides.length === 0) {
      options = [...rest.used]
      value = rest.value
    }
    const further: Branch[] = []
    for (const side of sides) {
      relaxation.resume(rest, decision)
      nodes++
      if (!relaxation.decide(side) || relaxation.value >= value) continue
      further.push({ rest: relaxation.rest(), decision: side, order: ++order })
    }
    further.sort((one, other) => one.rest.value - other.rest.value || one.order - other.order)
    branch = further.shift()
    open.push(...further)
    branch ??= takeBest(open, value)
  }
  const bound = open.reduce((least, { rest }) => Math.min(least, rest.value), value)
  return { options, value, bound, nodes }
}

/** The sides of the first thing amiss in a flow, which together cover every plan; none when the flow is a plan. */
function sidesOf(scene: Scene, used: Int32Array, before: Decision | undefined): Decision[] {
  const { options, ofTeam, clashes, teams } = scene
  const step = { before, fixed: undefined }
  const byTeam = teams.map((): number[] => [])
  for (const option of used) byTeam[options[option]!.team]!.push(option)
  for (const [team, list] of byTeam.entries()) {
    const against = (one: number, among: readonly number[]) =>
      among.filter((other) => other !== one && clashes(options[other]!.activity, options[one]!.activity))
    for (const one of list) {
      const [other] = against(one, list)
      if (other === undefined) continue
      return [
        { ...step, forbidden: against(one, ofTeam[team]!), fixed: one },
        { ...step, forbidden: against(other, ofTeam[team]!), fixed: other },
        { ...step, forbidden: [one, other] },
      ]
    }
  }
  return []
}

/** The open branch of least value, of equal ones the latest; what can no longer win is dropped. */
function takeBest(open: Branch[], value: number): Branch | undefined {
  let kept = 0
  for (const branch of open) if (branch.rest.value < value) open[kept++] = branch
  open.length = kept
  let best = 0
  for (let at = 1; at < kept; at++) {
    const [one, other] = [open[at]!, open[best]!]
    if (one.rest.value < other.rest.value || (one.rest.value === other.rest.value && one.order > other.order)) best = at
  }
  return open.splice(best, 1)[0]
}

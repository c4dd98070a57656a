import { Flow } from './flow.ts'
import type { Scene } from './scene.ts'

/** A step of the search: what from here on is not allowed, and what stands. */
export interface Decision {
  readonly before: Decision | undefined
  readonly forbidden: readonly number[]
  readonly fixed: number | undefined
}

/** A flow at rest: which options it uses, and the potentials that prove it the cheapest. */
export interface Rest {
  readonly used: Int32Array
  readonly potential: Float64Array<ArrayBuffer>
  readonly value: number
}

/**
 * The assignment as a flow: activity -> block of a team -> team -> sink, or activity -> sink for going without. A block is
 * a set of activities of which one team can be at one only, so that whatever overlaps inside a block is excluded exactly;
 * overlaps across blocks are not, which is why this is a relaxation: no plan is better than its flow.
 */
export class Relaxation {
  readonly #scene: Scene
  readonly #flow: Flow
  readonly #optionArc: number[] = []
  readonly #blockOf: number[] = []
  readonly #blockArc: number[] = []
  readonly #teamArc: number[] = []
  readonly #withoutArc: number[] = []
  readonly #firstBlock: number
  readonly #sink: number
  readonly #teamOfBlock: number[] = []
  readonly #blank: Int32Array
  /** Options that are fixed: their way back is closed, so that the flow itself no longer shows them. */
  readonly #kept: Uint8Array
  value = 0

  constructor(scene: Scene) {
    this.#scene = scene
    this.#kept = new Uint8Array(scene.options.length)
    const { activities, teams, options, ofTeam, lacking, capacity, miss } = scene
    this.#firstBlock = activities.length
    for (const [team, list] of ofTeam.entries()) this.#layBlocks(team, list)
    const firstTeam = this.#firstBlock + this.#teamOfBlock.length
    this.#sink = firstTeam + teams.length
    const flow = new Flow(this.#sink + 1)
    this.#flow = flow
    for (const [option, { activity, cost }] of options.entries()) {
      this.#optionArc.push(flow.join(activity, this.#firstBlock + this.#blockOf[option]!, 1, cost))
    }
    for (const [block, team] of this.#teamOfBlock.entries()) {
      this.#blockArc.push(flow.join(this.#firstBlock + block, firstTeam + team, 1, 0))
    }
    for (const team of teams.keys()) this.#teamArc.push(flow.join(firstTeam + team, this.#sink, capacity[team]!, 0))
    for (const place of activities.keys()) {
      this.#withoutArc.push(flow.join(place, this.#sink, lacking[place] ? 1 : 0, miss))
    }
    flow.close()
    this.#blank = flow.room.slice()
    for (const [place, lacks] of lacking.entries()) if (lacks) this.value += flow.send(place, this.#sink)!
  }

  /** First fit by beginning: in slots of the day a block is a slot, and the flow is exact. */
  #layBlocks(team: number, list: readonly number[]) {
    const { options, activities, clashes } = this.#scene
    const blocks: { readonly block: number; readonly members: number[] }[] = []
    const start = (option: number) => activities[options[option]!.activity]!.from
    for (const option of list.toSorted((one, other) => start(one) - start(other) || one - other)) {
      const { activity } = options[option]!
      let home = blocks.find(({ members }) => members.every((other) => clashes(other, activity)))
      if (!home) {
        home = { block: this.#teamOfBlock.push(team) - 1, members: [] }
        blocks.push(home)
      }
      home.members.push(activity)
      this.#blockOf[option] = home.block
    }
  }

  /** Options the flow uses, in their order. */
  #used(): Int32Array {
    const used: number[] = []
    const { room } = this.#flow
    for (let option = 0; option < this.#kept.length; option++) {
      if (room[this.#optionArc[option]! + 1]! > 0 || this.#kept[option]! > 0) used.push(option)
    }
    return Int32Array.from(used)
  }

  rest(): Rest {
    return { used: this.#used(), potential: this.#flow.potential.slice(), value: this.value }
  }

  /** Takes up where a flow came to rest, under the decisions that held there. */
  resume({ used, potential, value }: Rest, decision: Decision | undefined) {
    const { room } = this.#flow
    const { options, lacking } = this.#scene
    room.set(this.#blank)
    this.#flow.potential.set(potential)
    this.value = value
    this.#kept.fill(0)
    const without = lacking.slice()
    const carry = (arc: number) => {
      room[arc]!--
      room[arc ^ 1]!++
    }
    for (const option of used) {
      const { activity, team } = options[option]!
      carry(this.#optionArc[option]!)
      carry(this.#blockArc[this.#blockOf[option]!]!)
      carry(this.#teamArc[team]!)
      without[activity] = false
    }
    for (const [place, isWithout] of without.entries()) if (isWithout) carry(this.#withoutArc[place]!)
    for (let step = decision; step; step = step.before) {
      for (const option of step.forbidden) this.#flow.forbid(this.#optionArc[option]!)
      if (step.fixed !== undefined) this.#keep(step.fixed)
    }
  }

  #keep(option: number) {
    const arc = this.#optionArc[option]!
    this.#flow.fix(arc)
    this.#kept[option] = 1
  }

  /** Brings the flow to rest under one more decision. @returns false where no flow is left */
  decide({ forbidden, fixed }: Decision): boolean {
    const { options } = this.#scene
    if (fixed !== undefined) this.#keep(fixed)
    const stranded: number[] = []
    for (const option of forbidden) {
      const arc = this.#optionArc[option]!
      if (this.#kept[option]! > 0) return false
      if (this.#flow.carries(arc)) stranded.push(option)
      this.#flow.forbid(arc)
    }
    for (const option of stranded) {
      const { activity, cost } = options[option]!
      const sent = this.#flow.send(activity, this.#firstBlock + this.#blockOf[option]!)
      if (sent === undefined) return false
      this.value += sent - cost
    }
    return true
  }
}

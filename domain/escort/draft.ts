import type { Scene } from './scene.ts'

/**
 * A lawful plan made out of the options a flow uses: overlaps lose their dearer side, then free teams and chains of one
 * exchange fill what lacks.
 */
export class Draft {
  readonly #scene: Scene
  /** Options in use by team. */
  readonly #of: number[][]
  readonly #lacking: boolean[]

  constructor(scene: Scene, used: Iterable<number>) {
    this.#scene = scene
    this.#of = scene.teams.map(() => [])
    this.#lacking = scene.lacking.slice()
    const { options } = scene
    const cheapFirst = [...used].toSorted((one, other) => options[one]!.cost - options[other]!.cost || one - other)
    for (const option of cheapFirst) if (this.#fits(option)) this.#add(option)
    for (const activity of this.#lacking.keys()) this.#fill(activity)
    // An exchange may have freed a team for what was passed over before.
    for (const [activity, list] of scene.ofActivity.entries()) {
      const free = this.#lacking[activity] ? list.find((option) => this.#fits(option)) : undefined
      if (free !== undefined) this.#add(free)
    }
  }

  get options(): number[] {
    return this.#of.flat().toSorted((one, other) => one - other)
  }

  get value(): number {
    const { options, miss } = this.#scene
    const cost = this.#of.flat().reduce((sum, option) => sum + options[option]!.cost, 0)
    return cost + miss * this.#lacking.filter(Boolean).length
  }

  #fits(option: number, without = -1): boolean {
    const { options, capacity, clashes } = this.#scene
    const { team, activity } = options[option]!
    const here = this.#of[team]!
    if (here.length - (without < 0 ? 0 : 1) >= capacity[team]!) return false
    return here.every((other) => other === without || !clashes(options[other]!.activity, activity))
  }

  #add(option: number) {
    const { team, activity } = this.#scene.options[option]!
    this.#of[team]!.push(option)
    this.#lacking[activity] = false
  }

  #remove(option: number) {
    const { team, activity } = this.#scene.options[option]!
    const here = this.#of[team]!
    here.splice(here.indexOf(option), 1)
    this.#lacking[activity] = true
  }

  /** A team for an activity that lacks one, if need be by handing another activity of that team on. */
  #fill(activity: number) {
    if (!this.#lacking[activity]) return
    const { ofActivity, options } = this.#scene
    const list = ofActivity[activity]!
    const free = list.find((option) => this.#fits(option))
    if (free !== undefined) return this.#add(free)
    for (const option of list) {
      const { team } = options[option]!
      for (const other of this.#of[team]!.slice()) {
        if (!this.#fits(option, other)) continue
        const instead = ofActivity[options[other]!.activity]!.find(
          (one) => options[one]!.team !== team && this.#fits(one),
        )
        if (instead === undefined) continue
        this.#remove(other)
        this.#add(instead)
        this.#add(option)
        return
      }
    }
  }
}

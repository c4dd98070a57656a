import type { Scene } from './scene.ts'

/**
 * A lawful plan made out of the options a flow uses: overlaps lose their dearer side, then free teams and chains of one
 * exchange fill what lacks, and an activity that still lacks a team gives back those it has.
 */
export class Draft {
  readonly #scene: Scene
  /** Options in use by team. */
  readonly #of: number[][]
  readonly #lacking: number[]

  constructor(scene: Scene, used: Iterable<number>) {
    this.#scene = scene
    this.#of = scene.teams.map(() => [])
    this.#lacking = scene.lacking.slice()
    const { options } = scene
    const cheapFirst = [...used].toSorted((one, other) => options[one]!.cost - options[other]!.cost || one - other)
    for (const option of cheapFirst) if (this.#fits(option)) this.#add(option)
    for (const [activity, missing] of this.#lacking.entries()) {
      for (let unit = 0; unit < missing; unit++) if (!this.#fill(activity)) break
    }
    for (const [activity, missing] of this.#lacking.entries()) if (missing > 0) this.#giveBack(activity)
    for (const [activity, missing] of this.#lacking.entries()) {
      if (missing === 0) continue
      const free = scene.ofActivity[activity]!.filter((option) => this.#fits(option)).slice(0, missing)
      if (free.length === missing) for (const option of free) this.#add(option)
    }
  }

  get options(): number[] {
    return this.#of.flat().toSorted((one, other) => one - other)
  }

  get value(): number {
    const { options, miss } = this.#scene
    const cost = this.#of.flat().reduce((sum, option) => sum + options[option]!.cost, 0)
    return cost + miss * this.#lacking.filter((count) => count > 0).length
  }

  #fits(option: number, without = -1): boolean {
    const { options, capacity, clashes } = this.#scene
    const { team, activity } = options[option]!
    const here = this.#of[team]!
    if (here.length - (without < 0 ? 0 : 1) >= capacity[team]!) return false
    return here.every((other) => {
      if (other === without) return true
      const taken = options[other]!.activity
      return taken !== activity && !clashes(taken, activity)
    })
  }

  #add(option: number) {
    const { team, activity } = this.#scene.options[option]!
    this.#of[team]!.push(option)
    this.#lacking[activity]!--
  }

  #remove(option: number) {
    const { team, activity } = this.#scene.options[option]!
    const here = this.#of[team]!
    here.splice(here.indexOf(option), 1)
    this.#lacking[activity]!++
  }

  /** One more team for an activity, if need be by handing another activity of that team on. */
  #fill(activity: number): boolean {
    const { ofActivity, options } = this.#scene
    const list = ofActivity[activity]!
    const free = list.find((option) => this.#fits(option))
    if (free !== undefined) {
      this.#add(free)
      return true
    }
    for (const option of list) {
      const { team } = options[option]!
      if (this.#of[team]!.some((other) => options[other]!.activity === activity)) continue
      for (const other of this.#of[team]!.slice()) {
        if (!this.#fits(option, other)) continue
        const instead = ofActivity[options[other]!.activity]!.find(
          (one) => options[one]!.team !== team && this.#fits(one),
        )
        if (instead === undefined) continue
        this.#remove(other)
        this.#add(instead)
        this.#add(option)
        return true
      }
    }
    return false
  }

  #giveBack(activity: number) {
    const { options } = this.#scene
    for (const option of this.#of.flat()) if (options[option]!.activity === activity) this.#remove(option)
  }
}

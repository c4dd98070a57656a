/** Who could escort which activity of one day: everything is settled before, the engine only decides who goes where. */

/** A stretch of the day in minutes since midnight; `until` no longer belongs to it. */
export interface Minutes {
  readonly from: number
  readonly until: number
}

export interface EscortedActivity extends Minutes {
  readonly id: string
  readonly district: string
  /** Null where it takes place in no village, say at the office of the district. */
  readonly village: string | null
}

/** A team of a village serves that village, one of a district its own and those near it, the joint team the region. */
export interface EscortTeam {
  readonly id: string
  /** Null for the joint team of the region. */
  readonly district: string | null
  readonly village: string | null
  /** Activities a day at most. */
  readonly capacity: number
  readonly unavailable?: readonly Minutes[]
}

/** A team that goes along with an activity. */
export interface Escort {
  readonly activity: string
  readonly team: string
}

/** What an escort costs the region, in whole numbers of the region's choice, and how far and how fast teams travel. */
export interface EscortRules {
  readonly ownDistrict: number
  /** For each border between the district of a team and that of the activity, beside `ownDistrict`. */
  readonly border: number
  readonly jointTeam: number
  /** Borders a district's team crosses at most. */
  readonly reach: number
  /** On the way from one place to another one, even in the same district. */
  readonly minutesToLeave: number
  /** For each border between two places, beside `minutesToLeave`. */
  readonly minutesPerBorder: number
}

/** A start for a region that has set nothing: our choice, to be replaced by what its roads ask for. */
export const usualEscortRules: EscortRules = {
  ownDistrict: 1,
  border: 2,
  jointTeam: 6,
  reach: 2,
  minutesToLeave: 15,
  minutesPerBorder: 30,
}

export interface EscortInput {
  readonly activities: readonly EscortedActivity[]
  readonly teams: readonly EscortTeam[]
  /** Pairs of districts with a common border. */
  readonly adjacent: readonly (readonly [string, string])[]
  /** Stand as they are, even where they go against a rule: somebody said yes. */
  readonly accepted: readonly Escort[]
  readonly rules: EscortRules
  /** Branches tried at most before the answer says how far from the best it may be. */
  readonly nodeLimit: number
}

/** Who people are to Piket: roles, and how far each reaches. */

export const roles = [
  'employee',
  'supervisor',
  'head',
  'personnel_agency',
  'organisation_bureau',
  'task_force',
  'spokesperson',
  'regional_head',
  'auditor',
  'it_officer',
  'machine',
] as const
export type Role = (typeof roles)[number]

/** Roles that somebody is given; the others follow from the staff list: own record, subordinates, an agency led. */
export const grantedRoles = [
  'personnel_agency',
  'organisation_bureau',
  'task_force',
  'spokesperson',
  'regional_head',
  'auditor',
  'it_officer',
] as const satisfies readonly Role[]
export type GrantedRole = (typeof grantedRoles)[number]

/**
 * Roles that look over what an IT officer does: the personnel agency alone gives them and manages who holds them, so that
 * nobody is two people at once.
 */
export const overseeing: ReadonlySet<Role> = new Set<GrantedRole>([
  'personnel_agency',
  'organisation_bureau',
  'regional_head',
  'auditor',
])

/**
 * Roles that manage accounts, other systems, or the rules of the region. What they can do to everybody is worth stealing:
 * they are asked again sooner, and a password alone does not let them in.
 */
export const administrators: ReadonlySet<Role> = new Set<GrantedRole>([
  'personnel_agency',
  'organisation_bureau',
  'it_officer',
])

/** A role somebody has on a day. */
export interface RoleHeld {
  readonly role: Role
  /** The agency of an employee, or the one that a head leads, as acting head too. */
  readonly agency?: string
  /** The permissions that a machine was given; absent: all that the role has. */
  readonly only?: readonly string[]
}

/** Somebody signed in. */
export interface Viewer {
  /** Code of the region the account belongs to. Nobody reaches another one. */
  readonly region: string
  readonly account: string
  /** Internal id in the staff list; absent: no staff record. */
  readonly employee?: string
  readonly roles: readonly RoleHeld[]
}

/** The agencies somebody leads, as acting head too. */
export const agenciesLed = ({ roles: held }: Pick<Viewer, 'roles'>): string[] =>
  held.flatMap(({ role, agency }) => (role === 'head' && agency !== undefined ? [agency] : []))

/** Whether somebody decides at a desk, a role of its own, about a person who is not themself. */
export const sitsAt = (
  viewer: Viewer,
  desk: Role,
  { employee, agency }: { readonly employee: string; readonly agency: string },
): boolean =>
  viewer.employee !== employee &&
  (desk === 'head' ? agenciesLed(viewer).includes(agency) : viewer.roles.some(({ role }) => role === desk))

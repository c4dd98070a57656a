/** Who may do what, to whom. One table; whatever is not in it is forbidden. */
import type { Role, RoleHeld, Viewer } from './role.ts'

/** How far a role carries a permission: the own record, the people who answer to one, an agency, the region. */
type Reach = 'self' | 'subordinates' | 'agency' | 'region'

type Holders = Readonly<Partial<Record<Role, Reach>>>

const regional = {
  personnel_agency: 'region',
  organisation_bureau: 'region',
  regional_head: 'region',
  auditor: 'region',
} as const satisfies Holders

/** Every role of the region's own matters. */
const everybody = {
  ...regional,
  employee: 'region',
  task_force: 'region',
  spokesperson: 'region',
  it_officer: 'region',
} as const satisfies Holders

export const permissions = {
  /** The own account: sessions, password. */
  'own-account': everybody,
  /** What proves who one is from then on: keys to sign in with. */
  'own-keys': everybody,
  /** The own day, at length and with the own reasons. */
  'own-day': { employee: 'self' },
  /** Everything held about oneself, and who read it. */
  'own-data': { employee: 'self' },
  /** Phones that check in: to register one's own, as the session says whose; to see and revoke; to spare the wait. */
  'own-device': { employee: 'region' },
  'manage-devices': { employee: 'self', supervisor: 'subordinates', personnel_agency: 'region' },
  'approve-device': { supervisor: 'subordinates', head: 'agency', personnel_agency: 'region' },
  /** Names with places: boards, people, rosters. Colleagues see those of their agency, as on the wall of the office. */
  'read-people': {
    ...regional,
    employee: 'agency',
    supervisor: 'subordinates',
    head: 'agency',
    task_force: 'region',
    machine: 'region',
  },
  /** Daily work reports with their evidence. */
  'read-reports': {
    employee: 'self',
    supervisor: 'subordinates',
    head: 'agency',
    personnel_agency: 'region',
    auditor: 'region',
    machine: 'region',
  },
  /** Approve reports or return them, and enter those that came by phone. */
  'review-reports': { supervisor: 'subordinates', head: 'agency' },
  /** When reports are due, and which main duties their form offers. */
  'arrange-reports': { head: 'agency', personnel_agency: 'region' },
  /** Give tasks. */
  instruct: { supervisor: 'subordinates', head: 'agency' },
  /** Order people who work elsewhere to the office. */
  recall: { supervisor: 'subordinates', head: 'agency' },
  /** Tell a whole agency, and see who has read it. */
  announce: { head: 'agency', personnel_agency: 'region' },
  /** Who is where now, planned against actual, with evidence. */
  'read-attendance': { ...regional, supervisor: 'subordinates', head: 'agency', machine: 'region' },
  /** To say that somebody was there, and to enter the attendance list on paper. Nobody vouches for themself. */
  vouch: { supervisor: 'subordinates', head: 'agency' },
  'enter-paper-list': { head: 'agency', personnel_agency: 'region' },
  /** What fingerprint machines of an agency have kept, and whom their numbers mean. */
  'import-fingerprints': { head: 'agency', personnel_agency: 'region' },
  /** To settle corrections of a day; whose word it is at what time follows from the clock of each. */
  'decide-corrections': { supervisor: 'subordinates', head: 'agency', personnel_agency: 'region' },
  /** To object to decisions about oneself; to answer objections, as far as the desk and the clock of each allow. */
  'own-objections': { employee: 'self' },
  'answer-objections': {
    head: 'agency',
    personnel_agency: 'region',
    organisation_bureau: 'region',
    regional_head: 'region',
  },
  /** Outages of power and network: one person declares, another one confirms. Everybody may read them. */
  'declare-outage': { it_officer: 'region' },
  'confirm-outage': { personnel_agency: 'region' },
  /** The statements of every agency, with both directions of breach. */
  'read-returns': { ...regional, machine: 'region' },
  /** Unexcused absence counted by year; it warns, and pronounces nothing. */
  'read-discipline': { employee: 'self', head: 'agency', personnel_agency: 'region', auditor: 'region' },
  /** Facts of each person and month for the allowance, and the bands of the region's own regulation. */
  'export-allowance': { personnel_agency: 'region' },
  /** The daily statement of who is where. */
  'state-return': { head: 'agency' },
  /** Permits of others, with what was asked and who signed. */
  'read-permits': {
    employee: 'self',
    supervisor: 'subordinates',
    head: 'agency',
    personnel_agency: 'region',
    regional_head: 'region',
  },
  /** Sign permits or refuse them, and enter those of people without a phone; which kinds, the domain says. */
  'sign-permits': {
    supervisor: 'subordinates',
    head: 'agency',
    personnel_agency: 'region',
    regional_head: 'region',
  },
  /** Who of an agency is away, week by week. */
  'read-absences': { head: 'agency', personnel_agency: 'region', regional_head: 'region' },
  /** Official activities: what, where and when, of every agency; who goes is read as people are. */
  'read-activities': { ...everybody, machine: 'region' },
  /** To put activities of the own agency on the calendar, and to ask the task force. */
  'register-activity': { employee: 'agency', head: 'agency' },
  /** The task force's word on activities. */
  'clear-activities': { task_force: 'region' },
  /** Teams that go along with activities, who is in them, and which team is asked along with what. */
  'arrange-escorts': { task_force: 'region' },
  /** To say for a team whether it comes, and whether it came; who is not in it, or of the task force, says nothing. */
  'answer-escorts': { employee: 'region', task_force: 'region' },
  /** To ask somebody to explain what was found or what they did not come to, by opening a case. */
  'open-cases': { supervisor: 'subordinates', head: 'agency', task_force: 'region', personnel_agency: 'region' },
  /** To explain what one is asked about, and to appeal what was decided. */
  'own-cases': { employee: 'self' },
  /**
   * Cases of others: to say what one thinks as their superior, and to decide, as far as the turn of each allows. Whoever
   * opened one follows it; the task force those alone.
   */
  'follow-cases': {
    supervisor: 'subordinates',
    task_force: 'subordinates',
    head: 'agency',
    personnel_agency: 'region',
    regional_head: 'region',
    auditor: 'region',
  },
  /** The ladder of measures of the region's own regulation. */
  'set-measures': { personnel_agency: 'region' },
  /** How many cases there are, without anybody's name and without small numbers. */
  'read-case-figures': everybody,
  /** Cases of the region as the task force counts them. */
  'state-cases': { spokesperson: 'region' },
  /** Vaccination coverage by target group, also its small numbers. */
  'state-coverage': { spokesperson: 'region' },
  /** Places where the restriction of activities is tried out: which, and what was found there. */
  'arrange-pilot-sites': { task_force: 'region' },
  'check-pilot-sites': { task_force: 'region', head: 'agency' },
  /** Ambassadors of behaviour change: to nominate and to note their consent; to accept and to honour them. */
  'nominate-ambassadors': { head: 'region', task_force: 'region', spokesperson: 'region' },
  'accept-ambassadors': { spokesperson: 'region' },
  /** The screen of an office with its changing code. */
  'open-screen': { head: 'agency' },
  /** Buildings and places of activities, against which points are held. */
  'arrange-places': { head: 'agency', personnel_agency: 'region' },
  /** How the public reaches the services of an agency. */
  'arrange-channels': { head: 'agency', organisation_bureau: 'region' },
  /** Visits to offices without notice: to draw, mark and close them; to read the minutes; to reply as the office. */
  inspect: { task_force: 'region', personnel_agency: 'region' },
  'read-inspections': {
    task_force: 'region',
    personnel_agency: 'region',
    regional_head: 'region',
    auditor: 'region',
    head: 'agency',
  },
  'reply-inspection': { head: 'agency' },
  /** Coordination meetings: to call them, and to write and close their minutes; to read those of others, or one was called to. */
  'arrange-meetings': { organisation_bureau: 'region', task_force: 'region', regional_head: 'region' },
  'read-meetings': {
    organisation_bureau: 'region',
    task_force: 'region',
    regional_head: 'region',
    auditor: 'region',
    employee: 'self',
  },
  /** To say that what a meeting asked of the own agency is done; which document took up a clause that it resolved. */
  'settle-follow-ups': { head: 'agency' },
  'settle-clauses': { organisation_bureau: 'region' },
  /** What the public complains of: to look into it and to answer. */
  'answer-complaints': { task_force: 'region', organisation_bureau: 'region' },
  /** Drafts of documents, and what they would do to people: to read them; to write and end them. */
  'read-drafts': { organisation_bureau: 'region', regional_head: 'region', auditor: 'region', machine: 'region' },
  'write-drafts': { organisation_bureau: 'region' },
  /** To record what an authority has declared: events and statuses on which clauses hang. */
  'declare-events': { organisation_bureau: 'region', task_force: 'region', regional_head: 'region' },
  /** What clauses leave to somebody to decide: heads answer for their agency, the bureau for whoever else is asked. */
  'answer-clauses': { head: 'agency', organisation_bureau: 'region' },
  /** Accounts: invite, suspend, give roles. */
  'manage-accounts': { personnel_agency: 'region', it_officer: 'region' },
  /** Other systems: the tokens they read with, and the webhooks that tell them. */
  'manage-machines': { it_officer: 'region' },
} as const satisfies Readonly<Record<string, Holders>>

export type Permission = keyof typeof permissions

/** Whom or what it is about; absent parts: the region as a whole. */
export interface Subject {
  readonly region: string
  readonly agency?: string | undefined
  readonly employee?: string | undefined
  /** Employee id of the direct superior of the employee. */
  readonly supervisor?: string | null | undefined
}

/** Whether somebody may do something to a subject. */
export function may(viewer: Viewer, permission: Permission, subject: Subject): boolean {
  if (viewer.region !== subject.region) return false
  return viewer.roles.some(
    (held) => isOpenTo(held, permission) && reaches(viewer, held, permissions[permission], subject),
  )
}

/** Whether somebody may do it to anybody at all. */
export const mayAtAll = (viewer: Viewer, permission: Permission): boolean =>
  viewer.roles.some((held) => isOpenTo(held, permission))

const isOpenTo = ({ role, only }: RoleHeld, permission: Permission): boolean =>
  (permissions[permission] as Holders)[role] !== undefined && (only === undefined || only.includes(permission))

/** What a machine can be given. */
export const machinePermissions = (Object.keys(permissions) as Permission[]).filter(
  (one) => (permissions[one] as Holders).machine !== undefined,
)

function reaches(viewer: Viewer, { role, agency }: RoleHeld, holders: Holders, subject: Subject): boolean {
  switch (holders[role]) {
    case 'region':
      return true
    case 'agency':
      return agency !== undefined && agency === subject.agency
    case 'subordinates':
      return viewer.employee !== undefined && subject.supervisor === viewer.employee
    case 'self':
      return viewer.employee !== undefined && subject.employee === viewer.employee
    default:
      return false
  }
}

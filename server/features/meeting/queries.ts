import { sql } from 'kysely'
import type { Tx } from '#platform/db.ts'

const here = sql<string>`current_setting('piket.region')`

const meetings = (tx: Tx) =>
  tx
    .selectFrom('meeting')
    .select(['meeting_id as id', 'title', 'aim', 'mode', 'place', 'link', 'day', 'agenda', 'chair'])
    .select([
      sql<string>`to_char(starts_at, 'HH24:MI')`.as('from'),
      sql<string>`to_char(ends_at, 'HH24:MI')`.as('until'),
    ])
    .select(['planned_by as plannedBy', 'cancelled_for as cancelledFor', 'cancelled_at as cancelledAt'])
    .select(['begun_at as begunAt', 'remark', 'number', 'closed_by as closedBy', 'closed_at as closedAt'])

export const meetingRow = (tx: Tx, meeting: string) => meetings(tx).where('meeting_id', '=', meeting).executeTakeFirst()

/** The same, and whoever else changes the meeting waits until the transaction ends. */
export const lockedMeeting = (tx: Tx, meeting: string) =>
  meetings(tx).where('meeting_id', '=', meeting).forUpdate().executeTakeFirst()

/** Meetings, the latest first. @param employee only those to which somebody is called */
export const listedMeetings = (tx: Tx, employee: string | undefined) =>
  meetings(tx)
    .$if(employee !== undefined, (query) =>
      query.where(
        'meeting_id',
        'in',
        tx
          .selectFrom('meeting_participant')
          .where('employee_id', '=', employee ?? '')
          .select('meeting_id'),
      ),
    )
    .orderBy('day', 'desc')
    .orderBy('starts_at', 'desc')
    .orderBy('meeting_id')
    .limit(200)
    .execute()

interface MeetingRow {
  meeting_id: string
  title: string
  aim: string
  mode: string
  place: string | null
  link: string | null
  day: string
  starts_at: string
  ends_at: string
  agenda: string[]
  planned_by: string
  planned_at: string
}

/** Plans a meeting; nothing when its form was sent before. */
export const addMeeting = (tx: Tx, row: MeetingRow) =>
  tx
    .insertInto('meeting')
    .values({ ...row, region_id: here })
    .onConflict((conflict) => conflict.doNothing())
    .returning('meeting_id')
    .executeTakeFirst()

/** Who is called, in the order in which they were added. */
export const participantRows = (tx: Tx, meeting: string) =>
  tx
    .selectFrom('meeting_participant')
    .where('meeting_id', '=', meeting)
    .select(['participant_id as id', 'position', 'employee_id as employee', 'name', 'post', 'body', 'attendance'])
    .select('represented_by as representedBy')
    .orderBy('position')
    .execute()

interface ParticipantRow {
  meeting_id: string
  participant_id: string
  position: number
  employee_id: string | null
  name: string | null
  post: string
  body: string
  added_at: string
}

export const addParticipant = (tx: Tx, row: ParticipantRow) =>
  tx
    .insertInto('meeting_participant')
    .values({ ...row, region_id: here })
    .execute()

export const removeParticipant = (tx: Tx, meeting: string, participant: string) =>
  tx
    .deleteFrom('meeting_participant')
    .where('meeting_id', '=', meeting)
    .where('participant_id', '=', participant)
    .execute()

/** Notes whether somebody came. */
export const noteRow = (
  tx: Tx,
  meeting: string,
  participant: string,
  row: { attendance: string; represented_by: string | null },
) =>
  tx
    .updateTable('meeting_participant')
    .set(row)
    .where('meeting_id', '=', meeting)
    .where('participant_id', '=', participant)
    .execute()

interface Change {
  chair?: string | null
  cancelled_for?: string
  cancelled_by?: string
  cancelled_at?: string
  begun_by?: string
  begun_at?: string
  remark?: string | null
  number?: number
  closed_by?: string
  closed_at?: string
}

export const changeMeeting = (tx: Tx, meeting: string, change: Change) =>
  tx.updateTable('meeting').set(change).where('meeting_id', '=', meeting).execute()

/** The last number of minutes within the year of a day. */
export const lastNumber = async (tx: Tx, day: string): Promise<number> => {
  const row = await tx
    .selectFrom('meeting')
    .where(sql<boolean>`extract(year from day) = extract(year from ${day}::date)`)
    .select(sql<number>`coalesce(max(number), 0)::int`.as('last'))
    .executeTakeFirstOrThrow()
  return row.last
}

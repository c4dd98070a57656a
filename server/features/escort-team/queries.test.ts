import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  absencesFrom,
  absentTeams,
  addAbsenceRow,
  addMemberRow,
  addTeamRow,
  allTeams,
  changeTeamRow,
  memberRows,
  removeAbsenceRow,
  removeMemberRow,
  staffOfTeams,
  teamRow,
  teamsOfMember,
} from './queries.ts'

test('the SQL of teams, who is in them, and when they cannot come', async () => {
  const { tx, said } = sayingTx()
  const [id, at, day] = ['00000000-0000-4000-8000-000000000000', '2021-07-21T01:00:00Z', '2021-07-21']
  await allTeams(tx)
  await teamRow(tx, 't')
  const days = { valid_from: null, valid_until: null }
  await addTeamRow(tx, { team_id: id, name: 'Tim', area_code: null, agencies: ['bpbd'], capacity: 2, ...days })
  await changeTeamRow(tx, 't', 3, day)
  await memberRows(tx, 't')
  await staffOfTeams(tx, ['t'])
  await teamsOfMember(tx, id)
  await addMemberRow(tx, { team_id: 't', account_id: id, added_by: 'a', added_at: at })
  await removeMemberRow(tx, 't', id)
  await absencesFrom(tx, 't', day)
  await absentTeams(tx, day)
  await addAbsenceRow(tx, { team_id: 't', day, reason: 'Apel', stated_by: 'a', stated_at: at })
  await removeAbsenceRow(tx, 't', day)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})

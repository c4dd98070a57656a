import { expect, test } from 'vitest'
import { sayingTx } from '../../testing/saying.ts'
import {
  addSession,
  changeToken,
  endChain,
  endOfDevice,
  endSessions,
  holdAccount,
  markSeen,
  sessionOf,
  sessionsOf,
} from './queries.ts'

test('the SQL of sessions', async () => {
  const { tx, said } = sayingTx()
  const [token, account, at] = [Buffer.of(), '20000000-0000-4000-8000-000000000000', new Date(0)]
  const times = {
    begun_at: '2021-07-21',
    seen_at: '2021-07-21',
    proved_at: '2021-07-21',
    second_factor: null,
    expires_at: '2021-07-21',
  }
  await addSession(tx, { token_hash: token, account_id: account, method: 'password', agent: null, ...times })
  await sessionOf(tx, token)
  await sessionsOf(tx, account)
  await markSeen(tx, token, at)
  await changeToken(tx, token, { hash: token, at })
  await changeToken(tx, token, { hash: token, at, second: 'passkey' })
  await holdAccount(tx, 'account_id', account)
  await endSessions(tx, account, at)
  await endSessions(tx, account, at, { only: token })
  await endSessions(tx, account, at, { except: token })
  await endChain(tx, account, token, at)
  await endOfDevice(tx, account, at)
  await expect(said()).toMatchFileSnapshot('./queries.snap.sql')
})

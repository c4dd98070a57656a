import { expect, test } from 'vitest'
import { stepBefore } from './permission.ts'

type Session = Parameters<typeof stepBefore>[0]
type Route = Parameters<typeof stepBefore>[1]

const whole: Session = { lacks: undefined, passwordExpired: false }

test.each<[string, Partial<Session>, Route, ReturnType<typeof stepBefore>]>([
  ['opens whatever it may', {}, {}, undefined],
  ['whose password is too old chooses a new one', { passwordExpired: true }, {}, 'new-password'],
  ['chooses it where that is open to old ones', { passwordExpired: true }, { withOldPassword: true }, undefined],
  ['that lacks its passkey shows it', { lacks: 'passkey' }, {}, 'second-factor'],
  ['shows it before a new password is chosen', { lacks: 'code', passwordExpired: true }, {}, 'second-factor'],
  ['shows it where it is shown', { lacks: 'passkey' }, { withoutSecondFactor: 'showing' }, undefined],
  [
    'makes no key while it has one to show',
    { lacks: 'passkey' },
    { withoutSecondFactor: 'enrolling' },
    'second-factor',
  ],
  ['makes its first key', { lacks: 'enrolment' }, { withoutSecondFactor: 'enrolling' }, undefined],
  [
    'makes its first key with a password that is not too old',
    { lacks: 'enrolment', passwordExpired: true },
    {},
    'new-password',
  ],
])('a session %s', (_, session, route, step) => {
  expect(stepBefore({ ...whole, ...session }, route)).toBe(step)
})

/** The own account: keys to sign in with, notices on this phone, and what waits on it. */
import './passkey.ts'
import './account/notices.ts'
import './account/waiting.ts'

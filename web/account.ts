/** The own account: keys to sign in with, and notices on this phone. */
import './passkey.ts'
import './account/notices.ts'

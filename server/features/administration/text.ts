import type { Language } from '#platform/language.ts'

const id = {
  title: 'Kelola akun',
  lead: 'Undang pegawai, tangguhkan akun, beri dan cabut peran. Setiap perubahan dicatat.',
  own: 'Akun saya',
  agency: 'Perangkat daerah',
  choose: 'Pilih perangkat daerah',
  show: 'Tampilkan',
  search: 'Cari nama',
  people: (found: string, all: string) => `${found} dari ${all} pegawai`,
  without: (count: string) => `${count} belum punya akun.`,
  inviteAll: 'Undang semua yang belum masuk',
  inviteAllHint: 'Yang kodenya belum dipakai mendapat kode baru; kode lamanya tidak berlaku lagi.',
  name: 'Nama',
  login: 'Nomor masuk',
  unit: 'Unit',
  of: 'Unit atau lembaga',
  account: 'Akun',
  roles: 'Peran yang diberi',
  invite: 'Undang',
  inviteOf: (name: string) => `Undang ${name}`,
  states: { invited: 'diundang', active: 'aktif', suspended: 'ditangguhkan', ended: 'diakhiri' },
  nobody: 'Tidak ada pegawai yang cocok.',
  holders: 'Peran khusus dan lembaga luar',
  holdersLead: 'Semua yang diberi peran, dan anggota lembaga luar tanpa data pegawai.',
  addOutsider: 'Tambah anggota lembaga luar',
  addOutsiderLead: 'Misalnya polisi atau koramil yang ikut satuan tugas. Ia masuk dengan nomor yang Anda pilih.',
  outsiderLogin: 'Nomor masuk',
  outsiderLoginHint: 'Tiga huruf atau angka atau lebih, misalnya polres-02.',
  body: 'Lembaga',
  role: 'Peran',
  chooseRole: 'pilih peran',
  from: 'Mulai',
  until: 'Sampai',
  datesHint: 'Boleh kosong: sejak sekarang, tanpa batas.',
  letter: 'Nomor surat',
  addAndInvite: 'Tambah dan cetak undangan',
  slips: 'Lembar undangan',
  slipsLead: (count: string) =>
    `${count} lembar. Cetak sekarang: kode tampil hanya sekali ini dan tidak disimpan. Serahkan langsung kepada orangnya.`,
  address: 'Alamat',
  code: 'Kode',
  slipHint: 'Buka alamat ini, tulis nomor dan kode, lalu pilih kata sandi. Berlaku 14 hari, satu kali.',
  back: 'Kembali',
  state: 'Keadaan akun',
  suspend: 'Tangguhkan',
  resume: 'Izinkan masuk lagi',
  end: 'Akhiri',
  stateHint: 'Menangguhkan atau mengakhiri juga menutup semua sesinya.',
  newCode: 'Kode undangan baru',
  newCodeHint: 'Untuk yang lupa kata sandi atau kehilangan lembarnya.',
  printCode: 'Buat kode',
  keys: 'Langkah kedua',
  keysHint: (count: number, codes: boolean) =>
    `${count} kunci sandi${codes ? ', dan kode autentikator' : ''}. Ponselnya hilang? Cabut semuanya; sesi yang terbuka ikut berakhir. Pemiliknya membuat yang baru sesudah masuk lagi.`,
  endKeys: 'Cabut semua kunci sandi dan kode',
  given: 'Peran yang diberi',
  noGrants: 'Tidak ada. Peran pegawai, atasan dan kepala datang dari daftar pegawai.',
  takeBack: 'Cabut',
  takeBackOf: (role: string) => `Cabut peran ${role}`,
  give: 'Beri peran',
  ownNote: 'Ini akun Anda. Perubahannya dilakukan pengelola lain.',
  period: (from: string | undefined, until: string | undefined) =>
    from === undefined
      ? until === undefined
        ? 'tanpa batas'
        : `sampai ${until}`
      : until === undefined
        ? `sejak ${from}`
        : `${from} – ${until}`,
  byLetter: (letter: string) => `surat ${letter}`,
}

export type Text = typeof id

const en: Text = {
  title: 'Manage accounts',
  lead: 'Invite staff, suspend accounts, give and take back roles. Every change is recorded.',
  own: 'My account',
  agency: 'Agency',
  choose: 'Choose an agency',
  show: 'Show',
  search: 'Find a name',
  people: (found: string, all: string) => `${found} of ${all} people`,
  without: (count: string) => `${count} without an account.`,
  inviteAll: 'Invite all who have not signed in',
  inviteAllHint: 'Who did not use a code yet gets a new one; the old one ends.',
  name: 'Name',
  login: 'Sign-in number',
  unit: 'Unit',
  of: 'Unit or body',
  account: 'Account',
  roles: 'Roles given',
  invite: 'Invite',
  inviteOf: (name: string) => `Invite ${name}`,
  states: { invited: 'invited', active: 'active', suspended: 'suspended', ended: 'ended' },
  nobody: 'Nobody matches.',
  holders: 'Special roles and outside bodies',
  holdersLead: 'Everybody who was given a role, and members of outside bodies without a staff record.',
  addOutsider: 'Add a member of an outside body',
  addOutsiderLead: 'Police or military who are part of the task force, say. They sign in with the number you choose.',
  outsiderLogin: 'Sign-in number',
  outsiderLoginHint: 'Three letters or digits or more, such as polres-02.',
  body: 'Body',
  role: 'Role',
  chooseRole: 'choose a role',
  from: 'From',
  until: 'Until',
  datesHint: 'May be left empty: from now on, without end.',
  letter: 'Number of the letter',
  addAndInvite: 'Add and print the invitation',
  slips: 'Invitation slips',
  slipsLead: (count: string) =>
    `${count} slips. Print now: codes are shown this once and kept nowhere. Hand each to its person.`,
  address: 'Address',
  code: 'Code',
  slipHint: 'Open this address, write number and code, then choose a password. Good for 14 days, once.',
  back: 'Back',
  state: 'State of the account',
  suspend: 'Suspend',
  resume: 'Let in again',
  end: 'End',
  stateHint: 'To suspend or end also closes all of its sessions.',
  newCode: 'New invitation code',
  newCodeHint: 'For who forgot the password or lost the slip.',
  printCode: 'Make a code',
  keys: 'Second step',
  keysHint: (count, codes) =>
    `${count} ${count === 1 ? 'passkey' : 'passkeys'}${codes ? ', and authenticator codes' : ''}. Is the phone lost? Revoke it all; open sessions end too. The owner makes a new one after the next sign-in.`,
  endKeys: 'Revoke all passkeys and codes',
  given: 'Roles given',
  noGrants: 'None. The roles of staff, superiors and heads come from the staff list.',
  takeBack: 'Take back',
  takeBackOf: (role: string) => `Take back the role ${role}`,
  give: 'Give a role',
  ownNote: 'This is your own account. Another manager changes it.',
  period: (from: string | undefined, until: string | undefined) =>
    from === undefined
      ? until === undefined
        ? 'without end'
        : `until ${until}`
      : until === undefined
        ? `since ${from}`
        : `${from} – ${until}`,
  byLetter: (letter: string) => `letter ${letter}`,
}

export const text: Readonly<Record<Language, Text>> = { id, en }

export const text = {
  id: {
    title: 'Daerah',
    lead: 'Piket membaca surat edaran kepala daerah dan menjawab, untuk setiap pegawai dan setiap hari: kantor atau rumah, menurut butir yang mana.',
    choose: 'Pilih daerah',
    today: 'Hari peragaan',
    realClock: 'Jam sebenarnya',
    invented: 'Daerah rekaan, masa kini',
  },
  en: {
    title: 'Regions',
    lead: 'Piket reads the circulars of a regional head and answers, for every civil servant and every day: office or home, and by which clause.',
    choose: 'Choose a region',
    today: 'Demonstration day',
    realClock: 'Real clock',
    invented: 'Invented region of today',
  },
}
export type Text = (typeof text)['id']
text satisfies Record<'id' | 'en', Text>

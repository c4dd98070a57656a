/** Whose word a region's own documents are: the head of a regency, of a city or of a province. */
export const ownOffice = { regency: 'bupati', city: 'wali_kota', province: 'gubernur' } as const

/** A field whose text is sealed. It holds a text or null, at the top level, so that a query finds it. */
export interface SealedField {
  collection: string
  field: string
}

/** Every field of every collection that holds a sealed text: what is not listed here is lost when its key is retired. */
export const sealedFields = {
  person: { collection: 'residents', field: 'sealedPerson' },
  contact: { collection: 'contacts', field: 'sealedContact' },
  proofKey: { collection: 'proofs', field: 'sealedKey' },
  complaintText: { collection: 'complaints', field: 'sealedText' },
  complaintAnswer: { collection: 'complaints', field: 'sealedAnswer' },
  specialWords: { collection: 'specialNotes', field: 'sealedWords' },
  correctionWords: { collection: 'corrections', field: 'sealedWords' },
  reminderTo: { collection: 'reminders', field: 'sealedTo' },
  importName: { collection: 'imports', field: 'sealedName' },
  importReason: { collection: 'imports', field: 'sealedReason' },
  importPart: { collection: 'importParts', field: 'sealed' },
  importRows: { collection: 'importRows', field: 'sealed' },
  importContacts: { collection: 'importChanges', field: 'sealedContacts' },
  doubtfulNumber: { collection: 'doubtfulNumbers', field: 'sealedNumber' },
  doubtedName: { collection: 'nameDoubts', field: 'sealedName' },
  formRows: { collection: 'formRows', field: 'sealed' },
  secret: { collection: 'secrets', field: 'sealed' },
} as const satisfies Record<string, SealedField>

export const allSealedFields: readonly SealedField[] = Object.values(sealedFields)

/** What a text in this field of one document is sealed for: it opens nowhere else. */
export const sealContext = ({ collection, field }: SealedField, id: string): string =>
  `${collection}/${id}/${field}`

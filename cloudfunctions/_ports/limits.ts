/** 限次: at most so many in each window of so many minutes. Windows lie one beside the other and do not slide. */
export interface Limit {
  atMost: number
  minutes: number
}

/** What nobody may do without end. A failure (miss) is a person who was not recognised, for whatever reason. */
export interface Limits {
  /** Failures of one caller. */
  missesPerCaller: Limit
  /** Failures with one ID number, whoever tries; also with a number that nobody has. */
  missesPerIdNumber: Limit
  /** Failures of all callers together. */
  missesInAll: Limit
  /** Orders that one caller starts. */
  ordersPerCaller: Limit
  /** Newborns that one caller registers. */
  newbornsPerCaller: Limit
  /** Files that one caller begins to send, and that are begun for one person. */
  proofsPerCaller: Limit
  proofsPerPerson: Limit
  /** Checks of printed records that came to nothing, from one place of the network. */
  checksPerSource: Limit
  /** Complaints of one caller. */
  complaintsPerCaller: Limit
  /** Tries of one member of the staff to find a person by name and number that found nobody. */
  staffMisses: Limit
  /** Lists of one member of a school's staff. */
  schoolLists: Limit
}

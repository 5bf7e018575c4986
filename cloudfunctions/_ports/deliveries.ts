/**
 * The delivery port (推送): hands one file to one receiving department. The same file may be handed over again after an
 * unknown outcome: a receiver knows it by its name, and takes it once.
 */
export interface Delivery {
  /** Whose day it is. */
  region: string
  /** A receiver's code from this deployment's own list: `bureau`, `finance`, … */
  department: string
  /** Names region, day and version, nothing about a person: `<region>-<date>-v<n>.csv`. */
  fileName: string
  content: string
  /** SHA-256 of the content as UTF-8, hexadecimal. */
  sha256: string
}

export interface Deliveries {
  /** The departments that receive a county's days. `bureau` is the one that residents' receipts speak of. */
  departmentsOf(region: string): readonly string[]
  /**
   * `received`: the department has this very file · `refused`: it will not take it, a person must look ·
   * `unknown`: no answer to rely on, hand it over again.
   */
  deliver(delivery: Delivery): Promise<'received' | 'refused' | 'unknown'>
}

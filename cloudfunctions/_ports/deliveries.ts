/**
 * The delivery port (推送): hands one file to one receiving department. The same file may be handed over again after an
 * unknown outcome: a receiver knows it by its name, and takes it once.
 */
export interface Delivery {
  /** A receiver's code from the settings of this deployment: `bureau`, `finance`, … */
  department: string
  /** Names region, day and version, nothing about a person: `<region>-<date>-v<n>.csv`. */
  fileName: string
  content: string
  /** SHA-256 of the content, hexadecimal. */
  sha256: string
}

export interface Deliveries {
  /**
   * `received`: the department has this very file · `refused`: it will not take it, a person must look ·
   * `unknown`: no answer to rely on, hand it over again.
   */
  deliver(delivery: Delivery): Promise<'received' | 'refused' | 'unknown'>
}

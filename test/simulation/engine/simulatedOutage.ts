/** What a port throws that is down, or does not answer: the only kind of error a run may meet. */
export class SimulatedOutage extends Error {
  override name = 'SimulatedOutage'
}

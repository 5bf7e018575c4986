import { inMiniProgram } from './Element'

/** A PDF inside the page. Browser only: in the mini-program WeChat's own reader opens it. */
export const PaperSheet = ({ address, label }: { address: string; label: string }) =>
  inMiniProgram ? null : <iframe className="sheet-in" src={address} title={label} />

import { Words } from '../components/Element'

/** A figure, or two on lines of their own, with what it is beside it where no heading stands above. */
export const Cell = ({ name, figure, second }: { name: string; figure: string; second?: string }) => (
  <>
    <Words hidden className="cell__k">
      {name}
    </Words>
    <Words className="nowrap">{figure}</Words>
    {second && <Words className="nowrap cell__second">{second}</Words>}
  </>
)

import { Words } from '../../components/Element'

/** A figure with what it is beside it, where no heading stands above. */
export const Cell = ({ name, figure }: { name: string; figure: string }) => (
  <>
    <Words hidden className="cell__k">
      {name}
    </Words>
    <Words className="nowrap">{figure}</Words>
  </>
)

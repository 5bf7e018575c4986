import { Box } from './Element'

/** One thing to take along, and what it is for. */
export interface CopyItem {
  title: string
  text: string
}

/** A list one takes along to a counter. */
export const CopyList = ({ label, items }: { label: string; items: readonly CopyItem[] }) => (
  <Box as="ol" label={label} className="copylist">
    {items.map((item) => (
      <Box as="li" key={item.title} className="copylist__i">
        <Box className="strong">{item.title}</Box>
        <Box>{item.text}</Box>
      </Box>
    ))}
  </Box>
)

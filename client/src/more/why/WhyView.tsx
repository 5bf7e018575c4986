import { AnswerBlock } from '../../components/AnswerBlock'
import { Chips } from '../../components/ClauseChip'
import { Box, Words } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { why as words } from '../../texts/why'
import type { Earned, WhyShown } from './whyOf'

/** The identity that won, those that did not, and every clause beside its plain sentence. */
export const WhyView = ({ shown }: { shown: WhyShown }) => (
  <>
    <Box as="h1" className="h1">
      {shown.heading}
    </Box>
    {shown.intro !== undefined && (
      <Box as="p" className="muted under">
        {shown.intro}
      </Box>
    )}
    {shown.won?.source && (
      <Box as="section" className="block block--near">
        <AnswerBlock
          source={shown.won.source}
          kind={words.counts}
          value={shown.won.name}
          amount={shown.won.amount}
        />
        {shown.passedOver.map((one) => (
          <PassedOver key={one.key} one={one} />
        ))}
      </Box>
    )}
    {shown.won && (
      <Box className="block block--near">
        <Notice icon="lock" lines={[words.privacy]} />
      </Box>
    )}
    {shown.laws.length > 0 && (
      <Box as="section" className="block--rule">
        <Box as="h2" className="h2 block__h">
          {words.sideBySide}
        </Box>
        {shown.laws.map((law) => (
          <Box key={law.key} className="law">
            <Box as="p" className="law__says">
              {law.says}
            </Box>
            <Chips source={law.source} />
          </Box>
        ))}
      </Box>
    )}
  </>
)

const PassedOver = ({ one }: { one: Earned }) => (
  <Box className="ans-aside">
    <Box as="p" className="small strong muted">
      {words.notAdded}
    </Box>
    <Box className="ans__line">
      <Words className="ans-aside__v">{one.name}</Words>
      <Words className="ans-aside__v nowrap">{one.amount}</Words>
    </Box>
    {one.source && <Chips source={one.source} />}
  </Box>
)

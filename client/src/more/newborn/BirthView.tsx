import { Button } from '../../components/Button'
import { DayField } from '../../components/DayField'
import { Box } from '../../components/Element'
import { ErrorSummary, type Mistake } from '../../components/ErrorSummary'
import { Notice } from '../../components/Notice'
import { RadioCards } from '../../components/RadioCards'
import { newborn as words } from '../../texts/newborn'
import { Row } from '../../components/Row'
import type { Home } from './childOf'
import type { Chosen } from './mistakesOf'

interface Props {
  chosen: Chosen
  mistakes: readonly Mistake[]
  onChoose: (chosen: Chosen) => void
  onGo: (field: string) => void
  onNext: () => void
  /** For a child that was registered before it had an ID number. */
  onLasting: () => void
}

const homes = (Object.keys(words.homes) as Home[]).map((value) => ({ value, ...words.homes[value] }))

/** When the child was born, and where its household registration is. Nothing is sent. */
export const BirthView = ({ chosen, mistakes, onChoose, onGo, onNext, onLasting }: Props) => (
  <>
    {mistakes.length > 0 && (
      <Box className="errs-room">
        <ErrorSummary mistakes={mistakes} onGo={onGo} />
      </Box>
    )}
    <Box className="stack stack--wide">
      <Box as="h1" className="h1">
        {words.heading}
      </Box>
      <DayField
        id="born"
        label={words.born}
        hint={words.bornHint}
        error={mistakes.find(({ field }) => field === 'born')?.text}
        day={chosen.born}
        onDay={(born) => onChoose({ ...chosen, born })}
      />
      <Box className="stack stack--close">
        <Box as="h2" className="h2">
          {words.hukou}
        </Box>
        <RadioCards
          id="home"
          label={words.hukou}
          choices={homes}
          chosen={chosen.home}
          onChoose={(home) => onChoose({ ...chosen, home })}
        />
      </Box>
      <Button text={words.see} onTap={onNext} />
      <Notice icon="lock" lines={[words.private]} />
      <Row first icon="paper" text={words.lasting.row} onTap={onLasting} />
    </Box>
  </>
)

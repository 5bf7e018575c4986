import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Empty } from '../../components/Empty'
import { PersonCard, type PersonShown } from '../../components/PersonCard'
import { Door, Row } from '../../components/Row'
import { TogetherCard, type TogetherShown } from '../../components/TogetherCard'
import { home as words } from '../../texts/home'
import type { DoorShown } from './doorsOf'

interface Props {
  /** Where two or more can be paid for at once. */
  together?: TogetherShown
  people: readonly PersonShown[]
  onTogether: () => void
  onOpen: (key: string) => void
  onAdd: () => void
  onAddSelf: () => void
  /** Left out where the caller is nobody here. */
  onActing?: () => void
  onReckon: () => void
  onMine: () => void
  doors: readonly DoorShown[]
}

/** The family, one card each; with nobody yet, the fee question first. */
export const HomeView = (props: Props) =>
  props.people.length > 0 ? <WithFamily {...props} /> : <WithoutFamily {...props} />

const WithFamily = ({
  together,
  people,
  onTogether,
  onOpen,
  onAdd,
  onActing,
  onReckon,
  onMine,
  doors,
}: Props) => (
  <>
    {together && <TogetherCard shown={together} onPay={onTogether} />}
    {people.map((person) => (
      <PersonCard key={person.key} person={person} onOpen={() => onOpen(person.key)} />
    ))}
    <Row icon="plus" text={words.add} onTap={onAdd} />
    {onActing && <Row icon="pair" text={words.acting} onTap={onActing} />}
    <Box as="section" className="block">
      <Doors doors={doors} />
    </Box>
    <Box as="section" className="block">
      <Row first icon="reckon" text={words.reckonRow} onTap={onReckon} />
      <Row icon="lock" text={words.mine} onTap={onMine} />
    </Box>
  </>
)

const WithoutFamily = ({ onAdd, onAddSelf, onReckon, doors }: Props) => (
  <>
    <Box as="section" className="stack">
      <Box as="h2" className="h1">
        {words.firstLook}
      </Box>
      <Box as="p">{words.firstLookText}</Box>
      <Button text={words.reckon} onTap={onReckon} />
    </Box>
    <Empty title={words.family} text={words.noFamily}>
      <SecondButton icon="plus" text={words.addSelf} onTap={onAddSelf} />
      <SecondButton icon="plus" text={words.add} onTap={onAdd} />
    </Empty>
    <Doors doors={doors} />
  </>
)

const Doors = ({ doors }: { doors: readonly DoorShown[] }) => (
  <Box className="doors">
    {doors.map((door) => (
      <Door key={door.text} {...door} />
    ))}
  </Box>
)

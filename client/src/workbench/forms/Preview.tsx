import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Notice } from '../../components/Notice'
import { forms as words } from '../../texts/forms'
import { SheetDrawn } from './SheetDrawn'
import { useTaking, type FileKind, type ShownForm } from './useForm'

interface Props {
  shown: ShownForm
}

/** The form as it will be printed, and the ways to take it along. */
export function Preview({ shown: { form, formId, people, volumes } }: Props) {
  const { trouble, busy, saved, onTake } = useTaking(formId)
  const isMore =
    form.sheets.reduce((sum, { rows }) => sum + rows.length, 0) < people || form.sheets.length > 1
  return (
    <Box as="section" className="block">
      <Box as="h2" className="h2">
        {words.preview}
      </Box>
      <Box as="p" live="polite">
        {words.people(people)}
        {isMore && words.some}
        {volumes > 1 && words.volumes(volumes)}
      </Box>
      <Box className="form__take">
        <Takes volumes={volumes} busy={busy} onTake={onTake} />
      </Box>
      {trouble && <Notice tone="stop" icon="warn" lines={[trouble]} announced />}
      <Box as="p" live="polite" className="under">
        {saved}
      </Box>
      {people > 0 && <Notice icon="lock" lines={[words.private]} />}
      {form.sheets.map((sheet, index) => (
        <SheetDrawn key={index} form={form} sheet={sheet} />
      ))}
    </Box>
  )
}

interface TakesProps {
  volumes: number
  busy: boolean
  onTake: (as: FileKind, volume: number) => void
}

/** One file of each kind, or one of each for every volume. */
const Takes = ({ volumes, busy, onTake }: TakesProps) =>
  volumes === 1 ? (
    <>
      <Button icon="save" text={busy ? words.making : words.print} onTap={() => onTake('pdf', 1)} />
      <SecondButton icon="save" text={words.download} onTap={() => onTake('xlsx', 1)} />
    </>
  ) : (
    <>
      {Array.from({ length: volumes }, (_none, index) => index + 1).map((volume) => (
        <Box key={volume} className="form__volume">
          <SecondButton icon="save" text={words.printVolume(volume)} onTap={() => onTake('pdf', volume)} />
          <SecondButton
            icon="save"
            text={words.downloadVolume(volume)}
            onTap={() => onTake('xlsx', volume)}
          />
        </Box>
      ))}
    </>
  )

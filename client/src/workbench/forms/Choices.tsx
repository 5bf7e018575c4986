import type { ReplyOf } from '../../../../shared/contracts/contract'
import { ListVillages, type FormOffered, type ListForms } from '../../../../shared/contracts/forms'
import { useCall } from '../../api/useCall'
import { Chips } from '../../components/ClauseChip'
import { DayField } from '../../components/DayField'
import { Box } from '../../components/Element'
import { Outage } from '../../components/Outage'
import { SelectField } from '../../components/SelectField'
import { forms as words } from '../../texts/forms'
import { outages } from '../../texts/outages'
import { Question } from '../Question'
import { blankRowChoices, pageOfRows, type Chosen } from './chosen'

interface Props {
  offered: ReplyOf<typeof ListForms>
  chosen: Chosen
  onChange: (change: Partial<Chosen>) => void
}

const named = (names: readonly string[]) => names.map((name) => ({ value: name, text: name }))

/** Which form, for which place and days, with whom. */
export function Choices({ offered, chosen, onChange }: Props) {
  const { form, fill } = chosen
  return (
    <Box className="form__choices block block--near">
      <SelectField
        id="form"
        label={words.form}
        hint={words.formHint}
        choices={offered.forms.map(({ key, name }) => ({ value: key, text: name }))}
        chosen={form.key}
        onChoose={(key) => onChange({ form: offered.forms.find((one) => one.key === key) ?? form })}
      />
      <Place offered={offered} chosen={chosen} onChange={onChange} />
      {form.period && <Days chosen={chosen} onChange={onChange} />}
      <Box className="form__choice">
        <Question
          label={words.who}
          hint={words.whoHint}
          choices={[
            { value: 'people', text: words.fills.people },
            { value: 'blank', text: words.fills.blank },
          ]}
          chosen={fill}
          onChoose={(value) => onChange({ fill: value, blankRows: value === 'blank' ? pageOfRows : '0' })}
        />
      </Box>
      {form.hasRows && (
        <SelectField
          id="blankRows"
          label={words.blankRows}
          hint={words.blankRowsHint}
          choices={blankRowChoices.map((value) => ({ value, text: words.rows(Number(value)) }))}
          chosen={chosen.blankRows}
          onChoose={(blankRows) => onChange({ blankRows })}
        />
      )}
      <Origin form={form} />
    </Box>
  )
}

/** Where the form comes from, and what its maker has to look after. */
const Origin = ({ form }: { form: FormOffered }) => (
  <Box className="form__choice">
    <Box as="p">{words.origins[form.origin]}</Box>
    <Chips
      source={{
        sureness: form.origin === 'printed' ? 'stated' : 'unstated',
        clauses: form.clauses,
        says: `${form.name}：${words.origins[form.origin]}`,
      }}
    />
    {form.check !== null && (
      <Box as="p" className="muted">
        {form.check}
      </Box>
    )}
  </Box>
)

/** A clerk has one town, and is not asked which. */
const Place = ({ offered: { towns }, chosen, onChange }: Props) => (
  <>
    {towns.length > 1 && (
      <SelectField
        id="town"
        label={words.town}
        hint={words.townHint}
        choices={[{ value: '', text: words.townFirst }, ...named(towns)]}
        chosen={chosen.town ?? ''}
        onChoose={(town) => onChange({ town })}
      />
    )}
    <Village key={chosen.town} chosen={chosen} onChange={onChange} />
  </>
)

/** A village of the town that is chosen; of another town's none is offered meanwhile. */
function Village({ chosen: { town, village, form }, onChange }: Pick<Props, 'chosen' | 'onChange'>) {
  const { asked, again } = useCall(ListVillages, town === '' ? undefined : { town })
  const villages = asked.kind === 'done' ? asked.reply.villages : []
  return (
    <>
      <SelectField
        id="village"
        label={words.village}
        hint={form.perVillage ? words.villageHint : words.wholeTownHint}
        choices={[
          { value: '', text: form.perVillage ? words.villageFirst : words.wholeTown },
          ...named(villages),
        ]}
        chosen={village}
        onChoose={(name) => onChange({ village: name })}
      />
      {asked.kind === 'unreached' && (
        <Outage text={outages.unreached[asked.why]} action={outages.again} onTap={again} />
      )}
    </>
  )
}

const Days = ({ chosen, onChange }: Pick<Props, 'chosen' | 'onChange'>) => (
  <>
    {(['from', 'to'] as const).map((end) => (
      <DayField
        key={end}
        id={end}
        label={words[end]}
        hint={words.daysHint}
        day={chosen[end]}
        onDay={(day) => onChange({ [end]: day })}
      />
    ))}
  </>
)

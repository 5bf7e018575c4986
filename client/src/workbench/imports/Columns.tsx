import { useState } from 'react'
import type { ImportField, ImportMapping, ImportShown } from '../../../../shared/contracts/imports'
import { MapImport } from '../../../../shared/contracts/mapImport'
import { Button, SecondButton } from '../../components/Button'
import { Box } from '../../components/Element'
import { Field } from '../../components/Field'
import { Notice } from '../../components/Notice'
import { SelectField } from '../../components/SelectField'
import { imports as words } from '../../texts/imports'
import { Head } from './Head'
import { useImportStep } from './useImportStep'

const { columns } = words
const noColumn = '0'

interface Props {
  shown: ImportShown
  /** The first rows, masked. */
  sample: readonly (readonly string[])[]
  onShown: (shown: ImportShown) => void
  onOther: () => void
}

/** The second step: which column holds what. What is known is chosen already. */
export function Columns({ shown, sample, onShown, onOther }: Props) {
  const { importId, headings, fields, totalIn } = shown
  const [mapping, setMapping] = useState<ImportMapping>(shown.mapping)
  const [total, setTotal] = useState('')
  const [looked, setLooked] = useState(false)
  const { trouble, busy, take } = useImportStep(onShown)
  const faults = faultsOf(shown, mapping)
  const totalWrong = total !== '' && !/^\d{1,8}$/.test(total)

  const go = () => {
    setLooked(true)
    if (Object.keys(faults).length > 0 || totalWrong) return
    take(MapImport, {
      importId,
      mapping,
      ...(total === '' ? {} : { statedTotal: Number(total) * (totalIn === 'fen' ? 100 : 1) }),
    })
  }
  return (
    <>
      <Head shown={shown} step={2} heading={columns.heading} />
      <Box as="p" className="muted">
        {columns.explain}
      </Box>
      <Box className="block block--near fields">
        {fields.map(({ field, needed }) => (
          <SelectField
            key={field}
            id={`column-${field}`}
            label={words.fields[field]}
            hint={hintOf(needed, mapping[field], sample)}
            error={looked ? faults[field] : undefined}
            choices={choicesOf(headings)}
            chosen={String(mapping[field] ?? noColumn)}
            onChoose={(chosen) => setMapping(withColumn(mapping, field, chosen))}
          />
        ))}
        <Field
          id="total"
          label={columns.totals[totalIn]}
          hint={columns.totalHint}
          error={looked && totalWrong ? columns.totalWrong : undefined}
          initial=""
          maxLength={8}
          onType={(text) => setTotal(text.trim())}
        />
      </Box>
      <Box className="block block--near desk__narrow stack">
        {trouble ? (
          <Notice tone="stop" icon="warn" lines={trouble} announced />
        ) : (
          <Notice icon="info" lines={[busy ? columns.busy : columns.remembered]} />
        )}
        <Box className="actions">
          <Button text={columns.go} onTap={go} />
          <SecondButton text={words.other} onTap={onOther} />
        </Box>
      </Box>
    </>
  )
}

const choicesOf = (headings: readonly string[]) => [
  { value: noColumn, text: columns.none },
  ...headings.map((heading, i) => ({ value: String(i + 1), text: columns.column(heading, i + 1) })),
]

function hintOf(needed: boolean, column: number | undefined, sample: Props['sample']): string {
  const rule = needed ? columns.needed : columns.optional
  if (column === undefined) return rule
  const seen = sample.map((row) => row[column - 1] ?? '').filter((text) => text !== '')
  return seen.length === 0 ? rule : columns.like(rule, seen.slice(0, 2))
}

function withColumn(mapping: ImportMapping, field: ImportField, chosen: string): ImportMapping {
  const { [field]: _before, ...others } = mapping
  return chosen === noColumn ? others : { ...others, [field]: Number(chosen) }
}

/** What is missing, and what stands twice. */
function faultsOf({ fields }: ImportShown, mapping: ImportMapping): Partial<Record<ImportField, string>> {
  const faults: Partial<Record<ImportField, string>> = {}
  const taken = new Map<number, ImportField>()
  for (const { field, needed } of fields) {
    const column = mapping[field]
    if (column === undefined) {
      if (needed) faults[field] = columns.missing(words.fields[field])
      continue
    }
    const other = taken.get(column)
    if (other) faults[field] = columns.twice(words.fields[other])
    taken.set(column, field)
  }
  return faults
}

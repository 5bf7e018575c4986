import { formDefinitions } from '../../cloudfunctions/_forms/formDefinitions'
import { fillForm, type Filled, type FormFacts, type FormPerson } from '../../shared/forms/fillForm'
import type { Form } from '../../shared/forms/form'

/** Somebody for a form; every call gives the same people. */
export const samplePeople = (some: readonly Filled[]): FormPerson[] =>
  some.map((filled, index) => ({
    household: null,
    filled: {
      name: '王样例',
      idNumber: `4507991969073${String(index).padStart(5, '0')}`,
      sex: '女',
      age: '50',
      born: '1969-07-30',
      address: '东样村1号',
      phone: '00000000001',
      account: '0000000000000000001',
      identities: '农村低保二类',
      specialGroup: '死亡未销户',
      evidence: '村委会证明第7号',
      otherCover: '职工医保',
      insuredAt: '样例电子厂',
      standing: '已参保',
      standard: '250.00',
      subsidy: '150.00',
      paid: '250.00',
      paidOn: '2019-11-20',
      way: '柜台缴费',
      ...filled,
    },
  }))

/** A form of 泉水镇旧州村, filled in. @throws Error where there is no such form. */
export function sampleForm(key: string, people: readonly FormPerson[], facts: Partial<FormFacts> = {}): Form {
  const definition = formDefinitions.find((one) => one.key === key)
  if (!definition) throw new Error(key)
  return fillForm(
    definition,
    {
      filled: { place: '浦北县', town: '泉水镇', village: '旧州村', year: '2020', today: '2019年11月20日' },
      title: definition.title,
      source: undefined,
      blankRows: 0,
      watermark: '样例经办 2019-11-20 12:00:00 导出，含个人信息，用后删除',
      volume: { number: 1, of: 1, before: 0, all: people },
      ...facts,
    },
    people,
  )
}

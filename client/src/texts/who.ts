import type { GuardianConsent, PersonConsent, Relation } from '../../../shared/contracts/fields'
import type { IdProblem } from '../../../shared/identity/idNumber'

/** 认一认: name and ID number. */
export const who = {
  title: '认一认',
  heading: '给谁缴？',
  headingSelf: '先添您自己',
  relation: '这是您的什么人？',
  relationHint: '本人才看得到身份和资助。',
  relations: {
    self: { text: '自己' },
    spouse: { text: '配偶' },
    parent: { text: '父母' },
    child: { text: '子女' },
    other: { text: '其他，代办', hint: '只看到金额' },
  } satisfies Record<Relation, { text: string; hint?: string }>,
  relationMissing: '先选是您的什么人',
  relationOfChild: '不满14岁，请选子女或其他',
  consentLabel: '监护人同意',
  /** A guardian agrees to one of these, by its version: whoever changes the words adds a version. */
  consents: {
    'guardian-1': {
      text: '我是监护人，同意为参保缴费使用孩子的姓名、证号和资助身份。',
      hint: '孩子不满14岁，要监护人单独同意。',
    },
  } satisfies Record<GuardianConsent, { text: string; hint: string }>,
  consentMissing: '要监护人同意，才能添孩子',
  anotherSelf: '您已经添过自己了，请选别的',
  takenHeading: '先按代办人看',
  taken: (name: string) => `已有别的微信认作${name}本人。`,
  takenSees: '您先只看到金额，也能缴费。',
  takenAsk: '是您本人，请到医保局核实。',
  takenGoOn: '知道了，看要付多少',
  name: '姓名',
  nameHint: '和身份证上一样',
  idNumber: '身份证号',
  idHint: '18位，最后一位可能是X',
  next: '同意，下一步',
  busy: '正在查…',
  /** What one agrees to by going on (单独同意); whoever changes the words adds a version. */
  consentVersion: 'person-1' as PersonConsent,
  privacy: {
    'person-1': ['姓名和身份证号，只用来查参保、缴费。', '点“同意，下一步”就是同意。随时可以删。'],
  } satisfies Record<PersonConsent, readonly string[]>,
  myData: '看存了什么，怎么删',
  nameMissing: '姓名还没填',
  idMissing: '身份证号还没填',
  idShort: (now: number, short: number) => `现在是${now}位，少了${short}位`,
  idLong: (now: number, long: number) => `现在是${now}位，多了${long}位`,
  problems: {
    idLength: '身份证号要18位，再数一数',
    idCharacter: '只能是数字，最后一位可以是X',
    idDate: '出生日期不对，看第7到14位',
    idFuture: '出生日期还没到，看第7到14位',
    idCheckDigit: '有一位打错了，对着证再看',
  } satisfies Record<IdProblem, string>,
  notRecognised: '没找到。看看姓名、证号、地方。',
  notRecognisedTell: '都对还是不行，请到乡镇窗口问。',
}

import type { IdProblem } from '../../../shared/identity/idNumber'

/** 认一认: name and ID number. */
export const who = {
  title: '认一认',
  heading: '给谁缴？',
  name: '姓名',
  nameHint: '和身份证上一样',
  idNumber: '身份证号',
  idHint: '18位，最后一位可能是X',
  next: '下一步',
  busy: '正在查…',
  privacy: '只用来查这一次要付多少。屏幕上会遮住中间的数字。',
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

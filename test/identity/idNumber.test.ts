import * as fc from 'fast-check'
import { checkCharacter, maskIdNumber, readIdNumber } from '../../shared/identity/idNumber'
import { addDays } from '../../shared/rules/civilDay'

const today = '2026-11-22'

const idNumbers = fc
  .tuple(
    fc.integer({ min: 110000, max: 659999 }),
    fc.integer({ min: 0, max: 45000 }),
    fc.integer({ min: 0, max: 999 }),
  )
  .map(([region, age, sequence]) => {
    const born = addDays(today, -age).replaceAll('-', '')
    const first17 = `${region}${born}${String(sequence).padStart(3, '0')}`
    return first17 + checkCharacter(first17)
  })

const problemOf = (typed: string) => {
  const read = readIdNumber(typed, today)
  return read.kind === 'wrong' ? read.problem : 'none'
}

test('the example of GB 11643 is valid, with a small x and with spaces too', () => {
  expect(readIdNumber('11010519491231002X', today)).toEqual({
    kind: 'valid',
    id: { number: '11010519491231002X', born: '1949-12-31', sex: 'female' },
  })
  expect(problemOf(' 110105 19491231 002x ')).toBe('none')
})

test('every made number is valid, and shows its birthday and sex', () => {
  fc.assert(
    fc.property(idNumbers, (number) => {
      const read = readIdNumber(number, today)
      return (
        read.kind === 'valid' &&
        read.id.born.replaceAll('-', '') === number.slice(6, 14) &&
        read.id.sex === (Number(number[16]) % 2 ? 'male' : 'female')
      )
    }),
  )
})

test('every single wrong digit is caught', () => {
  const digits = [...'0123456789X']
  fc.assert(
    fc.property(idNumbers, fc.nat(17), fc.constantFrom(...digits), (number, at, digit) => {
      const wrong = number.slice(0, at) + digit + number.slice(at + 1)
      return wrong === number || problemOf(wrong) !== 'none'
    }),
    { numRuns: 2000 },
  )
})

test('every two neighbours changed round are caught', () => {
  fc.assert(
    fc.property(idNumbers, fc.nat(16), (number, at) => {
      const wrong = number.slice(0, at) + number.charAt(at + 1) + number.charAt(at) + number.slice(at + 2)
      return wrong === number || problemOf(wrong) !== 'none'
    }),
    { numRuns: 2000 },
  )
})

const withCheck = (first17: string) => first17 + checkCharacter(first17)

test.each([
  ['one digit short', '6207251961041200', 'idLength'],
  ['empty', '', 'idLength'],
  ['one too many', '6201021961041200111', 'idLength'],
  ['a letter in the middle', '62072519610A120011', 'idCharacter'],
  ['X before the end', '6207251961041200X1', 'idCharacter'],
  ['full-width digits', '６20725196104120011', 'idCharacter'],
  ['30 February', withCheck('62072519610230001'), 'idDate'],
  ['month 13', withCheck('62072519611301001'), 'idDate'],
  ['29 February of a common year', withCheck('62072519000229001'), 'idDate'],
  ['a year nobody alive was born in', withCheck('62072501961041200'), 'idDate'],
  ['born tomorrow', withCheck('62072520261123001'), 'idFuture'],
  ['a wrong check digit', '110105194912310021', 'idCheckDigit'],
])('%s is named', (_what, typed, problem) => {
  expect(problemOf(typed)).toBe(problem)
})

test('born today is not the future', () => {
  expect(problemOf(withCheck('62072520261122001'))).toBe('none')
})

test('a masked number shows its first four and last two characters', () => {
  expect(maskIdNumber('11010519491231002X')).toBe('1101****2X')
})

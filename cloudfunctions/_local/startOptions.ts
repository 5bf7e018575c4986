import { parseArgs } from 'node:util'
import { isCivilDay } from '../../shared/rules/civilDay'

export interface StartOptions {
  help: boolean
  today?: string
  residents: number
  port: number
  data: string
}

export const help = `明白账：本机服务（演示数据，不动真钱）

  npm start                            第一次会先生成网页和演示数据
  npm start -- --today 2020-11-20      把今天设成这一天（各县的征缴期都在过去）
  npm start -- --residents 200000      多生成一些演示居民
  npm start -- --port 5190             换一个端口
  npm start -- --data DIR              数据放到别的文件夹
  npm start -- --help                  这一页
`

/** What was typed after `npm start --`. @throws Error with a sentence for whoever typed it. */
export function startOptions(typed: readonly string[], usualFolder: string): StartOptions {
  const { help: wantsHelp, today, data = usualFolder, residents = '2000', port = '5180' } = valuesOf(typed)
  if (today !== undefined && !isCivilDay(today))
    throw new Error(`--today：没有“${today}”这一天，要写成 YYYY-MM-DD`)
  return {
    help: wantsHelp === true,
    ...(today === undefined ? {} : { today }),
    residents: numberIn(residents, '--residents', 1, 2_000_000),
    port: numberIn(port, '--port', 1, 65_535),
    data,
  }
}

function valuesOf(typed: readonly string[]) {
  const text = { type: 'string' } as const
  const options = {
    help: { type: 'boolean', short: 'h' },
    today: text,
    residents: text,
    port: text,
    data: text,
  } as const
  try {
    return parseArgs({ args: [...typed], options }).values
  } catch {
    throw new Error(`看不懂“${typed.join(' ')}”。能用的写法：npm start -- --help`)
  }
}

function numberIn(text: string, option: string, from: number, to: number): number {
  const number = Number(text)
  if (!Number.isInteger(number) || number < from || number > to)
    throw new Error(`${option}：要一个 ${from} 到 ${to} 的整数，不是“${text}”`)
  return number
}

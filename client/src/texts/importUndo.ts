import type { ImportDependents } from '../../../shared/contracts/imports'
import { count } from './workbench'

/** 整批撤回: taking a whole import back, from the question to what stayed. */
export const importUndo = {
  undo: '整批撤回',
  ask: (added: string, changed: string) => `撤回以后：新增的${added}不再有，改过的${changed}改回原样。`,
  sure: '撤回这一批',
  not: '先不撤',
  /** Nothing was undone. */
  dependedOn: ({ changed, paid, closed }: ImportDependents): string[] => [
    ...(changed > 0 ? [`不能撤回：${count(changed)}处后来又改过。先撤后来的那一批。`] : []),
    ...(paid > 0 ? [`不能撤回：${count(paid)}人后来参保、下了单或记了应补。先办他们的。`] : []),
    ...(closed > 0 ? [`不能撤回：${count(closed)}笔那天已经结账。请县医保局定。`] : []),
  ],
  checking: {
    heading: '先查能不能撤回',
    progress: (done: string, rows: string) => `查了${done}行，共${rows}行`,
  },
  undoing: {
    heading: '正在撤回',
    progress: (done: string, rows: string) => `撤了${done}行，共${rows}行`,
  },
  undone: { heading: '整批撤回了', text: '都改回导入以前的样子了。' },
  partlyUndone: { heading: '撤回了，有几处没有动', text: '别的都改回导入以前的样子了。' },
  /** What something began to depend on while the rest was undone. */
  kept: ({ changed, paid, closed }: ImportDependents): string[] => [
    ...(changed > 0 ? [`${count(changed)}处撤的时候刚改过，没有动。`] : []),
    ...(paid > 0 ? [`${count(paid)}人撤的时候刚参保、下单或记了应补，没有动。要改，到各人那里更正。`] : []),
    ...(closed > 0 ? [`${count(closed)}笔撤的时候刚结账，没有动。请县医保局定。`] : []),
  ],
}

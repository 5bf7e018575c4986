import { createHash } from 'node:crypto'
import type { Deliveries, Delivery } from '../../../cloudfunctions/_ports/deliveries'
import type { Scheduler } from '../engine/scheduler'
import type { Task } from '../engine/step'

/** The receiving departments: each keeps every file by its name, and takes it once. */
export class Departments {
  /** By department and file name. */
  readonly files = new Map<string, string>()
  /** Files that came again under the same name and were others, or are not what their hash says. */
  readonly wrong: string[] = []

  take({ department, fileName, content, sha256 }: Delivery): 'received' {
    const name = `${department}/${fileName}`
    const known = this.files.get(name)
    if (known !== undefined && known !== content) this.wrong.push(`${name} came twice and differs`)
    if (createHash('sha256').update(content).digest('hex') !== sha256)
      this.wrong.push(`${name} is not its hash`)
    this.files.set(name, content)
    return 'received'
  }
}

/** The delivery port for one invocation. */
export const deliveriesOver = (departments: Departments, scheduler: Scheduler, task: Task): Deliveries => ({
  departmentsOf: () => ['bureau', 'finance'],
  deliver: (delivery) =>
    scheduler.take(task, {
      what: 'wechat',
      verb: 'deliver',
      object: `${delivery.department}/${delivery.fileName}`,
      act: () => departments.take(delivery),
      lost: () => 'unknown' as const,
    }),
})

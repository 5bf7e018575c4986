/** 停了代办、让他再办: the person decides who goes on acting for them. */
import { LetAct } from '../../shared/contracts/actingForMe'
import { done, refuse, useCase } from '../_ports/useCase'
import { letActFor, selfOf } from '../_residents/family'

export const letAct = useCase(LetAct, async ({ residentId, link, may }, ports) => {
  const self = await selfOf(ports, residentId)
  if (!self) return refuse('notFound')
  return (await letActFor(ports, self, link, may)) ? done({ may }) : refuse('notFound')
})

import importKinds from '../_imports/importKinds.json'
import { policiesOf } from '../_policies/policiesOf'
import type { Policies } from '../_ports/policies'

/** The identities that the tables of a region or any office's roster know, by the vocabulary's codes. */
export function identitiesKnown(policies: Policies, region: string): string[] {
  const ofTables = policiesOf(policies, region).flatMap(({ table }) =>
    table.subsidies.flatMap(({ identities }) => identities),
  )
  const ofRosters = Object.values(importKinds).flatMap((kind) =>
    'identities' in kind ? Object.values(kind.identities) : [],
  )
  return [...new Set([...ofTables, ...ofRosters])]
}

import type * as z from 'zod/mini'

/** Who may ask: residents, or the staff of the offices. Each has a deployable of its own. */
export type Boundary = 'resident' | 'staff'

/**
 * One use case as both sides see it: what is asked, what is answered, and which refusals are expected.
 * A refusal is a value with a code; the sentence a person reads for it stands in the client's texts.
 */
export interface Contract<
  Name extends string = string,
  Request extends z.ZodMiniType = z.ZodMiniType,
  Reply extends z.ZodMiniType = z.ZodMiniType,
  Refusal extends string = string,
> {
  boundary: Boundary
  name: Name
  request: Request
  reply: Reply
  refusals: readonly Refusal[]
}

type Shape<
  Name extends string,
  Request extends z.ZodMiniType,
  Reply extends z.ZodMiniType,
  Refusal extends string,
> = Omit<Contract<Name, Request, Reply, Refusal>, 'boundary'>

/** A use case of residents. */
export const contract = <
  const Name extends string,
  Request extends z.ZodMiniType,
  Reply extends z.ZodMiniType,
  const Refusal extends string,
>(
  shape: Shape<Name, Request, Reply, Refusal>,
): Contract<Name, Request, Reply, Refusal> => ({ ...shape, boundary: 'resident' })

/** A use case of the staff. */
export const staffContract = <
  const Name extends string,
  Request extends z.ZodMiniType,
  Reply extends z.ZodMiniType,
  const Refusal extends string,
>(
  shape: Shape<Name, Request, Reply, Refusal>,
): Contract<Name, Request, Reply, Refusal> => ({ ...shape, boundary: 'staff' })

export type RequestOf<C extends Contract> = z.infer<C['request']>
export type ReplyOf<C extends Contract> = z.infer<C['reply']>
export type RefusalOf<C extends Contract> = C['refusals'][number]

/** Facts a refusal's sentence needs: codes, sums in fen, order numbers. Never anything about who a person is. */
export type Details = Readonly<Record<string, string | number | readonly string[]>>

/**
 * What a use case hands back: the reply, one of its named refusals, or that the service is out of order
 * (`outage`: nothing is known about the outcome, and asking again with the same request is safe).
 */
export type Outcome<C extends Contract> =
  | { kind: 'done'; reply: ReplyOf<C> }
  | { kind: 'refused'; refusal: RefusalOf<C> | GeneralRefusal; details?: Details }
  | { kind: 'outage' }

/** Refusals any use case may give: the request was wrong, the caller asks too often, or it is not for a role like theirs. */
export type GeneralRefusal = 'badRequest' | 'tooMany' | 'notAllowed'

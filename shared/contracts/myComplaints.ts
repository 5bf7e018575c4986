import * as z from 'zod/mini'
import { complaintShown } from './complaint'
import { contract } from './contract'

/** 我的意见: what the caller has sent, objections to a record too, the latest first; the last twenty. */
export const MyComplaints = contract({
  name: 'myComplaints',
  request: z.object({}),
  reply: z.object({ complaints: z.array(complaintShown) }),
  refusals: [],
})

import { AnswerBlock } from '../../components/AnswerBlock'
import { Box } from '../../components/Element'
import { elsewhere as words } from '../../texts/elsewhere'
import type { Proof } from '../../texts/proofs'
import type { ProofsShown } from './proofsOf'

/** The papers one place of the notice asks for, each with its direction in words. */
export const ProofsView = ({ proofs: { source, all, oneOf, silence } }: { proofs: ProofsShown }) => (
  <AnswerBlock source={source}>
    {silence}
    {all.length > 0 && <Papers papers={all} />}
    {oneOf.map((group) => (
      <Box key={group.map(({ name }) => name).join()} className={all.length > 0 ? 'under' : undefined}>
        {group.length > 1 && (
          <Box as="p" className="small muted">
            {words.oneOf}
          </Box>
        )}
        <Papers papers={group} />
      </Box>
    ))}
  </AnswerBlock>
)

const Papers = ({ papers }: { papers: readonly Proof[] }) => (
  <Box as="ol">
    {papers.map(({ name, proves, from }) => (
      <Box as="li" key={name} className="under">
        <Box className="strong">{name}</Box>
        {proves && <Box>{proves}</Box>}
        {from && <Box className="small muted">{words.from(from)}</Box>}
      </Box>
    ))}
  </Box>
)

import { SendImportPart } from '../../shared/contracts/sendImportPart'
import { chunkId } from '../_imports/importRecord'
import { importUseCase } from '../_imports/importUseCase'
import { sealContext, sealedFields } from '../_keys/sealedFields'
import { done, refuse } from '../_ports/useCase'

/** 上传: a part is sealed as it comes; the first that comes counts. */
export const sendImportPart = importUseCase(
  SendImportPart,
  ['uploading'],
  async (standing, request, ports) => {
    const { part, base64 } = request
    if (part >= standing.fields.parts) return refuse('notNow')
    const id = chunkId(standing.id, part)
    const sealed = ports.cipher.seal(base64, sealContext(sealedFields.importPart, id))
    await ports.store.insert('importParts', id, { sealed })
    return done({ part })
  },
)

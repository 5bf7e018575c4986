import { ListImports } from '../../shared/contracts/listImports'
import { importers } from '../../shared/contracts/whoImports'
import { isTheirs, shownImport, type ImportFields } from '../_imports/importRecord'
import { done } from '../_ports/useCase'
import { staffUseCase } from '../_staff/staffUseCase'

const pageSize = 20

/** 导入记录: of the caller's place and kinds. */
export const listImports = staffUseCase(
  ListImports,
  importers,
  async ({ cursor }, { store, staff, cipher }) => {
    const page = await store.find<ImportFields>('imports', {
      where: {},
      sort: { field: 'startedAt', order: 'descending' },
      limit: pageSize,
      ...(cursor === undefined ? {} : { cursor }),
    })
    const own = page.documents.filter(({ fields }) => isTheirs(staff, fields))
    return done({
      imports: own.map((one) => shownImport(cipher, one)),
      ...(page.cursor === undefined ? {} : { cursor: page.cursor }),
    })
  },
)

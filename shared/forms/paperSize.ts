import type { Paper } from './form'

/** ISO 216, the shorter side first, in millimetres. */
const sidesMm = { A4: [210, 297], A3: [297, 420] } as const

/** Around the printed part, in millimetres: wider at the left, where sheets are bound. */
export const marginsMm = { left: 16, right: 12, top: 14, bottom: 16 } as const

export function paperMm({ size, orientation }: Paper): { width: number; height: number } {
  const [shorter, longer] = sidesMm[size]
  return orientation === 'portrait' ? { width: shorter, height: longer } : { width: longer, height: shorter }
}

/** What is left between the margins. */
export const printableMm = (paper: Paper): number => paperMm(paper).width - marginsMm.left - marginsMm.right

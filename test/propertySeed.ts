import fc from 'fast-check'

/** Property tests try the same examples on every run; `FC_SEED=7 npm test` tries others. */
fc.configureGlobal({ seed: Number(process.env.FC_SEED ?? 20231120) })

import { configure } from '@testing-library/react'

/** What a page shows after an answer is waited for as long as a busy machine takes: a second was too short there. */
configure({ asyncUtilTimeout: 15_000 })

/** `knownElsewhere/<region>`: how many of its residents another region knows too, as the last whole search counted them. */
export type KnownElsewhereFields = { people: number; asOf: string }

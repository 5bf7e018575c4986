/** A journey starts a server and a browser and walks several pages: five seconds are too few. */
jest.setTimeout(120_000)

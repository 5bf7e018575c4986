/** What a command of ours does in this process: its exit code, and what it wrote. A process of its own for each would take a second. */
export function heard(command: () => number): { status: number; out: string; err: string } {
  const streams = { stdout: '', stderr: '' }
  const spies = (['stdout', 'stderr'] as const).map((name) =>
    jest.spyOn(process[name], 'write').mockImplementation((text) => {
      streams[name] += String(text)
      return true
    }),
  )
  try {
    const status = command()
    return { status, out: streams.stdout, err: streams.stderr }
  } finally {
    for (const spy of spies) spy.mockRestore()
  }
}

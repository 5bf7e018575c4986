/** Said on every page of a service that shows made-up people on a chosen day. */
export const today = {
  demo: (day: string) => `演示，今天是${day}`,
  change: '换一天',
  label: '演示的今天',
}

/** Said on every page of a service that shows made-up people on a chosen day. */
export const today = {
  demo: (day: string) => `演示：人是编的，不收真钱。今天算${day}。`,
}

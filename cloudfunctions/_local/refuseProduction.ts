const cloudVariables = [
  'TENCENTCLOUD_RUNENV',
  'SCF_RUNTIME',
  'SCF_FUNCTIONNAME',
  'CBR_ENV_ID',
  'KUBERNETES_SERVICE_HOST',
]

/** Why this process must not run the local service, or undefined: its sessions let anybody in. */
export function whyNotLocal(environment: Readonly<Record<string, string | undefined>>): string | undefined {
  if (environment.NODE_ENV === 'production') return 'NODE_ENV=production'
  return cloudVariables.find((name) => environment[name])
}

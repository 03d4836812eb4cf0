/** Whether an environment names a tenant to work for; if not, there is nothing but the sandbox to start. */
export function namesTenant(environment: Readonly<Record<string, string | undefined>>): boolean {
  return Object.entries(environment).some(
    ([name, value]) => /^MONBAN_(TENANT_ID|BOT_APP_ID)$/u.test(name) && value?.trim() !== '',
  );
}

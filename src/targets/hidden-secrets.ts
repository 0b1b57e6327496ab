/** The words of others may repeat what they were given. */

const HIDDEN = '…';

export function withoutSecrets(text: string, secrets: readonly string[]): string {
  let clean = text;
  for (const secret of secrets) {
    const forms = [secret, encodeURIComponent(secret), Buffer.from(secret).toString('base64')];
    for (const form of forms) clean = clean.replaceAll(form, HIDDEN);
  }
  return clean;
}

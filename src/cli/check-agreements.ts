/** `katalogvakt check --agreement-only` */
import { join } from 'node:path';
import { OperationalError } from '../catalogue/error.ts';
import type { CommandContext } from './command.ts';
import { checkedDay } from './days.ts';

interface AgreementOnlyOptions {
  readonly files: readonly string[];
  readonly agreement: string | undefined;
  readonly volumes: string | undefined;
  readonly asOf: string | undefined;
  readonly quiet: boolean;
  readonly failOn: string;
}

/** The agreement named; otherwise the nearest above each file, or in or above each folder; otherwise the current one. */
export async function checkAgreements(options: AgreementOnlyOptions, context: CommandContext): Promise<number> {
  const { agreement, files, volumes, asOf, quiet, failOn } = options;
  const { AGREEMENT_FILE, findAgreement } = await import('../agreement/find-agreement.ts');
  const { kindOf } = await import('../engine/referenced-file.ts');
  const { lintFiles } = await import('../pipeline/lint-files.ts');
  const { lintText } = await import('../reporters/lint-text.ts');
  const nearest = async (path: string) =>
    findAgreement((await kindOf(path)) === 'folder' ? join(path, AGREEMENT_FILE) : path);
  const found = agreement === undefined ? (files.length === 0 ? ['.'] : files).map(nearest) : [agreement];
  let worst = 0;
  for (const path of new Set(await Promise.all(found))) {
    if (path === undefined) throw noAgreement();
    const { currentFolder, locale, now, language, signal } = context;
    const linted = await lintFiles(
      { agreement: path, volumes, language, asOf: asOf === undefined ? undefined : checkedDay(asOf) },
      { currentFolder, locale, now, signal },
    );
    if (!quiet) context.terminal.out(lintText(linted, linted.language));
    const counts = linted.remarks.some(({ severity }) => severity === 'error' || failOn === 'warning');
    if (counts) worst = 1;
  }
  return worst;
}

function noAgreement(): OperationalError {
  return new OperationalError({
    nb: 'Fant ingen agreement.yaml. Oppgi avtalen med --agreement.',
    en: 'No agreement.yaml was found. Name the agreement with --agreement.',
  });
}

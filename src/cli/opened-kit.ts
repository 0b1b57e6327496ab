/** `--agreement KIT.zip`: a buyer's kit instead of an agreement. */
import type { Text } from '../catalogue/text.ts';
import { toolVersion } from '../pipeline/built-in.ts';
import type { CommandContext } from './command.ts';

interface WithAgreement {
  readonly agreement: string | undefined;
  readonly out?: string | undefined;
}

/** A supplier's runs are written where he works, not into the unpacked kit. */
const OUT = 'reports';

/** Runs the work with the kit unpacked, if one is named, and removes it afterwards; otherwise with the options as they are. */
export async function withKitOpened<O extends WithAgreement>(
  options: O,
  { terminal, language, locale }: CommandContext,
  work: (options: O) => Promise<number>,
): Promise<number> {
  const { agreement } = options;
  if (agreement === undefined || !/\.zip$/i.test(agreement)) return work(options);
  const { withKit } = await import('../pipeline/kits/open-kit.ts');
  return withKit(agreement, (kit) => {
    const { version } = kit.manifest.tool;
    if (version !== toolVersion()) terminal.err(`${otherVersion(version)[language ?? locale]}\n`);
    return work({ ...options, agreement: kit.agreement, out: options.out ?? OUT });
  });
}

function otherVersion(version: string): Text {
  return {
    nb: `Settet er laget med katalogvakt ${version}, og dette er ${toolVersion()}: kjøperen kan få et annet resultat.`,
    en: `The kit was made with katalogvakt ${version}, and this is ${toolVersion()}: the buyer may get a different result.`,
  };
}

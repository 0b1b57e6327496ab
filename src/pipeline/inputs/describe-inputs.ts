/** Which bytes each input was, for the report. */
import type { LoadedAgreement } from '../../agreement/load-agreement.ts';
import type { AgreedPriceList } from '../../agreement/price-list.ts';
import type { LoadedWaivers } from '../../decision/waiver-file.ts';
import type { LoadedMapping } from '../../mapping/mapping-file.ts';
import type { Source } from '../../readers/reader.ts';
import type { InputFile } from '../../reporters/result.ts';
import { describeBytes, describeInput } from './input-file.ts';
import type { Inputs } from './inputs.ts';
import { termFilesOf } from './load-terms.ts';

export async function describeAliases(
  agreement: LoadedAgreement | undefined,
  named: (path: string) => Source,
): Promise<readonly InputFile[]> {
  const file = agreement?.aliasesFile;
  return file === undefined ? [] : [await describeInput(named(file))];
}

/** What lies beside the agreement. */
export function describeBeside(
  mapping: LoadedMapping | undefined,
  waivers: LoadedWaivers | undefined,
  named: (path: string) => Source,
): Pick<Inputs['described'], 'mapping' | 'waivers'> {
  const described = ({ path, bytes }: LoadedMapping | LoadedWaivers) => describeBytes(named(path).name, bytes);
  return {
    ...(mapping === undefined ? {} : { mapping: described(mapping) }),
    ...(waivers === undefined ? {} : { waivers: described(waivers) }),
  };
}

export async function describeAgreed(
  agreement: LoadedAgreement | undefined,
  agreementPath: string | undefined,
  prices: AgreedPriceList | undefined,
  asOf: string,
  named: (path: string) => Source,
): Promise<Pick<Inputs['described'], 'agreement' | 'prices' | 'termFiles'>> {
  const pricesPath = agreement?.pricesFile;
  return {
    ...(agreementPath === undefined ? {} : { agreement: await describeInput(named(agreementPath)) }),
    ...(prices === undefined || pricesPath === undefined ? {} : { prices: await describeInput(named(pricesPath)) }),
    termFiles: await Promise.all(termFilesOf(agreement, asOf).map((path) => describeInput(named(path)))),
  };
}

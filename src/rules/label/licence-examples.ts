/**
 * What a licence number looks like, for the labels whose numbers are checked: those with a published form, and the
 * Swan, whose form is known from use only. The numbers are made up.
 */
export const LICENCE_EXAMPLES: Readonly<Record<string, string>> = {
  svanemerket: '2093 0001',
  eu_ecolabel: 'NO/020/001',
  fsc: 'FSC-C123456',
  fsc_100: 'FSC-C123456',
  fsc_mix: 'FSC-C123456',
  fsc_recycled: 'FSC-C123456',
  fsc_coc: 'ABC-COC-123456',
  msc: 'MSC-C-54321',
  asc: 'ASC-C-01234',
  eu_organic: 'NO-ØKO-01',
  eu_energy_label: '123456',
};

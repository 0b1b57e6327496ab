import { expect, it } from 'vitest';
import { specificationOf } from './specification.ts';

const EHF_CUSTOMIZATION = 'urn:fdc:peppol.eu:poacc:trns:catalogue:3:extended:urn:fdc:anskaffelser.no:2019:ehf:spec:3.0';
const EHF_PROFILE = 'urn:fdc:anskaffelser.no:2019:ehf:postaward:g3:01:1.0';
const CUSTOMIZATION = 'urn:fdc:peppol.eu:poacc:trns:catalogue:3';
const PROFILE = 'urn:fdc:peppol.eu:poacc:bis:catalogue_only:3';
const RESPONSE = 'urn:fdc:peppol.eu:poacc:trns:catalogue_response:3';

it.each([
  ['Catalogue', CUSTOMIZATION, PROFILE, 'peppol'],
  ['Catalogue', CUSTOMIZATION, '', 'peppol'],
  ['Catalogue', '', PROFILE, 'peppol'],
  ['Catalogue', `\n ${CUSTOMIZATION} `, '', 'peppol'],
  ['Catalogue', '', `\n ${PROFILE} `, 'peppol'],
  ['Catalogue', EHF_CUSTOMIZATION, EHF_PROFILE, 'ehf'],
  ['Catalogue', EHF_CUSTOMIZATION, '', 'ehf'],
  ['Catalogue', '', EHF_PROFILE, 'ehf'],
  ['Catalogue', '', ` ${EHF_PROFILE}`, 'ehf'],
  ['Catalogue', CUSTOMIZATION, EHF_PROFILE, 'ehf'],
  ['Catalogue', EHF_CUSTOMIZATION, PROFILE, 'ehf'],
  ['Catalogue', '', '', undefined],
  ['Catalogue', 'urn:www.cenbii.eu:transaction:biitrns019:ver2.0', 'urn:www.cenbii.eu:profile:bii01:ver2.0', undefined],
  ['Catalogue', `x${CUSTOMIZATION}`, `x${PROFILE}`, undefined],
  ['Catalogue', '', `x${EHF_PROFILE}`, undefined],
  ['Catalogue', 'urn:fdc:anskaffelser.no:2019:ehf:spec:3.0', '', undefined],
  ['Catalogue', `${CUSTOMIZATION}:extended:urn:fdc:anskaffelser.no:2019:ehf:spec:4.0`, '', 'peppol'],
  ['ApplicationResponse', RESPONSE, PROFILE, 'response'],
  ['ApplicationResponse', RESPONSE, '', 'response'],
  ['ApplicationResponse', '', PROFILE, 'response'],
  ['ApplicationResponse', 'urn:x', EHF_PROFILE, undefined],
  ['ApplicationResponse', '', '', undefined],
])('a %s with %j and %j follows %j', (root, customization, profile, expected) => {
  expect(specificationOf({ root, customization, profile })).toBe(expected);
});

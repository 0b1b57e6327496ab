import type { Field } from '../../catalogue/field.ts';
import { linksIn } from '../../catalogue/link-form.ts';
import { type LinkState, preparedOnce } from '../../engine/references.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

const FIELDS = ['imageUrl', 'productUrl', 'sds'] as const satisfies readonly Field[];

const LINK = 'https://eksempel.example/1.jpg';
const failing = (state: Omit<LinkState, 'link'>) => ({
  line: { imageUrl: LINK },
  references: { links: [{ link: LINK, ...state }] },
});

export default lineRule({
  id: 'link/unreachable',
  title: { nb: 'Lenkene fører til noe', en: 'Links lead to something' },
  fault: { nb: 'Lenke som ikke kan åpnes', en: 'Link that cannot be opened' },
  because: {
    nb: 'Bildet eller dokumentet vises ikke, og sikkerhetsdatabladet mangler når det trengs.',
    en: 'The picture or document is not shown, and the safety data sheet is not there when it is needed.',
  },
  advice: {
    nb: 'Åpne lenken i en nettleser utenfor eget nett, og rett den eller legg ut filen på nytt.',
    en: 'Open the link in a browser outside your own network, and correct it or publish the file again.',
  },
  source: {
    nb: 'HTTP (RFC 9110): lenkene åpnes bare med --check-links, først med HEAD, så med GET',
    en: 'HTTP (RFC 9110): links are opened only with --check-links, by HEAD first and then by GET',
  },
  sets: {
    recommended: { severity: 'warning' },
    supplier: { severity: 'warning' },
  },
  needs: ['linkStates'],
  anyColumn: FIELDS,
  passes: [
    { why: 'it was opened', line: { imageUrl: LINK }, references: { links: [] } },
    { why: 'links were not to be opened', line: { imageUrl: LINK } },
  ],
  fails: [
    {
      why: 'the file is gone',
      ...failing({ fault: 'status', status: 404 }),
      finds: [{ field: 'imageUrl', actual: LINK, message: 'status', parameters: { status: '404' } }],
    },
    {
      why: 'the server is silent',
      ...failing({ fault: 'noAnswer' }),
      finds: [{ field: 'imageUrl', actual: LINK, message: 'noAnswer' }],
    },
    {
      why: 'there is no such server',
      ...failing({ fault: 'noServer' }),
      finds: [{ field: 'imageUrl', actual: LINK, message: 'noServer' }],
    },
    {
      why: 'it leads into a private network',
      ...failing({ fault: 'refused' }),
      finds: [{ field: 'imageUrl', actual: LINK, message: 'refused' }],
    },
    {
      why: 'it leads from one place to another without end',
      ...failing({ fault: 'redirects' }),
      finds: [{ field: 'imageUrl', actual: LINK, message: 'redirects' }],
    },
    {
      why: 'the server cannot prove who it is',
      ...failing({ fault: 'certificate' }),
      finds: [{ field: 'imageUrl', actual: LINK, message: 'certificate' }],
    },
  ],
  message: {
    status: { nb: '{field}: {actual} svarer med feil {status}', en: '{field}: {actual} answers with error {status}' },
    noAnswer: { nb: '{field}: {actual} svarer ikke', en: '{field}: {actual} does not answer' },
    noServer: { nb: '{field}: {actual}: nettstedet finnes ikke', en: '{field}: {actual}: there is no such site' },
    refused: {
      nb: '{field}: {actual} fører inn i et privat nett og er ikke åpnet',
      en: '{field}: {actual} leads into a private network and was not opened',
    },
    redirects: {
      nb: '{field}: {actual} sendes videre for mange ganger',
      en: '{field}: {actual} is redirected too many times',
    },
    certificate: {
      nb: '{field}: {actual} har et sertifikat som ikke er gyldig',
      en: '{field}: {actual} has a certificate that is not valid',
    },
  },
  check(line, { references }) {
    const links = references?.links;
    if (links === undefined) return NONE;
    const states = byLink(links);
    return FIELDS.flatMap((field) =>
      linksIn(line[field] ?? '').flatMap((link): readonly Problem[] => {
        const state = states.get(link);
        if (state === undefined) return NONE;
        const about = { field, actual: link, message: state.fault } as const;
        return [state.status === undefined ? about : { ...about, parameters: { status: String(state.status) } }];
      }),
    );
  },
});

const NONE: readonly Problem[] = [];

const byLink = preparedOnce(
  (states: readonly LinkState[]): ReadonlyMap<string, LinkState> => new Map(states.map((state) => [state.link, state])),
);

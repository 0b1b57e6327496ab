/** The form of `result.json`, for those who read it with programs of their own. */
import type { Contact } from '../agreement/agreement.ts';
import type { AgreementRemark } from '../agreement/lint/remark.ts';
import type { CellLook, Column } from '../catalogue/catalogue.ts';
import type { Party } from '../catalogue/document-header.ts';
import { FIELD_NAMES } from '../catalogue/field.ts';
import { SEVERITIES } from '../catalogue/finding.ts';
import { OUTPUT_FORMATS } from '../catalogue/output-formats.ts';
import { LANGUAGES } from '../catalogue/text.ts';
import type { RuleWords } from '../engine/rule.ts';
import { DRAFT, described, type JsonSchema, object } from '../engine/schema-words.ts';
import type { LeftOut } from '../writers/catalogue-content.ts';
import { askedSchema } from './asked.ts';
import type {
  AsLines,
  CheckedDiffCounts,
  Correspondence,
  EffectSums,
  InputFile,
  LabelCoverage,
  LabelledLines,
  LabelledSpend,
  Result,
  RuleCount,
  WaiverUse,
  YearlyEffect,
} from './result.ts';

const bothLanguages: JsonSchema = object(
  {
    nb: described('På norsk.', 'In Norwegian.', { type: 'string' }),
    en: described('På engelsk.', 'In English.', { type: 'string' }),
  },
  ['nb', 'en'],
);
const field: JsonSchema = { type: 'string', enum: FIELD_NAMES };
const count: JsonSchema = { type: 'integer', minimum: 0 };
const word: JsonSchema = { type: 'string' };
const day: JsonSchema = { type: 'string', format: 'date' };

/** Every key of `T` must be described; which of them may be absent is said apart. */
function whole<T>(
  properties: Record<keyof T & string, JsonSchema>,
  optional: readonly (keyof T & string)[] = [],
): JsonSchema {
  const names: readonly string[] = optional;
  return object(
    properties,
    Object.keys(properties).filter((key) => !names.includes(key)),
  );
}

function list(items: JsonSchema): JsonSchema {
  return { type: 'array', items };
}

const inputFile: Record<keyof InputFile, JsonSchema> = {
  file: described('Stien fra arbeidsområdet, med `/`.', 'Path from the workspace, with `/`.', word),
  sha256: described('Sjekksum av filens byte.', 'Checksum of the file\u2019s bytes.', {
    type: 'string',
    pattern: '^[0-9a-f]{64}$',
  }),
  bytes: described('Størrelse i byte.', 'Size in bytes.', count),
};

const column = whole<Column>(
  {
    index: described('Kolonnens plass, fra 0.', 'Position of the column, from 0.', count),
    heading: described('Overskriften slik den står.', 'The heading as written.', word),
    field: described(
      'Feltet kolonnen er; uten: ukjent kolonne.',
      'The field the column is; without: an unknown column.',
      field,
    ),
    confidence: described('Hvor sikkert, fra 0 til 1.', 'How sure, from 0 to 1.', {
      type: 'number',
      minimum: 0,
      maximum: 1,
    }),
    reason: described('Hvorfor.', 'Why.', word),
    shared: described('Står én gang for alle linjer.', 'Given once for all lines.', { const: true }),
    looks: described(
      'Hva de fleste cellene ser ut som, og hvor stor del av dem.',
      'What most cells look like, and what share of them.',
      object(
        {
          like: described('Hva cellene ser ut som.', 'What the cells look like.', {
            type: 'string',
            enum: ['gtin', 'amount', 'date', 'unit', 'currency', 'unspsc', 'code', 'words'] satisfies CellLook[],
          }),
          share: described('Hvor stor del av dem, fra 0 til 1.', 'What share of them, from 0 to 1.', {
            type: 'number',
            minimum: 0,
            maximum: 1,
          }),
        },
        ['like', 'share'],
      ),
    ),
    maybe: described(
      'Feltet en ukjent kolonne kan være, men for usikkert til å brukes.',
      'The field an unknown column may be, too unsure to be used.',
      field,
    ),
    hidden: described('Kolonnen er skjult i arket.', 'The column is hidden in the sheet.', { const: true }),
    empty: described('Tom i radene som ble sett på.', 'Empty in the rows looked at.', { const: true }),
  },
  ['field', 'confidence', 'reason', 'shared', 'looks', 'maybe', 'hidden', 'empty'],
);

const agreementRemark = whole<AgreementRemark>(
  {
    severity: described('Hvor alvorlig.', 'How severe.', { type: 'string', enum: ['error', 'warning'] }),
    file: described('Filen, slik rapportene skriver den.', 'The file, as reports name it.', word),
    row: described('Raden.', 'The row.', count),
    column: described('Kolonnens bokstav.', 'The letter of the column.', word),
    item: described('Varen.', 'The item.', word),
    text: described('Hva som er å bemerke.', 'What the remark says.', bothLanguages),
  },
  ['row', 'column', 'item'],
);

const contact = whole<Contact>(
  {
    name: described('Navnet.', 'The name.', word),
    title: described('Stillingen.', 'The position.', word),
    email: described('E-postadressen.', 'The e-mail address.', word),
    phone: described('Telefonnummeret.', 'The telephone number.', word),
  },
  ['title', 'email', 'phone'],
);

const correspondence = whole<Correspondence>(
  {
    buyer: described(
      'Kjøperen.',
      'The buyer.',
      whole<NonNullable<Correspondence['buyer']>>(
        {
          name: described('Virksomhetens navn.', 'The name of the organisation.', word),
          organisationNumber: described('Organisasjonsnummeret.', 'The organisation number.', word),
        },
        ['organisationNumber'],
      ),
    ),
    contact: described('Avtaleforvalteren.', 'The agreement manager.', contact),
    supplierOrganisationNumber: described(
      'Leverandørens organisasjonsnummer.',
      'The supplier\u2019s organisation number.',
      word,
    ),
    supplierContact: described('Den som får brevet.', 'Who gets the letter.', contact),
    workingDays: described('Svarfristen i arbeidsdager.', 'How many working days there are to answer.', count),
  },
  ['buyer', 'contact', 'supplierOrganisationNumber', 'supplierContact', 'workingDays'],
);

const amount: JsonSchema = { type: 'string', pattern: '^-?\\d+(?:\\.\\d+)?$' };
const sums = whole<EffectSums>({
  above: described('Over avtalt pris.', 'Above the agreed price.', amount),
  below: described('Under avtalt pris; null eller mindre.', 'Below the agreed price; zero or less.', amount),
  sum: described('Begge.', 'Both.', amount),
});

/** Reasons that are about a format name it. */
function aboutFormat(nb: string, en: string, reason: AsLines['reason'], more: Record<string, JsonSchema>): JsonSchema {
  const format = described('Formatet endringene kom i.', 'The format that the changes came in.', {
    type: 'string',
    enum: OUTPUT_FORMATS,
  });
  const properties = { reason: described(nb, en, { const: reason }), format, ...more };
  return object(properties, Object.keys(properties));
}

const leftOut = whole<LeftOut>({
  what: described(
    'Feltet, eller overskriften på en kolonne uten.',
    'The field, or the heading of a column without one.',
    word,
  ),
  lines: described('Hvor mange linjer det gjelder.', 'How many lines it is about.', count),
  first: described('Den første av dem.', 'The first of them.', word),
});

const asLines: JsonSchema = {
  anyOf: [
    object(
      {
        reason: described('katalogvakt skriver ikke formatet.', 'katalogvakt does not write the format.', {
          const: 'notWritten' satisfies AsLines['reason'],
        }),
      },
      ['reason'],
    ),
    aboutFormat('Formatet må ha noe ingen har sagt.', 'The format needs what nobody said.', 'lacking', {
      lacking: described('Hva, slik som `supplier.endpoint`.', 'What, such as `supplier.endpoint`.', list(word)),
    }),
    aboutFormat('Formatet kan ikke skrives.', 'The format cannot be written.', 'notInFormat', {
      text: described('Hvorfor ikke.', 'Why not.', bothLanguages),
    }),
    aboutFormat('Formatet har ikke plass til alt.', 'The format cannot hold all of it.', 'leftOut', {
      leftOut: described('Hva det ikke har plass til.', 'What it cannot hold.', list(leftOut)),
    }),
    aboutFormat('Lest igjen har det andre linjer.', 'Read again, it has other lines.', 'readsOtherwise', {}),
  ],
};

const refusal: JsonSchema = {
  anyOf: [
    object(
      {
        reason: described('En regel avviser katalogen.', 'A rule refuses the catalogue.', { const: 'rule' }),
        rule: described('Regelen.', 'The rule.', word),
      },
      ['reason', 'rule'],
    ),
    object(
      {
        reason: described('Noe regelsettet krever, mangler.', 'Something the rule set requires is missing.', {
          const: 'missing',
        }),
        what: described('Hva som mangler.', 'What is missing.', {
          type: 'string',
          enum: ['agreement', 'prices', 'previous'],
        }),
      },
      ['reason', 'what'],
    ),
    object(
      {
        reason: described('En grense er overskredet.', 'A limit is exceeded.', { const: 'limit' }),
        limit: described('Grensen.', 'The limit.', word),
        allowed: described('Det som er tillatt.', 'What is allowed.', word),
        actual: described('Det som ble funnet.', 'What was found.', word),
      },
      ['reason', 'limit', 'allowed', 'actual'],
    ),
    object({ reason: described('Ingen linje er igjen.', 'No line is left.', { const: 'nothingLeft' }) }, ['reason']),
  ],
};

const party = whole<Party>(
  {
    name: described('Navnet.', 'The name.', word),
    organisationNumber: described('Organisasjonsnummeret.', 'The organisation number.', word),
    gln: described('GLN.', 'GLN.', word),
    endpoint: described('Elektronisk adresse, med kode foran.', 'Electronic address, with its code.', word),
  },
  ['name', 'organisationNumber', 'gln', 'endpoint'],
);

const ruleId = described('Regelen.', 'The rule.', word);

const notChecked: JsonSchema = {
  anyOf: [
    object(
      {
        rule: ruleId,
        reason: described('Hva som manglet.', 'What was missing.', {
          type: 'string',
          enum: [
            'noAgreement',
            'noScope',
            'noLabelDemands',
            'noClassDemands',
            'noRecognisedLabels',
            'noLabelRegister',
            'noLeadTime',
            'noPrices',
            'noPrevious',
            'noFormerVersions',
            'noSearches',
            'noClassList',
            'noneAgreed',
            'noneMeant',
            'nonePrevious',
            'unusableFile',
          ],
        }),
      },
      ['rule', 'reason'],
    ),
    object(
      {
        rule: ruleId,
        reason: described(
          'Filen mangler en kolonne, eller ingen linjer har verdi i den.',
          'The file lacks a column, or no line has a value in it.',
          { type: 'string', enum: ['noColumn', 'noValue'] },
        ),
        fields: described('Feltene det gjelder.', 'The fields it is about.', list(field)),
      },
      ['rule', 'reason', 'fields'],
    ),
  ],
};

const diff = whole<CheckedDiffCounts>({
  added: described('Nye varer.', 'New items.', count),
  removed: described('Fjernede varer.', 'Removed items.', count),
  changed: described('Varer med minst ett endret felt.', 'Items with at least one changed field.', count),
  renumbered: described('Varer som bare fikk nytt varenummer.', 'Items that only got a new item number.', count),
  unchanged: described('Uendrede varer.', 'Unchanged items.', count),
  priceUp: described('Varer med høyere pris.', 'Items with a higher price.', count),
  priceDown: described('Varer med lavere pris.', 'Items with a lower price.', count),
  priceUpStopped: described(
    'Av «priceUp»: priser som ikke går videre som sendt.',
    'Of `priceUp`: prices not approved as sent.',
    count,
  ),
  priceDownStopped: described(
    'Av «priceDown»: priser som ikke går videre som sendt.',
    'Of `priceDown`: prices not approved as sent.',
    count,
  ),
  duplicateKeys: described(
    'Nøkler som to eller flere linjer i samme katalog deler.',
    'Keys that two or more lines of one catalogue share.',
    count,
  ),
  withoutKey: described('Linjer uten noe å kjenne dem på.', 'Lines with nothing to know them by.', count),
  key: described('Feltene linjene kjennes på.', 'The fields lines are matched by.', list(field)),
  columnsAdded: described(
    'Overskrifter bare den nye katalogen har.',
    'Headings that only the new catalogue has.',
    list({ type: 'string' }),
  ),
  columnsRemoved: described(
    'Overskrifter bare forrige versjon hadde.',
    'Headings that only the previous version had.',
    list({ type: 'string' }),
  ),
});

const ruleCount = whole<RuleCount>(
  {
    rule: ruleId,
    severity: described('Alvorlighetsgrad i regelsettet.', 'Severity in the rule set.', {
      type: 'string',
      enum: SEVERITIES,
    }),
    findings: described('Antall funn som ikke er godtatt.', 'Number of findings that are not waived.', count),
    bySeverity: described(
      'Funnene etter alvorlighetsgrad, der ikke alle har den over.',
      'The findings by severity, where not all have the one above.',
      whole<NonNullable<RuleCount['bySeverity']>>({
        error: described('Feil.', 'Errors.', count),
        warning: described('Advarsler.', 'Warnings.', count),
        info: described('Opplysninger.', 'Notes.', count),
      }),
    ),
    checked: described('Linjer regelen ble brukt på.', 'Lines the rule was asked about.', count),
    skipped: described(
      'Linjer der regelen ikke hadde noe å se på.',
      'Lines where the rule had nothing to look at.',
      count,
    ),
    causes: described(
      'Det flere av funnene har felles, de vanligste først.',
      'What several of its findings have in common, the commonest first.',
      list(
        object(
          {
            code: described('Årsaken, slik som `above:25`.', 'The cause, such as `above:25`.', word),
            findings: described('Hvor mange funn som har den.', 'How many findings have it.', count),
          },
          ['code', 'findings'],
        ),
      ),
    ),
  },
  ['bySeverity', 'causes'],
);

const waiverUse = whole<WaiverUse>({
  rules: described('Reglene det løfter.', 'The rules it lifts.', list(ruleId)),
  items: described('De første varene det dekker.', 'The first articles it covers.', list(word)),
  covers: described('Hvor mange det dekker.', 'How many it covers.', count),
  reason: described('Hvorfor det er godtatt.', 'Why it is accepted.', word),
  by: described('Hvem som svarer for det.', 'Who answers for it.', word),
  until: described('Siste dag det gjelder.', 'The last day it applies.', day),
  state: described('Hva som ble av det.', 'What became of it.', {
    type: 'string',
    enum: ['used', 'partlyUsed', 'unused', 'valueChanged', 'ended'],
  }),
  findings: described('Funn det løftet.', 'Findings it lifted.', count),
});

const labelledLines: Record<keyof Required<LabelledLines>, JsonSchema> = {
  lines: described('Linjer i alt.', 'All lines.', count),
  recognised: described('Med et merke som teller.', 'With a label that counts.', count),
  organic: described(
    'Med økologisk merke, og ikke noe som teller.',
    'With an organic label, and none that counts.',
    count,
  ),
  otherLabels: described('Bare med andre merker.', 'With other labels only.', count),
  withoutLabel: described('Uten merke.', 'Without a label.', count),
  spend: described(
    'Hva et års volum koster til linjenes priser, der volumet er kjent.',
    'What a year’s volumes cost at the prices of the lines, where a volume is known.',
    whole<LabelledSpend>({
      sum: described('I alt.', 'In all.', amount),
      recognised: described(
        'Av det: linjer med et merke som teller.',
        'Of that: lines with a label that counts.',
        amount,
      ),
    }),
  ),
};

const labelShare = {
  ...labelledLines,
  previous: described(
    'Det samme i forrige versjon.',
    'The same in the previous version.',
    whole<LabelledLines>(labelledLines, ['spend']),
  ),
};

const labelCoverage = whole<LabelCoverage>(
  {
    ...labelShare,
    recognisedLabels: described(
      'Merkene avtalen regner med; uten: merker av type I (ISO 14024).',
      'The labels that the agreement counts; without: labels of type I (ISO 14024).',
      list(word),
    ),
    currency: described('Valutaen kjøpene er i.', 'What spend is in.', word),
    classes: described(
      'Per UNSPSC-familie, eller per segment når familiene er mange.',
      'By UNSPSC family, or by segment where there are many.',
      list(
        whole<LabelCoverage['classes'][number]>(
          {
            unspsc: described(
              'De første sifrene av koden; tom for linjer uten klasse.',
              'The first digits of the code; empty for lines without a class.',
              word,
            ),
            title: described(
              'Hva klassen heter i avtalens liste over UNSPSC-koder.',
              "What the class is called in the agreement's list of UNSPSC codes.",
              word,
            ),
            ...labelShare,
          },
          ['title', 'previous', 'spend'],
        ),
      ),
    ),
    labels: described(
      'Linjer med hvert merke.',
      'Lines with each label.',
      list(
        whole<LabelCoverage['labels'][number]>(
          {
            label: described('Merket.', 'The label.', word),
            lines: described('Linjer med merket.', 'Lines with the label.', count),
            previous: described('Det samme i forrige versjon.', 'The same in the previous version.', count),
          },
          ['previous'],
        ),
      ),
    ),
  },
  ['previous', 'recognisedLabels', 'spend', 'currency'],
);

/** Draft-07 schema of `result.json`. */
/** Of a workbook. */
const sheetsOf = {
  sheet: described('Arket som ble lest.', 'The sheet that was read.', word),
  otherSheets: described('Synlige ark som ikke ble lest.', 'Visible sheets that were not read.', list(word)),
  hiddenSheets: described('Skjulte ark, ikke lest.', 'Hidden sheets, not read.', list(word)),
};

export const resultSchema: JsonSchema = {
  $schema: DRAFT,
  title: 'katalogvakt: resultat / result',
  ...described('Hva en kjøring fant.', 'What one run found.', {
    ...whole<Result>(
      {
        version: described('Formatets versjon.', 'Version of the format.', { const: 1 }),
        tool: described(
          'Verktøyet.',
          'The tool.',
          whole<Result['tool']>({
            name: described('Navnet.', 'Its name.', { const: 'katalogvakt' }),
            version: described('Versjonen.', 'Its version.', word),
          }),
        ),
        asOf: described('Dagen kontrollen gjelder.', 'The day the check is for.', day),
        language: described('Språket rapportene er skrevet på.', 'The language of the reports.', {
          type: 'string',
          enum: LANGUAGES,
        }),
        outcome: described(
          'Godkjent slik den ble sendt, delvis godkjent, eller avvist.',
          'Approved as sent, partly approved, or refused.',
          { type: 'string', enum: ['approved', 'partly', 'refused'] },
        ),
        refusedBecause: described('Hvorfor ingenting slipper gjennom.', 'Why nothing is approved.', list(refusal)),
        catalogue: described(
          'Katalogen.',
          'The catalogue.',
          whole<Result['catalogue']>(
            {
              ...inputFile,
              format: described('Filformatet.', 'The file format.', word),
              ...sheetsOf,
              dialect: described(
                'Hvordan en tekstfil ble lest.',
                'How a text file was read.',
                whole<NonNullable<Result['catalogue']['dialect']>>({
                  encoding: described('Tegnkoding.', 'Encoding.', word),
                  delimiter: described('Tegnet mellom cellene.', 'The sign between cells.', word),
                }),
              ),
              headingRow: described('Raden overskriftene står i, fra 1.', 'The row the headings stand in, from 1.', {
                type: 'integer',
                minimum: 1,
              }),
              columns: described('Hvordan hver kolonne ble forstått.', 'How each column was understood.', list(column)),
            },
            ['dialect', 'sheet', 'otherSheets', 'hiddenSheets', 'headingRow'],
          ),
        ),
        agreement: described(
          'Avtalen.',
          'The agreement.',
          whole<NonNullable<Result['agreement']>>(
            {
              ...inputFile,
              number: described('Avtalenummeret.', 'The agreement number.', word),
              name: described('Hva avtalen heter.', 'What the agreement is called.', word),
              supplier: described('Leverandørens navn.', 'The supplier\u2019s name.', word),
              currency: described('Avtalt valuta.', 'The agreed currency.', word),
              period: described(
                'Avtaleperioden.',
                'The agreement period.',
                whole<{ from: string; to: string }>({
                  from: described('Første dag.', 'First day.', day),
                  to: described('Siste dag.', 'Last day.', day),
                }),
              ),
              correspondence: described(
                'Hvem som skriver til hvem om det som ble funnet.',
                'Who writes to whom about what was found.',
                correspondence,
              ),
            },
            ['correspondence'],
          ),
        ),
        fixes: described(
          'Hva som ble rettet før kontrollen, med `--fix`.',
          'What was corrected before the check, with `--fix`.',
          whole<NonNullable<Result['fixes']>>({
            lines: described('Linjer noe ble rettet i.', 'Lines in which something was corrected.', count),
            cells: described('Celler som ble rettet.', 'Cells that were corrected.', count),
          }),
        ),
        asked: described(
          'Hvordan kontrollen ble bedt om, der det ikke var på vanlig måte.',
          'How the check was asked for, where that was not the usual way.',
          askedSchema,
        ),
        document: described(
          'Av et dokument i Peppol eller EHF: det et svar på det må nevne.',
          'Of a document in Peppol or EHF: what an answer to it must name.',
          whole<NonNullable<Result['document']>>(
            {
              form: described('Spesifikasjonen.', 'The specification.', { type: 'string', enum: ['peppol', 'ehf'] }),
              profile: described('Prosessen det er sendt i.', 'The process it was sent in.', word),
              id: described('Dokumentets nummer.', 'The number of the document.', word),
              version: described('Katalogens versjon.', 'The version of the catalogue.', word),
              supplier: described('Leverandøren.', 'The supplier.', party),
              buyer: described('Kjøperen.', 'The buyer.', party),
            },
            ['id', 'version', 'supplier', 'buyer'],
          ),
        ),
        delta: described(
          'Endringene filen ber om, der den ikke er en hel katalog. Linjene ellers er da den hele katalogen de fører til.',
          'The changes the file asks for, where it is no whole catalogue. All other lines are then those of the whole catalogue they lead to.',
          whole<NonNullable<Result['delta']>>(
            {
              lines: described('Linjer i filen.', 'Lines of the file.', count),
              added: described('Nye linjer.', 'New lines.', count),
              updated: described('Endrede linjer.', 'Changed lines.', count),
              deleted: described('Slettede linjer.', 'Deleted lines.', count),
              asLines: described(
                'Hvorfor den godkjente katalogen er JSON-linjer. Uten: den er i endringenes eget format, eller ingen er godkjent.',
                'Why the approved catalogue is lines of JSON. Without: it is in the format of the changes, or none is approved.',
                asLines,
              ),
              usualHeadings: described(
                'Den godkjente tabellen har vanlige overskrifter: lest med endringenes mangler dette, eller linjene er andre.',
                'The approved table has the usual headings: read with those of the changes, this is missing or lines are others.',
                list(leftOut),
              ),
            },
            ['asLines', 'usualHeadings'],
          ),
        ),
        prices: described(
          'Den avtalte prislisten.',
          'The agreed price list.',
          whole<NonNullable<Result['prices']>>(
            {
              ...inputFile,
              ...sheetsOf,
              articles: described('Antall avtalte varer.', 'Number of agreed articles.', count),
            },
            ['sheet', 'otherSheets', 'hiddenSheets'],
          ),
        ),
        agreementRemarks: described(
          'Merknader til avtalen og filene den nevner; de første hundre. Uten: ingenting å bemerke.',
          'Remarks on the agreement and the files it names; the first hundred. Without: no remarks.',
          whole<NonNullable<Result['agreementRemarks']>>(
            {
              all: described('Hvor mange det er i alt.', 'How many there are in all.', count),
              told: described('De første av dem.', 'The first of them.', list(agreementRemark)),
              long: described(
                'Lister som er for lange til å holdes mot seg selv i hver kjøring.',
                'Lists too long to be checked against themselves in every run.',
                list(word),
              ),
            },
            ['long'],
          ),
        ),
        termFiles: described(
          'Daterte prislister som gjaldt, og serien priser reguleres etter.',
          'Dated price lists that counted, and the series that prices are adjusted by.',
          list(object(inputFile, ['file', 'sha256', 'bytes'])),
        ),
        previous: described(
          'Katalogen som sist ble godkjent.',
          'The catalogue approved last.',
          whole<NonNullable<Result['previous']>>({
            ...inputFile,
            lines: described('Antall linjer.', 'Number of lines.', count),
          }),
        ),
        mapping: described(
          'Kolonneoppsettet.',
          'The column mapping.',
          whole<NonNullable<Result['mapping']>>(inputFile),
        ),
        waivers: described(
          'De godtatte avvikene, de som bør ses på, først.',
          'The accepted deviations, those that want a look first.',
          whole<NonNullable<Result['waivers']>>({
            ...inputFile,
            all: described('Hvor mange det er.', 'How many there are.', count),
            told: described('De første av dem.', 'The first of them.', list(waiverUse)),
          }),
        ),
        ownRules: described(
          'Regelsettets egne regler, så funnene deres kan settes i ord også senere.',
          'The rule set\u2019s own rules, so that their findings can be put into words later, too.',
          list(
            whole<RuleWords>(
              {
                id: described('Regelens navn.', 'The id of the rule.', ruleId),
                title: described('Det som gjelder når regelen er fulgt.', 'What holds when it is kept.', bothLanguages),
                fault: described('Overskrift over funnene.', 'Heading over its findings.', bothLanguages),
                because: described('Skaden når den ikke er det.', 'The harm when it is not.', bothLanguages),
                advice: described('Slik rettes det.', 'How to put it right.', bothLanguages),
                source: described('Hvor den kommer fra.', 'Where it comes from.', { anyOf: [word, bothLanguages] }),
                message: described('Meldingen, eller flere etter navn.', 'The message, or several by name.', {
                  anyOf: [bothLanguages, { type: 'object', additionalProperties: bothLanguages }],
                }),
                hint: described('Hva den som kontrollerer, kan gjøre.', 'What whoever checks may do.', {
                  anyOf: [bothLanguages, { type: 'object', additionalProperties: bothLanguages }],
                }),
              },
              ['hint'],
            ),
          ),
        ),
        ruleSet: described(
          'Regelsettet.',
          'The rule set.',
          whole<Result['ruleSet']>({
            name: described('Navnet.', 'Its name.', word),
            files: described(
              'Filene det består av.',
              'The files it consists of.',
              list(object(inputFile, ['file', 'sha256', 'bytes'])),
            ),
            allowPartly: described('Om «partly» er bestått.', 'Whether `partly` is a pass.', { type: 'boolean' }),
          }),
        ),
        references: described(
          'Ordlister og annet som reglene slo opp i; det som følger med verktøyet, heter «katalogvakt:…».',
          'Word lists and other data that rules looked things up in; what comes with the tool is named `katalogvakt:…`.',
          list(object(inputFile, ['file', 'sha256', 'bytes'])),
        ),
        lines: described(
          'Antall linjer, etter hva som ble av dem.',
          'Numbers of lines, by what became of them.',
          whole<Result['lines']>({
            read: described('Lest.', 'Read.', count),
            asSent: described('Godkjent slik de ble sendt.', 'Approved as sent.', count),
            corrected: described('Rettet fra avtalen.', 'Corrected from the agreement.', count),
            keptPrevious: described(
              'Erstattet av forrige godkjente linje.',
              'Replaced by the line approved last.',
              count,
            ),
            withheld: described('Holdt tilbake.', 'Withheld.', count),
            keptMissing: described(
              'Linjer fra forrige versjon som er beholdt, selv om katalogen ikke har dem; ikke med i «read».',
              'Lines of the previous version kept although the catalogue lacks them; not part of `read`.',
              count,
            ),
          }),
        ),
        effect: described(
          'Hva prisene som ikke er de avtalte, utgjør i året; uten: ingen mengder å regne med.',
          'The yearly effect of prices that are not the agreed ones; without: no volumes to calculate with.',
          whole<YearlyEffect>({
            currency: described('Avtalens valuta.', 'The agreement\u2019s currency.', word),
            lines: described('Linjer som er regnet med.', 'Lines that count.', count),
            asSent: described('Slik filen ble sendt.', 'As the file was sent.', sums),
            stopped: described('Av det: priser som ikke går videre.', 'Of that: prices not approved.', sums),
            goesOn: described('Av det: priser som går videre.', 'Of that: approved prices.', sums),
            noVolume: described(
              'Linjer med annen pris enn avtalt, der mengden ikke er kjent.',
              'Lines that differ from the agreed price and have no known volume.',
              count,
            ),
            notComparable: described(
              'Slike linjer der mengden ikke kan holdes mot prisen.',
              'Such lines whose volume cannot be compared with the price.',
              count,
            ),
            unreadRows: described(
              'Rader med mengder som ikke kan leses.',
              'Rows of volumes that cannot be read.',
              count,
            ),
          }),
        ),
        findings: described(
          'Antall funn, etter alvorlighetsgrad; de som er godtatt, for seg.',
          'Numbers of findings, by severity; those accepted apart.',
          whole<Result['findings']>({
            error: described('Feil.', 'Errors.', count),
            warning: described('Advarsler.', 'Warnings.', count),
            info: described('Opplysninger.', 'Information.', count),
            waived: described('Godtatt på forhånd.', 'Accepted beforehand.', count),
          }),
        ),
        rules: described('Reglene som ble brukt, etter navn.', 'Every rule that ran, by id.', list(ruleCount)),
        notChecked: described(
          'Reglene som ikke kunne brukes, og hvorfor.',
          'The rules that could not run, and why.',
          list(notChecked),
        ),
        diff: described(
          'Endringene i filen som ble sendt, mot forrige versjon.',
          'The changes in the file as sent, against the previous version.',
          diff,
        ),
        labelCoverage: described(
          'Hvor mye av katalogen, slik den ble sendt, som er miljømerket.',
          'How much of the catalogue, as it was sent, carries eco-labels.',
          labelCoverage,
        ),
        files: described('Filene kjøringen skrev.', 'The files the run wrote.', list(word)),
      },
      [
        'document',
        'delta',
        'fixes',
        'asked',
        'agreement',
        'prices',
        'agreementRemarks',
        'termFiles',
        'previous',
        'mapping',
        'waivers',
        'references',
        'ownRules',
        'effect',
        'diff',
        'labelCoverage',
      ],
    ),
  }),
};

import type { AlmostAgreed } from '../../agreement/agreement.ts';
import { lineRule, type Problem } from '../../engine/rule.ts';

export default lineRule({
  id: 'assortment/not-agreed',
  title: { nb: 'Varen står i den avtalte prislisten', en: 'The item is in the agreed price list' },
  fault: { nb: 'Ikke i den avtalte prislisten', en: 'Not in the agreed price list' },
  because: {
    nb: 'Varen har ingen avtalt pris, og å kjøpe den på avtalen kan være en ulovlig direkte anskaffelse.',
    en: 'The item has no agreed price, and buying it under the agreement may be an illegal direct award.',
  },
  advice: {
    nb: 'Ta varen ut, eller få den inn i avtalen først. Sjekk også at varenummer og GTIN er de samme som i prislisten.',
    en: 'Take the item out, or have it agreed first. Also check that its item number and GTIN are those in the price list.',
  },
  source: { nb: 'Den avtalte prislisten', en: 'The agreed price list' },
  sets: { recommended: { severity: 'error', disposition: 'withhold' } },
  needs: ['prices'],
  passes: [{ why: 'agreed', line: { itemNumber: '1001' }, agreed: { itemNumber: '1001' } }],
  fails: [
    {
      why: 'not in the list',
      line: { itemNumber: '9999' },
      finds: [{ field: 'itemNumber', actual: '9999', message: 'notListed' }],
    },
    {
      why: 'known by its GTIN only',
      line: { gtin: '7038010000003' },
      finds: [{ field: 'gtin', actual: '7038010000003', message: 'notListed' }],
    },
    {
      why: 'its entry has ended',
      line: { itemNumber: '1001' },
      almostAgreed: { reason: 'ended', article: { itemNumber: '1001', validTo: '2025-12-31' } },
      finds: [
        { field: 'itemNumber', actual: '1001', message: 'ended', parameters: { until: '2025-12-31', listRow: '2' } },
      ],
    },
    {
      why: 'its entry does not hold yet',
      line: { gtin: '7038010000003' },
      almostAgreed: { reason: 'notStarted', article: { gtin: '7038010000003', validFrom: '2027-01-01' } },
      finds: [
        {
          field: 'gtin',
          actual: '7038010000003',
          message: 'notStarted',
          parameters: { from: '2027-01-01', listRow: '2' },
        },
      ],
    },
    {
      why: 'the very words of an agreed name, which is but a hint',
      line: { itemNumber: '9999', name: 'Kopipapir A4 80 g' },
      almostAgreed: { reason: 'sameName', article: { itemNumber: '1001', name: 'Kopipapir 80g, A4' } },
      finds: [
        {
          field: 'itemNumber',
          actual: '9999',
          message: 'sameName',
          parameters: { listRow: '2', likeName: 'Kopipapir 80g, A4' },
        },
      ],
    },
    { why: 'nothing to look it up by', line: { name: 'Kopipapir A4' }, finds: [{ message: 'unknown' }] },
  ],
  message: {
    notListed: {
      nb: '{field} {actual} står ikke i den avtalte prislisten',
      en: '{field} {actual} is not in the agreed price list',
    },
    ended: {
      nb: '{field} {actual} står i den avtalte prislisten (rad {listRow}), men gjaldt til {until:date}',
      en: '{field} {actual} is in the agreed price list (row {listRow}), but was valid until {until:date}',
    },
    notStarted: {
      nb: '{field} {actual} står i den avtalte prislisten (rad {listRow}), men gjelder fra {from:date}',
      en: '{field} {actual} is in the agreed price list (row {listRow}), but applies from {from:date}',
    },
    sameName: {
      nb: '{field} {actual} står ikke i den avtalte prislisten. Kan «{likeName:text}» (rad {listRow}) være samme vare?',
      en: '{field} {actual} is not in the agreed price list. Could "{likeName:text}" (row {listRow}) be the same item?',
    },
    unknown: {
      nb: 'Varen har verken varenummer eller GTIN og kan ikke slås opp i den avtalte prislisten',
      en: 'The item has neither item number nor GTIN and cannot be looked up in the agreed price list',
    },
  },
  check({ itemNumber, gtin }, { agreed, almostAgreed }) {
    if (agreed !== undefined) return [];
    const meant = almostAgreed === undefined ? undefined : hintOf(almostAgreed);
    const field = itemNumber === undefined ? 'gtin' : 'itemNumber';
    const actual = itemNumber ?? gtin;
    if (meant !== undefined && actual !== undefined) return [{ field, actual, ...meant }];
    if (itemNumber !== undefined) return [{ field: 'itemNumber', actual: itemNumber, message: 'notListed' }];
    if (gtin !== undefined) return [{ field: 'gtin', actual: gtin, message: 'notListed' }];
    return [{ message: 'unknown' }];
  },
});

function hintOf({ reason, article }: AlmostAgreed): Pick<Problem, 'message' | 'parameters'> | undefined {
  const { row, validFrom, validTo, name } = article;
  const listRow = String(row);
  if (reason === 'sameName' && name !== undefined)
    return { message: 'sameName', parameters: { listRow, likeName: name } };
  if (reason === 'ended' && validTo !== undefined) return { message: 'ended', parameters: { until: validTo, listRow } };
  if (reason !== 'notStarted' || validFrom === undefined) return undefined;
  return { message: 'notStarted', parameters: { from: validFrom, listRow } };
}

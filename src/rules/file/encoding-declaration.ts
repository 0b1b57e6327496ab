import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/encoding-declaration',
  title: { nb: 'XML-filen har tegnsettet den oppgir', en: 'The XML file is in the encoding it declares' },
  fault: { nb: 'Filen oppgir feil tegnsett', en: 'The file declares the wrong encoding' },
  because: {
    nb: 'Andre programmer tror på det filen oppgir, og avviser den eller viser æ, ø og å feil.',
    en: 'Other programs believe what the file declares, and reject it or show æ, ø and å wrongly.',
  },
  advice: {
    nb: 'La eksporten skrive det tegnsettet den bruker i XML-deklarasjonen (encoding="…"), helst UTF-8.',
    en: 'Let the export write the encoding it uses into the XML declaration (encoding="…"), preferably UTF-8.',
  },
  source: {
    nb: 'XML 1.0, 4.3.3: en fil i et annet tegnsett enn den oppgir, er ikke velformet',
    en: 'XML 1.0, 4.3.3: a file in another encoding than it declares is not well-formed',
  },
  sets: { recommended: { severity: 'warning' }, supplier: { severity: 'warning' } },
  needs: [],
  passes: [
    { why: 'it is what it says' },
    { why: 'another remark', remarks: [{ kind: 'olderGeneration', specification: 'OIOUBL 2.1' }] },
  ],
  fails: [
    {
      why: 'UTF-8 declared, Windows letters',
      remarks: [{ kind: 'wrongEncoding', declared: 'UTF-8', actual: 'WINDOWS-1252' }],
      finds: [{ actual: 'UTF-8', expected: 'WINDOWS-1252' }],
    },
  ],
  message: {
    nb: 'Filen oppgir tegnsettet {actual}, men er skrevet i {expected}. Den er lest som {expected}',
    en: 'The file declares the encoding {actual} but is written in {expected}. It was read as {expected}',
  },
  check({ remarks = [] }) {
    return remarks.flatMap((remark) =>
      remark.kind === 'wrongEncoding' ? [{ actual: remark.declared, expected: remark.actual }] : [],
    );
  },
});

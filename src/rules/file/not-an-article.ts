import { catalogueRule } from '../../engine/rule.ts';

export default catalogueRule({
  id: 'file/not-an-article',
  title: { nb: 'Hver rad under overskriftene er en vare', en: 'Every row below the headings is an article' },
  fault: { nb: 'Rader som ikke er varer', en: 'Rows that are no articles' },
  because: {
    nb: 'Summer, gruppetitler og gjentatte overskrifter ville blitt varer i bestillingssystemet. De er utelatt fra den godkjente katalogen.',
    en: 'Sums, titles of groups and repeated headings would become articles in the ordering system. They are left out of the approved catalogue.',
  },
  advice: {
    nb: 'Send katalogen uten slike rader. Skriv varegruppen i en egen kolonne.',
    en: 'Send the catalogue without such rows. Put the product group into a column of its own.',
  },
  source: { nb: 'Ingenting utelates uten at det sies', en: 'Nothing is left out without a word' },
  sets: { recommended: { severity: 'info' }, supplier: { severity: 'info' } },
  needs: [],
  passes: [{ why: 'articles only' }],
  fails: [
    {
      why: 'a sum below the articles',
      asides: [{ row: 12, kind: 'sum', text: 'Sum · 1234,50' }],
      finds: [{ actual: 'Sum · 1234,50', message: 'sum' }],
    },
    {
      why: 'a remark',
      asides: [{ row: 3, kind: 'remark', text: '# Priser gjelder fra mai' }],
      finds: [{ actual: '# Priser gjelder fra mai', message: 'remark' }],
    },
    {
      why: 'the headings once more',
      asides: [{ row: 40, kind: 'heading', text: 'Varenr · Navn · Pris' }],
      finds: [{ actual: 'Varenr · Navn · Pris', message: 'heading' }],
    },
    {
      why: 'the title of a group',
      asides: [{ row: 2, kind: 'title', text: 'Kontorrekvisita' }],
      finds: [{ actual: 'Kontorrekvisita', message: 'title' }],
    },
  ],
  message: {
    sum: { nb: 'Raden er en sum, ikke en vare: «{actual}»', en: 'The row is a sum, not an article: "{actual}"' },
    remark: {
      nb: 'Raden er en merknad, ikke en vare: «{actual}»',
      en: 'The row is a remark, not an article: "{actual}"',
    },
    heading: { nb: 'Overskriftene er gjentatt: «{actual}»', en: 'The headings are repeated: "{actual}"' },
    title: {
      nb: 'Raden er en gruppetittel, ikke en vare: «{actual}»',
      en: 'The row is the title of a group, not an article: "{actual}"',
    },
  },
  check({ asides = [] }) {
    return asides.map(({ row, kind, text }) => ({ row, actual: text, message: kind }));
  },
});

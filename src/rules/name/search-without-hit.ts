import { catalogueRule } from '../../engine/rule.ts';

const LOG = {
  words: {
    searches: [
      { text: 'kulepenn', count: 140 },
      { text: 'tavlesvamp', count: 60 },
    ],
  },
};

export default catalogueRule({
  id: 'name/search-without-hit',
  title: { nb: 'Det innkjøperne søker etter, finnes i katalogen', en: 'What buyers search for is in the catalogue' },
  fault: { nb: 'Søk som ikke finner noe i hele katalogen', en: 'Searches that find nothing in the whole catalogue' },
  because: {
    nb: 'Enten mangler varen i sortimentet, eller så heter den noe ingen søker etter. Begge deler gir kjøp utenfor avtalen.',
    en: 'Either the item is missing from the range, or it is called what nobody searches for. Both lead to purchases outside the agreement.',
  },
  advice: {
    nb: 'Legg ordet i søkeordene til varen det gjelder. Finnes den ikke, avklar med kjøperen om den skal med i sortimentet.',
    en: 'Add the word to the keywords of the item it is about. If there is none, settle with the buyer whether it should be in the range.',
  },
  source: {
    nb: 'Innkjøpernes egen søkelogg: rules/words/searches.csv',
    en: "The buyers' own search log: rules/words/searches.csv",
  },
  sets: { recommended: { severity: 'info' } },
  needs: ['searches'],
  options: {
    properties: {
      atLeast: { type: 'integer', minimum: 1 },
      most: { type: 'integer', minimum: 1, maximum: 1000 },
    },
    defaults: { atLeast: 5, most: 20 },
  },
  passes: [
    { why: 'every search finds something', references: LOG, searchesWithoutHit: [] },
    {
      why: 'seldom searched for',
      references: LOG,
      searchesWithoutHit: [{ text: 'tavlesvamp', count: 4 }],
    },
  ],
  fails: [
    {
      why: 'searched for in vain',
      references: LOG,
      searchesWithoutHit: [{ text: 'tavlesvamp', count: 60 }],
      finds: [{ field: 'keywords', expected: 'tavlesvamp', parameters: { search: 'tavlesvamp', count: '60' } }],
    },
    {
      why: 'the commonest only, where there are many',
      references: LOG,
      searchesWithoutHit: [
        { text: 'bok', count: 7 },
        { text: 'avis', count: 7 },
        { text: 'tavlesvamp', count: 60 },
      ],
      options: { most: 2 },
      finds: [
        { field: 'keywords', expected: 'tavlesvamp', parameters: { search: 'tavlesvamp', count: '60' } },
        { field: 'keywords', expected: 'avis', parameters: { search: 'avis', count: '7' } },
      ],
    },
  ],
  message: {
    nb: '«{search}» er søkt etter {count} ganger, og ingen vare i katalogen svarer til det',
    en: '"{search}" was searched for {count} times, and no item of the catalogue answers to it',
  },
  check({ searchesWithoutHit = [], options: { atLeast, most } }) {
    return searchesWithoutHit
      .filter(({ count }) => count >= atLeast)
      .sort((a, b) => b.count - a.count || (a.text < b.text ? -1 : 1))
      .slice(0, most)
      .map(({ text, count }) => ({
        field: 'keywords' as const,
        expected: text,
        parameters: { search: text, count: String(count) },
      }));
  },
});

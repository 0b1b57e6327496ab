import { fixRule } from './fix-rule.ts';

export default fixRule({
  id: 'fix/spaces',
  how: 'spaces',
  title: { nb: 'Cellen har ingen mellomrom for mye', en: 'The cell has no surplus spaces' },
  fault: { nb: 'Mellomrom for mye er fjernet', en: 'Surplus spaces were removed' },
  because: {
    nb: 'Et ekstra mellomrom ser ingen, men søk og sammenligning finner ikke det som står der.',
    en: 'Nobody sees one space too many, but searching and matching miss the value.',
  },
  advice: {
    nb: 'Fjern mellomrom foran, bak og dobbelt i systemet katalogen kommer fra.',
    en: 'Remove leading, trailing and double spaces in the system the catalogue comes from.',
  },
  source: { nb: 'Mellomrom rundt en verdi sier ingenting', en: 'Spaces around a value say nothing' },
  example: { why: 'two spaces between words', field: 'name', before: 'Kulepenn  blå', after: 'Kulepenn blå' },
});

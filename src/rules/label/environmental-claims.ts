/**
 * Words by which a supplier calls an item good for the environment without saying why. Only words that can mean nothing
 * else: `grønn` is a colour and `hållbar` is durable, so they count in phrases alone.
 */
const CLAIM =
  /(?<![\p{L}\p{N}])(?:(?:mer |more |mere )?(?:miljøvennlige?|miljøvennleg|miljøvenleg|miljøvenlige?|miljøvenligt|miljøvennligt?|miljøvenn?lege|miljövänlig[at]?|miljøriktige?|miljøsmarte?|miljösmart[at]?|miljøbesparende|miljöanpassa(?:d|t|de)|klimavennlige?|klimavenlige?|klimavenligt|klimatvänlig[at]?|klimasmarte?|klimatsmart[at]?|klimanøytrale?|klimanøytralt|klimaneutrale?|klimaneutralt|klimatneutral[at]?|bærekraftige?|berekraftige?|bæredygtige?|bæredygtigt|skånsom(?:t|me)? (?:mot|for) miljøet|skonsam(?:t|ma)? mot miljön|(?:et |ett )?grønt valg|ett grönt val|grønn profil|grønnere (?:valg|alternativ|hverdag)|eco[- ]?friendly|environment(?:ally)?[- ]friendly|earth[- ]friendly|climate[- ](?:friendly|neutral)|carbon[- ]neutral|green choice|sustainable (?:choice|product|alternative)|umweltfreundliche?[nrs]?|klimaneutral(?:e[nrs]?)?|nachhaltige?[nrs]?))(?![\p{L}\p{N}])/iu;

/** Most texts hold none of these, and need no closer look. */
const HINT =
  /milj[øö][vrsba]|klima|b[æe]re?kraft|bæredyg|sk[åo]nsa?o?m|grøn[nt]|grönt|friendly|neutral|green c|sustainab|umweltf|nachhalt/i;

/** Before it: it is denied, asked for, or another's. */
const DOUBT_BEFORE =
  /(?<!\p{L})(?:ikke|inte|ej|ikkje|not|nicht|hvis|uten|utan|without|for en|for et|til en|til et|mot en)(?:\s+\p{L}+)?\s+$/iu;

/** After it: not the item is meant, but what it comes in, how it is made or brought, or what is done with it later. */
const OTHER_AFTER =
  /^[\s-]*(?:\p{L}+\s+){0,1}\p{L}*(?:emballasje|emballage|förpackning|innpakning|pakning|eske|packaging|verpackung|produksjon|produktion|production|produsert|producerad|fremstilt|transport|levering|frakt|avhending|avfall|håndtering|drift|energi|strøm|skogbruk|skog|forvaltning|bomull|cotton|treverk|tre|wood|utvikling|utveckling|development|kilder|källor|sources|bedrift|virksomhet|leverandør|produsent)/iu;

const LOOK_AROUND = 40;

/** @returns the words that claim it, as they stand */
export function findEnvironmentalClaim(text: string): string | undefined {
  if (!HINT.test(text)) return undefined;
  const match = CLAIM.exec(text);
  if (match === null) return undefined;
  const before = text.slice(Math.max(0, match.index - LOOK_AROUND), match.index);
  if (DOUBT_BEFORE.test(before)) return undefined;
  const [words] = match;
  return OTHER_AFTER.test(text.slice(match.index + words.length, match.index + words.length + LOOK_AROUND))
    ? undefined
    : words;
}

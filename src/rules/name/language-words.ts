/**
 * Words that tell a language from its neighbours: function words, colours and what packs are called, all of them common
 * in names of articles and in no other of these languages. Own list.
 */
import { NAME_LANGUAGES, type NameLanguage } from '../../catalogue/text.ts';

const TELLING: Readonly<Record<NameLanguage, string>> = {
  nb: 'ikke fra uten hvit hvitt hvite svart sort gul gult grønn grønt flerfarget eske esker pakke pakker stk poser pose flaske størrelse bredde høyde lengde lag ruller rull blad kjøkken håndsåpe oppvask penn perm saks såpe kaffe melk brød ost kjøtt laks egg eple gulrot løk potet fløte smør syltetøy sukker salt krydder økologisk lokk skaft',
  nn: 'ikkje frå utan kvit kvitt kvite raud raudt gul mjuk mjølk heimelaga',
  sv: 'och inte från utan vit vitt vita röd rött gul gult grön grönt förpackning förp påse påsar låda storlek bredd höjd längd färg tvål kök papper pappershandduk mjölk bröd ägg äpple lök potatis grädde socker ekologisk ekologiskt lock kulspetspenna pärm häftapparat sax engångs handskar skurmedel rengöringsmedel toalettpapper avfallssäck blyertspenna kuvert pappersmuggar kopiatorpapper kopieringspapper skrivarpapper hushållspapper torkpapper nitrilhandskar vinylhandskar diskmedel tvättmedel plastpåsar soppåsar sopsäck sopsäckar',
  da: 'uden hvid hvidt hvide grøn grønt æske æsker størrelse højde længde farve køkken håndsæbe sæbe mælk smørrebrød ost æg æble løg kartoffel fløde økologisk låg kuglepen ringbind hæftemaskine saks handsker engangshandsker rengøringsmiddel affaldssæk affaldssække blyant kuvert kuverter køkkenrulle vådserviet opvaskemiddel opvask toiletpapir nitrilhandsker vinylhandsker skraldeposer plastikposer',
  de: 'und nicht ohne für mit weiß weiss schwarz gelb grün grau blau packung stück beutel flasche größe breite höhe länge farbe küche papier seife milch brot käse fleisch eier apfel zwiebel kartoffel sahne zucker deckel kugelschreiber ordner schere handschuhe einweghandschuhe reiniger toilettenpapier müllbeutel bleistift umschlag briefumschlag druckerpapier rolle blatt',
  en: 'and with without from the black white yellow green grey gray bottle size width height length colour color kitchen paper soap milk bread cheese meat eggs onion potato cream sugar organic ballpoint pen pens binder scissors gloves disposable cleaner toilet pencil envelope envelopes sheet sheets  stapler tape marker notebook',
};

/** By word the one language it tells of; words of several tell nothing. */
export const LANGUAGE_OF_WORD: ReadonlyMap<string, NameLanguage> = tellingWords();

function tellingWords(): ReadonlyMap<string, NameLanguage> {
  const languages = new Map<string, NameLanguage | undefined>();
  for (const language of NAME_LANGUAGES) {
    for (const word of TELLING[language].split(' ')) languages.set(word, languages.has(word) ? undefined : language);
  }
  return new Map([...languages].flatMap(([word, language]) => (language === undefined ? [] : [[word, language]])));
}

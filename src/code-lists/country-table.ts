/**
 * Countries: ISO 3166-1 alpha-2 and alpha-3 codes, and what they are called in Bokmål, Nynorsk, Swedish, Danish, German
 * and English. Codes: ISO 3166-1, 249 entries, version 2026-01. Names: Unicode CLDR 48.0, and common short names
 * that it lacks. In small letters, without signs.
 */
export const COUNTRY_TABLE = `
AD AND andorra
AE ARE de forente arabiske emirater|dei sameinte arabiske emirata|förenade arabemiraten|de forenede arabiske emirater|vereinigte arabische emirate|united arab emirates|uae|emiratene|u a e
AF AFG afghanistan
AG ATG antigua og barbuda|antigua och barbuda|antigua und barbuda|antigua barbuda|antigua and barbuda
AI AIA anguilla
AL ALB albania|albanien
AM ARM armenia|armenien
AO AGO angola
AQ ATA antarktis|antarctica
AR ARG argentina|argentinien
AS ASM amerikansk samoa|amerikanska samoa|amerikanisch samoa|american samoa
AT AUT østerrike|austerrike|österrike|østrig|österreich|austria
AU AUS australia|australien
AW ABW aruba
AX ALA åland|ålandinseln|åland islands
AZ AZE aserbajdsjan|azerbajdzjan|aserbaidschan|azerbaijan
BA BIH bosnia hercegovina|bosnien och hercegovina|bosnien hercegovina|bosnien und herzegowina|bosnia herzegovina|bosnia|bosnia og hercegovina|bosnia and herzegovina|bosnien
BB BRB barbados
BD BGD bangladesh|bangladesch
BE BEL belgia|belgien|belgium
BF BFA burkina faso
BG BGR bulgaria|bulgarien
BH BHR bahrain
BI BDI burundi
BJ BEN benin
BL BLM saint barthélemy|s t barthélemy|st barthélemy
BM BMU bermuda
BN BRN brunei|brunei darussalam
BO BOL bolivia|bolivien
BQ BES karibisk nederland|karibiska nederländerna|de tidligere nederlandske antiller|karibische niederlande|caribbean netherlands
BR BRA brasil|brasilien|brazil
BS BHS bahamas
BT BTN bhutan
BV BVT bouvetøya|bouvetön|bouvetøen|bouvetinsel|bouvet island
BW BWA botswana|botsuana
BY BLR belarus|hviterussland|vitryssland|hviderusland
BZ BLZ belize
CA CAN canada|kanada
CC CCK kokosøyene|kokosøyane|kokosöarna|cocosøerne|kokosinseln|cocos keeling islands
CD COD kongo|kongo kinshasa|congo kinshasa
CF CAF den sentralafrikanske republikk|den sentralafrikanske republikken|centralafrikanska republiken|den centralafrikanske republik|zentralafrikanische republik|central african republic
CG COG kongo brazzaville|congo brazzaville
CH CHE sveits|schweiz|switzerland
CI CIV elfenbenskysten|elfenbeinskysten|elfenbenskusten|côte d ivoire|ivory coast
CK COK cookøyene|cookøyane|cooköarna|cookøerne|cookinseln|cook islands
CL CHL chile
CM CMR kamerun|cameroun|cameroon
CN CHN kina|china|folkerepublikken kina|prc|p r c|people s republic of china|mainland china
CO COL colombia|kolumbien
CR CRI costa rica
CU CUB cuba|kuba
CV CPV kapp verde|kap verde|cabo verde|cape verde
CW CUW curaçao
CX CXR christmasøya|julön|juleøen|weihnachtsinsel|christmas island
CY CYP kypros|cypern|zypern|cyprus
CZ CZE tsjekkia|tjeckien|tjekkiet|tschechien|czechia|czech republic|den tsjekkiske republikk|tschechische republik
DE DEU tyskland|deutschland|germany
DJ DJI djibouti|dschibuti
DK DNK danmark|dänemark|denmark
DM DMA dominica
DO DOM den dominikanske republikk|den dominikanske republikken|dominikanska republiken|den dominikanske republik|dominikanische republik|dominican republic
DZ DZA algerie|algeriet|algerien|algeria
EC ECU ecuador
EE EST estland|estonia
EG EGY egypt|egypten|ägypten
EH ESH vest sahara|västsahara|vestsahara|westsahara|western sahara
ER ERI eritrea
ES ESP spania|spanien|spain
ET ETH etiopia|etiopien|äthiopien|ethiopia
FI FIN finland|finnland
FJ FJI fiji|fidschi
FK FLK falklandsøyene|falklandsøyane|falklandsöarna|falklandsøerne|falklandinseln|falkland islands
FM FSM mikronesiaføderasjonen|mikronesien|micronesia
FO FRO færøyene|færøyane|färöarna|færøerne|färöer|faroe islands
FR FRA frankrike|frankrig|frankreich|france
GA GAB gabon|gabun
GB GBR storbritannia|storbritannien|vereinigtes königreich|united kingdom|uk|england|scotland|skottland|wales|great britain|nord irland|u k
GD GRD grenada
GE GEO georgia|georgien
GF GUF fransk guyana|franska guyana|französisch guayana|french guiana
GG GGY guernsey
GH GHA ghana
GI GIB gibraltar
GL GRL grønland|grönland|greenland
GM GMB gambia
GN GIN guinea
GP GLP guadeloupe
GQ GNQ ekvatorial guinea|ekvatorialguinea|ækvatorialguinea|äquatorialguinea|equatorial guinea
GR GRC hellas|grekland|grækenland|griechenland|greece
GS SGS sør georgia og sør sandwichøyene|sør georgia og sør sandwichøyane|sydgeorgien och sydsandwichöarna|south georgia og de sydlige sandwichøer|südgeorgien und die südlichen sandwichinseln|south georgia south sandwich islands
GT GTM guatemala
GU GUM guam
GW GNB guinea bissau
GY GUY guyana
HK HKG hongkong sar kina|hongkong sar|sar hongkong|sonderverwaltungsregion hongkong|hong kong sar china|hong kong|hongkong
HM HMD heard og mcdonaldøyene|heardøya og mcdonaldøyane|heardön och mcdonaldöarna|heard island og mcdonald islands|heard und mcdonaldinseln|heard mcdonald islands
HN HND honduras
HR HRV kroatia|kroatien|croatia
HT HTI haiti
HU HUN ungarn|ungern|hungary
ID IDN indonesia|indonesien
IE IRL irland|ireland
IL ISR israel
IM IMN man|isle of man
IN IND india|indien
IO IOT det britiske territoriet i indiahavet|brittiska territoriet i indiska oceanen|det britiske territorium i det indiske ocean|britisches territorium im indischen ozean|british indian ocean territory
IQ IRQ irak|iraq
IR IRN iran
IS ISL island|iceland
IT ITA italia|italien|italy
JE JEY jersey
JM JAM jamaica|jamaika
JO JOR jordan|jordanien
JP JPN japan
KE KEN kenya|kenia
KG KGZ kirgisistan|kirgizistan|kyrgyzstan
KH KHM kambodsja|kambodja|cambodja|kambodscha|cambodia
KI KIR kiribati
KM COM komorene|komorane|komorerna|comorerne|komoren|comoros
KN KNA saint kitts og nevis|s t kitts och nevis|st kitts und nevis|st kitts nevis|saint kitts and nevis
KP PRK nord korea|nordkorea|north korea
KR KOR sør korea|sydkorea|südkorea|south korea|korea|republic of korea
KW KWT kuwait
KY CYM caymanøyene|caymanøyane|caymanöarna|caymanøerne|kaimaninseln|cayman islands
KZ KAZ kasakhstan|kazakstan|kasachstan|kazakhstan
LA LAO laos
LB LBN libanon|lebanon
LC LCA st lucia|s t lucia|saint lucia
LI LIE liechtenstein
LK LKA sri lanka
LR LBR liberia
LS LSO lesotho
LT LTU litauen|lithuania
LU LUX luxemburg|luxembourg
LV LVA latvia|lettland|letland
LY LBY libya|libyen
MA MAR marokko|marocko|morocco
MC MCO monaco
MD MDA moldova|moldavien|republik moldau|moldavia
ME MNE montenegro
MF MAF saint martin|st martin
MG MDG madagaskar|madagascar
MH MHL marshalløyene|marshalløyane|marshallöarna|marshalløerne|marshallinseln|marshall islands
MK MKD nord makedonia|nordmakedonien|nordmazedonien|north macedonia|makedonia
ML MLI mali
MM MMR myanmar burma|myanmar|burma
MN MNG mongolia|mongoliet|mongolei
MO MAC macao sar kina|macao sar|sar macao|sonderverwaltungsregion macau|macao sar china
MP MNP nord marianene|nord marianane|nordmarianerna|nordmarianerne|nördliche marianen|northern mariana islands
MQ MTQ martinique
MR MRT mauritania|mauretanien
MS MSR montserrat
MT MLT malta
MU MUS mauritius
MV MDV maldivene|maldivane|maldiverna|maldiverne|malediven|maldives
MW MWI malawi
MX MEX mexico|mexiko
MY MYS malaysia
MZ MOZ mosambik|moçambique|mozambique
NA NAM namibia
NC NCL ny caledonia|nya kaledonien|ny kaledonien|neukaledonien|new caledonia
NE NER niger
NF NFK norfolkøya|norfolkön|norfolk island|norfolkinsel
NG NGA nigeria
NI NIC nicaragua
NL NLD nederland|nederländerna|nederlandene|niederlande|netherlands|holland|the netherlands
NO NOR norge|noreg|norwegen|norway
NP NPL nepal
NR NRU nauru
NU NIU niue
NZ NZL new zealand|nya zeeland|neuseeland
OM OMN oman
PA PAN panama
PE PER peru
PF PYF fransk polynesia|franska polynesien|fransk polynesien|französisch polynesien|french polynesia
PG PNG papua ny guinea|papua nya guinea|papua neuguinea|papua new guinea
PH PHL filippinene|filippinane|filippinerna|filippinerne|philippinen|philippines
PK PAK pakistan
PL POL polen|poland
PM SPM saint pierre et miquelon|s t pierre och miquelon|saint pierre og miquelon|st pierre und miquelon|st pierre miquelon
PN PCN pitcairnøyene|pitcairn|pitcairnöarna|pitcairninseln|pitcairn islands
PR PRI puerto rico
PS PSE det palestinske området|palestinska territorierna|de palæstinensiske områder|palästinensische autonomiegebiete|palestinian territories|palestina|palestine
PT PRT portugal
PW PLW palau
PY PRY paraguay
QA QAT qatar|katar
RE REU réunion
RO ROU romania|rumänien|rumænien
RS SRB serbia|serbien
RU RUS russland|ryssland|rusland|russia|russian federation|den russiske føderasjon
RW RWA rwanda|ruanda
SA SAU saudi arabia|saudiarabien|saudi arabien
SB SLB salomonøyene|salomonøyane|salomonöarna|salomonøerne|salomonen|solomon islands
SC SYC seychellene|seychellane|seychellerna|seychellerne|seychellen|seychelles
SD SDN sudan
SE SWE sverige|schweden|sweden
SG SGP singapore|singapur
SH SHN st helena|saint helena|s t helena
SI SVN slovenia|slovenien|slowenien
SJ SJM svalbard og jan mayen|svalbard och jan mayen|spitzbergen und jan mayen|svalbard jan mayen|svalbard
SK SVK slovakia|slovakien|slovakiet|slowakei
SL SLE sierra leone
SM SMR san marino
SN SEN senegal
SO SOM somalia
SR SUR surinam|suriname
SS SSD sør sudan|sydsudan|südsudan|south sudan
ST STP são tomé og príncipe|são tomé och príncipe|são tomé und príncipe|são tomé príncipe|sao tome and principe
SV SLV el salvador
SX SXM sint maarten
SY SYR syria|syrien
SZ SWZ eswatini|swaziland
TC TCA turks og caicosøyene|turks og caicosøyane|turks och caicosöarna|turks og caicosøerne|turks und caicosinseln|turks caicos islands
TD TCD tsjad|tchad|tschad|chad
TF ATF de franske sørterritorier|dei franske sørterritoria|franska sydterritorierna|de franske besiddelser i det sydlige indiske ocean og antarktis|französische süd und antarktisgebiete|french southern territories
TG TGO togo
TH THA thailand
TJ TJK tadsjikistan|tadzjikistan|tadschikistan|tajikistan
TK TKL tokelau|tokelauöarna
TL TLS øst timor|aust timor|östtimor|timor leste
TM TKM turkmenistan
TN TUN tunisia|tunisien|tunesien
TO TON tonga
TR TUR tyrkia|turkiet|tyrkiet|türkei|türkiye|turkey
TT TTO trinidad og tobago|trinidad och tobago|trinidad und tobago|trinidad tobago|trinidad and tobago|trinidad
TV TUV tuvalu
TW TWN taiwan
TZ TZA tanzania|tansania
UA UKR ukraina|ukraine
UG UGA uganda
UM UMI usas ytre øyer|usas ytre småøyar|usa s yttre öar|amerikanske oversøiske øer|amerikanische überseeinseln|u s outlying islands
US USA vereinigte staaten|united states|united states of america|de forente stater|amerikas forente stater|forente stater|amerika|u s a
UY URY uruguay
UZ UZB usbekistan|uzbekistan
VA VAT vatikanstaten|vatikanstadt|vatican city
VC VCT st vincent og grenadinene|st vincent og grenadinane|s t vincent och grenadinerna|saint vincent og grenadinerne|st vincent und die grenadinen|st vincent grenadines|saint vincent and the grenadines
VE VEN venezuela
VG VGB de britiske jomfruøyene|dei britiske jomfruøyane|brittiska jungfruöarna|de britiske jomfruøer|britische jungferninseln|british virgin islands
VI VIR de amerikanske jomfruøyene|dei amerikanske jomfruøyane|amerikanska jungfruöarna|de amerikanske jomfruøer|amerikanische jungferninseln|u s virgin islands
VN VNM vietnam|viet nam
VU VUT vanuatu
WF WLF wallis og futuna|wallis och futunaöarna|wallis und futuna|wallis futuna
WS WSM samoa
YE YEM jemen|yemen
YT MYT mayotte
ZA ZAF sør afrika|sydafrika|südafrika|south africa
ZM ZMB zambia|sambia
ZW ZWE zimbabwe|simbabwe
`;

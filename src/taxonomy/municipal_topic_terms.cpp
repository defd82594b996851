#include "taxonomy/term_rows.h"

namespace digilots::taxonomy {
namespace {

constexpr Row municipal_and_everyday[] = {
    {"municipal_services", TEXT("Municipal services"), "",
     "kommunen|kommun|kommunens|kommunal|kommunala|kommune|kommunale",
     "information|referral|guidance_in_e_service|case_specific_help|direct_answers", false},
    {"e_services", TEXT("The municipality's e-services"), "municipal_services",
     "e-tjänst|e-tjänster|etjänst|etjänster|e tjänst|digital tjänst|digitala tjänster|mina sidor|"
     "självservice|e-tjeneste|e-tjenester|digitale tjenester|min side|selvbetjening",
     "guidance_in_e_service|digital_services|case_specific_help", false},
    {"financial_assistance", TEXT("Financial assistance"), "municipal_services",
     "ekonomiskt bistånd|försörjningsstöd|socialbidrag|soc-bidrag|bistånd|ansöka om försörjningsstöd|"
     "økonomisk sosialhjelp|sosialhjelp|sosialstønad|stønad",
     "case_specific_help|form_filling|guidance_in_e_service", true},
    {"preschool", TEXT("Preschool and after-school care"), "municipal_services",
     "förskola|förskolan|förskoleplats|dagis|barnomsorg|fritidshem|fritids|fritidshemsplats|"
     "inkomstuppgift|inkomstuppgifter|barnehage|barnehagen|barnehageplass|sfo|aks|skolefritidsordning",
     "guidance_in_e_service|case_specific_help", false},
    {"school_choice", TEXT("School choice"), "municipal_services",
     "skolval|skolvalet|välja skola|byta skola|skolplats|modersmål|modersmålsundervisning|skolskjuts|"
     "skolestart|skolevalg|bytte skole|skolebytte|skoleskyss|morsmål|innskriving",
     "guidance_in_e_service|case_specific_help", false},
    {"school_platform", TEXT("School platform"), "municipal_services",
     "skolplattform|skolplattformen|skola|skolan|lärplattform|schoolsoft|its learning|it's learning|"
     "itslearning|tempus|dexter|unikum|vklass|vårdnadshavare|föräldramöte|skole|skolen|"
     "skoleplattform|visma|vigilo|foresatt|foresatte|foreldremøte",
     "guidance_in_e_service|case_specific_help", false},
    {"child_times", TEXT("Child's times and absence"), "municipal_services",
     "barnets tider|barnens tider|barnens tider på förskola|schema|schematider|frånvaro|"
     "frånvaroanmälan|sjukanmäla barn|sjukanmälan|tempus|vistelsetid|fravær|melde fravær|oppholdstid",
     "guidance_in_e_service|case_specific_help", false},
    {"bus_card", TEXT("Bus card and travel"), "municipal_services",
     "busskort|busskortet|bussen|buss|buskort|din tur|resekort|bussbiljett|kollektivtrafik|"
     "kollektivtrafikk|månadskort|reise|reisekort|bussbillett|tidtabell|rutetabell",
     "information|direct_answers", false},
    {"mobility_service", TEXT("Special transport"), "municipal_services",
     "färdtjänst|färdtjänsten|riksfärdtjänst|sjukresa|sjukresor|färdtjänstresa|tt-kort|tt-transport|"
     "tilrettelagt transport|pasientreiser|pasientreise",
     "case_specific_help|form_filling", true},
    {"fireplace", TEXT("Fireplace and chimney"), "municipal_services",
     "eldstad|anlägga eldstad|kamin|vedspis|braskamin|skorsten|sotning|sotare|elda|eldning|ildsted|"
     "pipe|peis|vedovn|feiing|feier",
     "case_specific_help", false},
    {"building_permit", TEXT("Building permit"), "municipal_services",
     "bygglov|bygglovet|bygga|bygga till|bygga ut|tillbyggnad|attefall|attefallshus|altan|carport|"
     "garage|rivningslov|marklov|bygganmälan|plan och bygg|kontrollansvarig|nybyggnadskarta|"
     "byggesøknad|byggetillatelse|byggesak|bygge|tilbygg|garasje|reguleringsplan",
     "case_specific_help", false},
    {"property", TEXT("Property and land"), "municipal_services",
     "fastighet|tomt|ägarbyte|lantmäteri|detaljplan|va|vatten|avlopp|slamtömning|slam|enskilt avlopp|"
     "vattenmätare|eiendom|vann|avløp|eierskifte",
     "case_specific_help", false},
    {"waste", TEXT("Waste and recycling"), "municipal_services",
     "avfall|sopor|sophämtning|soptunna|sopkärl|kärl|trasigt sopkärl|återvinning|återvinningscentral|"
     "återvinningscentralen|tippen|grovsopor|renhållning|slamtömning|latrin|søppel|søppeldunk|"
     "søppelspann|søppelhenting|renovasjon|gjenvinning|gjenvinningsstasjon|gjenbruk|hentedag",
     "case_specific_help|guidance_in_e_service", false},
    {"special_diet", TEXT("Special diet"), "municipal_services",
     "specialkost|kostintyg|kost|allergi|allergikost|skolmat|matallergi|glutenfri|laktosfri|"
     "spesialkost|skolemat|allergimat",
     "case_specific_help", true},
    {"food_business", TEXT("Business and permits"), "municipal_services",
     "livsmedel|livsmedelsverksamhet|livsmedelsanmälan|serveringstillstånd|alkoholtillstånd|företag|"
     "företagare|starta företag|tillstånd|matbedrift|serveringsbevilling|skjenkebevilling|bedrift|"
     "næring",
     "case_specific_help", false},
    {"association_grant", TEXT("Association grants"), "municipal_services",
     "föreningsbidrag|förening|föreningar|föreningsstöd|bidrag till förening|lokalbokning|boka lokal|"
     "lag og foreninger|foreningstilskudd|tilskudd|frivillighet|booke lokale|leie lokale",
     "case_specific_help", false},
    {"library_card", TEXT("Library card and loans"), "municipal_services",
     "lånekort|lånekortet|bibliotekskort|låna bok|låna böcker|boklån|lånekort till barn|lånekort|"
     "nasjonalt lånekort|låne bok|bok|böcker|bøker|pinkod bibliotek",
     "direct_answers", false},
    {"elderly_care", TEXT("Support at home and elderly care"), "municipal_services",
     "stöd i hemmet|hemtjänst|äldreomsorg|äldreboende|särskilt boende|trygghetsboende|anhörig|"
     "anhörigstöd|lss|god man|hjemmehjelp|hjemmetjeneste|eldreomsorg|sykehjem|omsorgsbolig|pårørende|"
     "verge",
     "case_specific_help|form_filling", true},
    {"deceased", TEXT("When someone has died"), "municipal_services",
     "dödsbo|dödsboanmälan|dödsfall|bouppteckning|begravning|gravplats|dødsfall|dødsbo|skifte|"
     "begravelse",
     "case_specific_help|form_filling", true},
    {"energy_advice", TEXT("Energy advice"), "municipal_services",
     "energirådgivning|energirådgivare|energi och klimat|elpris|elräkning|solceller|värmepump|"
     "energirådgiver|strøm|strømpris|strømregning|varmepumpe|enova",
     "digital_salong|information", false},
    {"who_does_what", TEXT("Who does what"), "municipal_services",
     "vem gör vad|vem ansvarar|vem ringer jag|vart vänder jag mig|vem hänvisar vi till|handläggare|"
     "tjänsteman|växel|växeln|kommunens växel|kontakta kommunen|hvem gjør hva|hvem ringer jeg|"
     "hvor henvender jeg meg|saksbehandler|sentralbord|sentralbordet|kontakte kommunen",
     "information|referral|direct_answers|case_specific_help", false},
    {"report_issue", TEXT("Report a fault"), "municipal_services",
     "felanmälan|felanmäla|anmäla fel|trasig gatlykta|gatubelysning|gatlykta|snöröjning|plogning|"
     "hål i vägen|synpunkt|synpunkter|klagomål|feilmelding|melde feil|gatelys|brøyting|hull i veien|"
     "klage på",
     "information|referral|case_specific_help", false},
    {"health", TEXT("Health and welfare"), "",
     "hälsa|vård|sjukvård|helse|lege",
     "assisted_digital_visit|device_skills|tutoring", true},
    {"e_health", TEXT("Health services online"), "health",
     "1177|appen 1177|journal|journalen|vårdcentral|vårdkontakt|e-hälsa|läkartid|recept|apotek|"
     "apoteket|provsvar|boka läkare|vårdguiden|digital vård|vaccination|"
     "egenvård|egenmonitorering|digitalt läkarbesök|läkare på nätet|levnadsvanor|egenmestring|"
     "digital hjemmeoppfølging|e-konsultasjon|levevaner|helsenorge|helsenorge.no|"
     "fastlege|fastlegen|resept|legetime|bestille time|prøvesvar|e-resept|vaksine",
     "digital_salong|device_skills|tutoring|drop_in_it_guidance|coaching", true},
    {"welfare_technology", TEXT("Welfare technology"), "health",
     "välfärdsteknik|välfärdsteknologi|trygghetslarm|larm|gps-larm|hörselhjälpmedel|hjälpmedel|"
     "medicinpåminnare|digital tillsyn|smarta hem|velferdsteknologi|trygghetsalarm|hjelpemidler|"
     "hjelpemiddel|medisindispenser",
     "welfare_technology|device_skills", false},
    {"media", TEXT("Books, film and games"), "",
     "läsa|lyssna|film|filmer|musik|lese|lytte|musikk",
     "direct_answers|device_skills", false},
    {"e_books", TEXT("E-books, film and newspapers"), "media",
     "e-bok|e-böcker|ebok|eböcker|låna e-böcker|ljudbok|ljudböcker|biblio|digital film|"
     "digitala filmer|cineasterna|viddla|tidning|tidningar|pressreader|e-bøker|lydbok|lydbøker|"
     "bookbites|filmoteket|avis|aviser|strömma|strømme",
     "direct_answers|device_skills|tutoring", false},
    {"talking_books", TEXT("Talking books"), "media",
     "legimus|talbok|talböcker|talboken|talboksapp|daisy|nlb|tilrettelagte lydbøker|dyslexi|dysleksi|"
     "lättläst|lettlest",
     "direct_answers|digital_salong|device_skills|tutoring", false},
    {"maker", TEXT("Create with digital tools"), "media",
     "studio|podd|podcast|3d-skrivare|3d skrivare|3d-printer|mikrofilm|släktforskning|redigera|"
     "videoredigering|spela in|digital studio|musikinstrument|makerspace|slektsgransking|redigere|"
     "spille inn|podkast|instrument",
     "studio|3d_printer|editing_software|microfilm_reader|musical_instruments", false},
    {"safety", TEXT("Safety and sources"), "",
     "säkerhet|trygg|sikkerhet",
     "device_skills|tutoring|course|digital_salong", false},
    {"online_safety", TEXT("Online safety and fraud"), "safety",
     "bedrägeri|bedrägerier|lurad|nätfiske|phishing|virus|hackad|bluff|bluffmejl|spam|skräppost|"
     "nätsäkerhet|internetsäkerhet|it-säkerhet|svindel|svindlet|nettfiske|nettvett|lurt|søppelpost|"
     "datasikkerhet",
     "device_skills|tutoring|drop_in_it_guidance|course|coaching|digital_salong", true},
    {"source_criticism", TEXT("Source criticism"), "safety",
     "källkritik|källtillit|falska nyheter|desinformation|fake news|faktakoll|ai|chatgpt|"
     "artificiell intelligens|kildekritikk|falske nyheter|desinformasjon|faktasjekk|"
     "kunstig intelligens|ki",
     "course|tutoring|digital_salong", false},
    {"communication", TEXT("E-mail, calls and social media"), "",
     "kommunicera|kontakt med familj|kommunisere",
     "device_skills|tutoring|drop_in_it_guidance|coaching", false},
    {"email", TEXT("E-mail"), "communication",
     "e-post|epost|mejl|mejla|mail|maila|mejlen|gmail|outlook|hotmail|e-postadress|mejladress|"
     "eposten|sende e-post|e-postadresse",
     "device_skills|tutoring|drop_in_it_guidance|coaching", false},
    {"video_call", TEXT("Video calls"), "communication",
     "videosamtal|videomöte|digitalt möte|digitala möten|zoom|teams|skype|facetime|grupprum|"
     "videosamtale|videomøte|digitalt møte|grupperom|møterom",
     "group_room|device_skills|tutoring|drop_in_it_guidance", false},
    {"social_media", TEXT("Social media"), "communication",
     "sociala medier|facebook|instagram|whatsapp|messenger|youtube|snapchat|tiktok|sosiale medier",
     "device_skills|tutoring|drop_in_it_guidance|coaching", false},
    {"photos", TEXT("Photos and files"), "communication",
     "bilder|foto|foton|fotografier|bild|spara filer|molnet|icloud|google drive|usb|usb-minne|bilde|"
     "lagre bilder|skyen|minnepenn|sikkerhetskopi|säkerhetskopiera",
     "device_skills|tutoring|drop_in_it_guidance|coaching", false},
    {"other", TEXT("Something else"), "",
     "annat|övrigt|annet|øvrig",
     "information|referral", false},
};

}  // namespace

std::span<const Row> municipal_and_everyday_rows() { return municipal_and_everyday; }

}  // namespace digilots::taxonomy

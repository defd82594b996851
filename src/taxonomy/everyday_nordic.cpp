// What people say every day for a topic, in Swedish, bokmål and nynorsk. One row a topic; a phrase counts before the words in it.
#include "taxonomy/term_rows.h"

namespace digilots::taxonomy {
namespace {

constexpr EverydayRow nordic_rows[] = {
    {"mobile", "sv",
     "luren|telefonen krånglar|telefon trasig|telefonen trasig|trasig telefon|mobilen är trasig|"
     "mobilen laddar inte|knapptelefon|byta telefon|ny telefon|kontakter försvunna|ringsignal|sim kort|"
     "pin kod mobil|telefon virker ikke|telefonen virker ikke|ny telefon|mobilen er ødelagt|"
     "telefonen er ødelagt"},
    {"tablet", "sv",
     "paddan|padda|barnplatta"},
    {"computer", "sv",
     "datan|datorstrul|datorn är seg|datorn är trasig|datorn startar inte|bildskärm|musen|pc'n|"
     "datamaskina|pc'en|låna en dator|sitta vid dator|maskinen starter ikke|dataen"},
    {"devices", "sv",
     "lära mig dator|lära mig mobilen|förstår mig inte på tekniken|it-strul|it strul|it-support|"
     "it support|teknikhjälp|datakunskap|ovan vid dator|dålig på datorer|inte så teknisk|dataproblemer|"
     "lære meg data|dårlig på data|lære data"},
    {"apps", "sv",
     "hämta app|ladda hem|appen funkar inte|appen fungerar inte|playbutik|app store|google play"},
    {"wifi", "sv",
     "inget nät|uppkoppla|nätet funkar inte|nätet ligger nere|internet funkar inte|hotspot|trådlösa|"
     "inget internet|koble til nett|uten nett|wifi passord"},
    {"print", "sv",
     "printa ut papper|skriva ut papper|skriva ut ett papper|få ut på papper|papperskopia|"
     "få det på papper|utskrivet på papper|printe ut papirer|skrive ut papirer|skrive ut eit papir|"
     "skrive ut billett|skriva ut biljett"},
    {"scan", "sv",
     "skicka papper digitalt|skannat|läsa in papper|fotografera papper|scanne"},
    {"copy", "sv",
     "kopiera papper|ta kopia|ta kopior|kopia av pass|fotostat"},
    {"attachments", "sv",
     "skicka in papper|skicka in dokument|skicka med fil|bilägga|skicka intyg|legge ved fil|"
     "sende inn dokument"},
    {"identification", "sv",
     "kommer inte in|kan inte logga in|inloggad|utelåst|utloggad|får ikke logget inn|kommer ikke inn|"
     "kjem ikkje inn|får ikkje logga inn"},
    {"e_id", "sv",
     "bankdosa|säkerhetsdosa|dosa|dosan|min dosa|bank-id|nytt bankid|skaffa bankid|aktivera bankid|bankid funkar inte|"
     "bankid har gått ut|bankid slutat fungera|digital legitimation|kodebrikke|få bankid|skaffe bankid|"
     "bankid virker ikke"},
    {"password", "sv",
     "glömt koden|glömt min kod|minns inte lösenordet|lösen|kod|koden|pinkoden|glemt koden|"
     "husker ikke passordet|hugsar ikkje passordet|lösenorden"},
    {"digital_mail", "sv",
     "digitala brev|post i mobilen|myndighetspost|brev digitalt"},
    {"money", "sv",
     "skuld|skulder|kronofogden|kronofogde|inkasso|budget|skuldsatt|skuldrådgivning|budgetrådgivning|"
     "budget- och skuldrådgivning|betalningsanmärkning|gjeld|inkassokrav|namsmannen|gjeldsrådgivning|"
     "har inte råd|råd med"},
    {"bank", "sv",
     "spärra kort|spärra kortet|bankkortet|kontokort|kontokortet|kreditkort|kredittkort|betalkort|kontanter|"
     "bankomat|sparkonto|öppna konto|minibank|sperre kort"},
    {"money_transfer", "sv",
     "betala en räkning|räkningen|räkningarna|betalningspåminnelse|betala mina räkningar|fakturan|"
     "fakturor|påminnelse|regningen|rekning|rekningar|betale rekning"},
    {"online_shopping", "sv",
     "shoppa|beställa varor|handla mat på nätet|köpa tågbiljett|tågbiljett|boka resa|flygbiljett|"
     "togbillett|flybillett"},
    {"authority_forms", "sv",
     "papper att fylla i|fylla i papper|fylla i papperen|krånglig blankett|ansökningspapper|"
     "fylle ut papirer|skjemaer på nett|fylle ut søknad|blankettar"},
    {"social_insurance", "sv",
     "sjukskriven|sjuklön|vabba|föräldraledig|mammaledig|pappaledig|barnbidraget|bostadsbidraget|"
     "underhållsstöd|aktivitetsersättning|föräldradagar|fk|kassan|sjuk från jobbet|uføre|sjukepengar|"
     "foreldrepengar|sykmeldt|sjukmeld|barnetrygda|kontantstøtte|arbeidsavklaringspenger|aap"},
    {"tax", "sv",
     "deklaration|skattebesked|restskatt|skatteåterbäring|kvarskatt|personnummer|flytta|flyttat|flyttar|"
     "anmäla flytt|byta namn|byta adress|ny adress|id kort|skattekort|flytte|flyttet|bytte adresse|"
     "ny adresse|byte namn|gifta sig|vigsel|gifte seg|fødselsnummer|d-nummer"},
    {"pension", "sv",
     "gå i pension|pensionär|pensionärer|pensionerad|min pension|tjänstepension|pensjonist|"
     "pensjonere meg|gå av med pensjon"},
    {"employment_service", "sv",
     "sagts upp|blivit uppsagd|uppsagd|utan jobb|arbetslöshetskassa|fått sparken|varslad|mist jobben|"
     "oppsagt|permittert|uten jobb|arbeidslaus|utan arbeid"},
    {"social_services", "sv",
     "soc|orosanmälan|orolig för ett barn|missbruk|alkoholproblem|drogproblem|spelmissbruk|"
     "kontaktperson|hemlös|bostadslös|husløs|bekymringsmelding|rusproblem|bustadlaus"},
    {"migration", "sv",
     "bli svensk medborgare|permanent uppehållstillstånd|put|anhöriginvandring|asylsökande|ny i sverige|"
     "ny i norge|bli norsk|opphaldsløyve|familiegjenforening|ukraina|flykting från ukraina"},
    {"driving_licence", "sv",
     "ta körkort|förnya körkort|förnya körkortet|körkortstillstånd|avställning|besiktning|"
     "registreringsskylt|fornye førerkort|køyrekort|parkeringstillstånd rörelsehindrad|köra bil|bilen|"
     "övningsköra|kjøre bil|øvelseskjøre"},
    {"police", "sv",
     "förnya pass|förnya passet|nytt pass|skaffa pass|passfoto|stulen|stulen cykel|stöld|inbrott|"
     "blivit av med plånboken|hittegods|tappat bort|borttappad|anmäla stöld|anmäla brott|fornye pass|"
     "nytt pass|stjålet|innbrot|innbrudd|mistet lommeboka|sykkelen er stjålet|hittegods"},
    {"interpret_decision", "sv",
     "förstår inte brevet|vad betyder brevet|konstigt brev|svårt brev|läsa brev|brevet|krångligt brev|"
     "myndighetsspråk|förklara ett brev|förstår inte beslutet|forstår ikke brevet|vanskelig brev|"
     "brevet fra kommunen|skjønar ikkje brevet|hva betyr brevet"},
    {"cv", "sv",
     "arbetsintyg|ansökningsbrev|jobb ansökan"},
    {"job_application", "sv",
     "hitta jobb|få jobb|sommarjobb|feriejobb|praktikplats|extrajobb|hitta arbete|sommerjobb|finne jobb|"
     "finne arbeid|skaffa jobb"},
    {"studies", "sv",
     "svenska för invandrare|lära mig svenska|lära sig svenska|läsa svenska|gymnasiet|universitet|"
     "högskoleprovet|studielån|studiebidrag|betyg|lære norsk|lære meg norsk|vitnemål|studielån|fagbrev|"
     "kurs"},
    {"municipal_services", "sv",
     "kommunhuset|kommunala frågor|kommunefolk"},
    {"e_services", "sv",
     "ansöka digitalt|skicka in ansökan|söka på nätet|ansöka på nätet|minside"},
    {"financial_assistance", "sv",
     "pengarna räcker inte|har inga pengar|inga pengar|inte råd med mat|råd med hyran|"
     "inte råd med hyran|betala hyran|kan inte betala hyran|socialhjälp|soc bidrag|pengar till mat|"
     "fattig|ingen penger|har ikke penger|har ikkje pengar|råd til mat|råd til husleie|betale husleia|"
     "betale husleie|økonomisk hjelp|socialt bistånd"},
    {"preschool", "sv",
     "dagisplats|barnpassning|barnomsorgsplats|förskolekö|dagmamma|pedagogisk omsorg|fritis|eftis|"
     "öppen förskola|min son ska börja förskolan|barnehageplass|dagmamma|barnevakt|barnehageplassen"},
    {"school_choice", "sv",
     "skolbyte|börja skolan|förskoleklass|skolstart|byta klass|hemspråk|första klass|begynne på skole|"
     "begynne på skolen|skulestart|byte skule"},
    {"school_platform", "sv",
     "min dotter|min son|barnens skola|min dotters skola|mitt barn|läxor|klassen|läraren|rektorn|"
     "utvecklingssamtal|skoladmin|skule|skulen|lekser|læreren|datteren min|sønnen min|dottera mi"},
    {"child_times", "sv",
     "sjuk i skolan|barnet är sjukt|sjukanmäla|hemma från skolan|ledig från skolan|ledighetsansökan|"
     "barnet er sykt|fri fra skolen|sykt barn"},
    {"bus_card", "sv",
     "åka buss|bussar|bussen gick|busstider|busshållplats|skolbuss|skolkort|åka kollektivt|ta bussen|"
     "lokaltrafik|ta buss|busstabell|skulebuss|skolebuss|ungdomskort"},
    {"mobility_service", "sv",
     "kan inte åka buss|taxi|sjuktaxi|rullstolstaxi|resa till sjukhuset|åka till sjukhuset|"
     "kjøring til sykehus|tt-kjøring|rullestoltaxi"},
    {"fireplace", "sv",
     "eldstaden|sotaren|installera kamin|kaminen|öppen spis|eldningsförbud|vedkamin|bålforbud|feieren"},
    {"building_permit", "sv",
     "bygga hus|bygga garage|bygga altan|bygga uterum|bygga veranda|bygga staket|plank|uterum|altanen|"
     "friggebod|inglasning|rita hus|bygga om|riva hus|byggja|bygge hus|bygge garasje|bygge veranda|"
     "bygge terrasse|terrasse|uthus|anneks|måla om huset"},
    {"property", "sv",
     "tomten|köpa tomt|brunn|dricksvatten|vattnet|avloppet|stopp i avloppet|trekammarbrunn|"
     "tomtgräns|grannens häck|tett avløp|kloakk|drikkevann|kjøpe tomt|nabogrense"},
    {"waste", "sv",
     "slänga|slänga skräp|slänga möbler|soporna|sopbilen|soptömning|soptunnan|grovavfall|"
     "bli av med skräp|källsortering|återbruk|kasta skräp|kasta möbler|glasåtervinning|farligt avfall|"
     "elavfall|batterier|kaste søppel|søpla|bosspann|boss|hageavfall|trädgårdsavfall|kaste møbler|"
     "sopptunna|tömma soptunnan"},
    {"special_diet", "sv",
     "laktosintolerant|glutenintolerant|celiaki|nötallergi|mat i skolan|allergisk|vegetarisk mat|halal|"
     "nøtteallergi|matintoleranse|cøliaki"},
    {"food_business", "sv",
     "öppna café|öppna restaurang|sälja mat|foodtruck|starta eget|eget företag|eget firma|enskild firma|"
     "marknadsplats|torgplats|åpne kafé|starte bedrift|starte firma|starte for meg selv|selge mat|"
     "torgplass"},
    {"association_grant", "sv",
     "boka idrottshall|gymnastiksal|hyra lokal|fotbollsplan|idrottsförening|boka sporthall|"
     "hyra idrottshall|leie gymsal|idrettslag|leie idrettshall|booke gymsal"},
    {"library_card", "sv",
     "låna en bok|lämna tillbaka böcker|bibblan|bibban|försenad bok|reservera bok|omlån|läsning|"
     "barnböcker|sagostund|låne bøker|levere bøker|lånekortet mitt"},
    {"elderly_care", "sv",
     "min mamma är gammal|pappa klarar sig inte hemma|klarar sig inte själv|hemma själv|gammal mamma|"
     "hjälp hemma|matlåda|matlådor|demens|dement|dement pappa|ålderdomshem|vårdboende|hemsjukvård|hjemmesykepleie|"
     "heimesjukepleie|biståndshandläggare|ledsagare|avlastning|klarer seg ikke hjemme|gammel mor|gamlehjem|aldersheim|"
     "hjelp hjemme|heimehjelp|eldreheim|matombringing"},
    {"deceased", "sv",
     "dött|har dött|avliden|avlidit|avled|gått bort|gick bort|dödsfallet|arv|arva|begrava|begravas|"
     "dödsboet|dödsannons|arvskifte|testamente|mamma dog|pappa dog|maken dog|död|död mamma|död pappa|"
     "död man|mamma död|pappa död|mamma är död|pappa är död|dödförklarad|dødd|død|døde|dødde|døydde|"
     "har gått bort|gått bort|avdød|gravferd|arv etter|skifteattest|testament|er død|mor er død|"
     "far er død|gravlegge|dödsfal|dödfall|dödsfalll|min man dog|min fru dog|mannen dog|frun dog|sambon dog|"
     "min man är död|mannen är död|min fru är död|frun är död|sambon är död|man är död|fru är död|"
     "gått ur tiden|dog i natt|nyss avliden|bortgång|bortgången|änka|änkling|blivit änka|blivit änkling|"
     "dødsfal|mannen min er død|kona mi er død|mannen er død|kona er død|mannen min døde|kona mi døde|"
     "samboeren er død|enke|enkemann|enkje|bortgang"},
    {"energy_advice", "sv",
     "dyr el|elräkningen|sänka elkostnaden|elkostnad|spara el|uppvärmning|elbil|ladda elbil|laddbox|"
     "dyr strøm|spare strøm|strømstøtte|straum"},
    {"who_does_what", "sv",
     "prata med någon|prata med kommunen|tala med någon|ringa kommunen|telefonnummer till kommunen|"
     "nå kommunen|vem bestämmer|ringe kommunen|snakke med noen|snakke med kommunen|"
     "telefonnummer kommunen|vem ska jag prata med|vem ska jag ringa|hvem skal jeg ringe|"
     "hvem skal jeg snakke med|kven skal eg ringe"},
    {"report_issue", "sv",
     "trasig lampa|lampan på gatan|gatljus|lyktstolpe|hål i gatan|hål i asfalten|potthål|oplogat|"
     "oplogad|snö på vägen|halt på vägen|halka|sandning|sanda|nedskräpning|klotter|trasig gunga|"
     "trasig lekplats|klaga|klaga på|buller|störande granne|råttor|vildsvin|nedfallet träd|gatelyset|"
     "hull i vegen|brøyte|glatt|strø|klage|mørkt på gata|hulla i vegen"},
    {"health", "sv",
     "ont|sjuk|febrig|tandläkare|tandvård|vårdcentralen|barnmorska|psykolog|må dåligt|mår dåligt|ångest|"
     "deprimerad|tannlege|legekontor|jordmor|angst|deprimert|syk|sjuk"},
    {"e_health", "sv",
     "boka tid på vårdcentralen|läkare|doktorn|doktor|tid hos läkaren|boka läkartid|förnya recept|"
     "mitt recept|medicin|mediciner|legetime|medisin|medisiner|legen|fornye resept|helsestasjon|bvc|"
     "blodprov|röntgen|remiss"},
    {"welfare_technology", "sv",
     "larmknapp|larm hemma|ramlar hemma|rullator|rullstol|hörapparat|alarmknapp|rullestol|høreapparat|"
     "falle hjemme|trygghetsklocka"},
    {"e_books", "sv",
     "läsa tidningen|ljudböckerna|lyssna på böcker|film på nätet|digitala tidningar|høre bøker|"
     "lese avisen|strömma film"},
    {"talking_books", "sv",
     "svårt att läsa|synskadad|blind|ser dåligt|dyslektiker|läsnedsättning|svaksynt|lese vansker|"
     "synshemma|synshemmet"},
    {"maker", "sv",
     "släktforska|forska i släkten|spela in musik|göra podd|digitalisera|video 8|vhs|digitalisere|slekt"},
    {"online_safety", "sv",
     "bluffsamtal|bluffsms|konstigt sms|konstigt mejl|falskt sms|skumt sms|skumt mejl|skum länk|"
     "skum länk i sms|skumma samtal|lurendrejare|misstänkt mejl|säker på nätet|trygg på nätet|"
     "falskt mejl|rar sms|falsk sms|falsk e-post|svindel-sms|svindelforsøk|sikker på nett|trygg på nett|"
     "lureri|bedragare|bedragen|lurade|lurat|bluffare|telefonbedrägeri|nätbedrägeri|svindler|bedratt|nettsvindel|bedrageri"},
    {"source_criticism", "sv",
     "fejknyheter|falska bilder|källkritisk|fake"},
    {"email", "sv",
     "mejlet|skicka mejl|skicka mail|mailen|mejlkorg|epost|e-posten|ny mejladress|sende mail|"
     "e-posten min|eposten min"},
    {"video_call", "sv",
     "facetajma|ringa med bild|bildsamtal|se barnbarnen|prata med barnbarnen|ringe med bilde|"
     "snakke med barnebarna"},
    {"social_media", "sv",
     "insta|fejan|fejjan|fb|snap|lägga upp bilder"},
    {"photos", "sv",
     "bilderna|bilder från mobilen|flytta bilder|spara bilder|foton från mobilen|mobilbilder|"
     "kopiera bilder|lagre bilete|bilete|bildene mine|overføre bilder"},
};

}  // namespace

std::span<const EverydayRow> nordic_everyday_rows() { return nordic_rows; }

}  // namespace digilots::taxonomy

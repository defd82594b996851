#include "taxonomy/term_rows.h"

namespace digilots::taxonomy {
namespace {

constexpr Row tools_and_authorities[] = {
    {"devices", TEXT("Computers, phones and tablets"), "",
     "teknik|tekniken|prylar|enhet|utrustning|digital hjälp|digitalt stöd|it-hjälp|it hjälp|"
     "datahjälp|datahjelp|digital veiledning|digihjelpen|it-handledning|handledning|veiledning|"
     "digital coach|lära mig|lære meg",
     "tutoring|device_skills|drop_in_it_guidance|coaching|course|support_and_help|digital_salong", false},
    {"mobile", TEXT("Mobile phone"), "devices",
     "mobil|mobilen|mobiler|mobilar|mobiltelefon|mobiltelefoner|mobiltelefonen|telefonen|smartphone|"
     "smart telefon|smarttelefon|iphone|android|samsung|ny mobil|sms|simkort|sim-kort",
     "tutoring|device_skills|drop_in_it_guidance|coaching|course|digital_salong|support_and_help", false},
    {"tablet", TEXT("Tablet"), "devices",
     "surfplatta|surfplattor|surfplattan|läsplatta|läsplattan|läsplattor|platta|plattan|plattor|ipad|"
     "hublet|hublets|nettbrett|nettbrettet|lesebrett",
     "tablet|tutoring|device_skills|drop_in_it_guidance|coaching|course|digital_salong", false},
    {"computer", TEXT("Computer"), "devices",
     "dator|datorn|datorer|laptop|bärbar|pc|mac|windows|chromebook|gästdator|lånedator|kunddator|"
     "låna dator|använda dator|tangentbord|datamaskin|datamaskinen|datamaskiner|pc-en|låne pc|"
     "publikumsmaskin",
     "computer|tutoring|device_skills|drop_in_it_guidance|coaching", false},
    {"apps", TEXT("Apps and programs"), "devices",
     "app|appar|appen|apparna|mobilapp|mobilappar|apper|program|programmet|programvara|installera|"
     "ladda ner|uppdatera|installere|laste ned|laste ner|oppdatere|word|excel",
     "tutoring|device_skills|drop_in_it_guidance|coaching|course", false},
    {"wifi", TEXT("Wifi and internet"), "devices",
     "wifi|wi-fi|wi fi|trådlöst nätverk|trådlöst|nätverk|internet|uppkoppling|uppkopplad|bredband|"
     "trådløst nett|trådløst|nettverk|internett|nett|bredbånd|surfa|surfe",
     "wifi|computer", false},
    {"printing", TEXT("Print, scan and copy"), "",
     "skrivare|skrivaren|skriver|skriveren|printer",
     "printer|copier|scanner|copier_scanner", false},
    {"print", TEXT("Print"), "printing",
     "skriva ut|skriv ut|skriver ut|skrivit ut|utskrift|utskrifter|utskriften|utskrivet|printa|"
     "printa ut|printar|printer|skrivare|skrivaren|princh|skrive ut|skrevet ut|utskrifta|printe|"
     "printe ut|skriveren|papperskopia",
     "printer", false},
    {"scan", TEXT("Scan"), "printing",
     "skanna|scanna|skannar|skanner|skanning|scanning|inskanning|skanna in|scanna in|scanner|"
     "skannern|scannern|skanne|skanne inn",
     "scanner|copier_scanner|scanning_attaching", false},
    {"copy", TEXT("Copy"), "printing",
     "kopiera|kopierar|kopiator|kopiatorn|kopieringsmaskin|kopiering|papperskopia|kopia|kopior|"
     "kopiere|kopimaskin|kopimaskinen|kopi|kopier",
     "copier|copier_scanner", false},
    {"attachments", TEXT("Attach documents"), "printing",
     "bifoga|bifoga fil|bifoga dokument|bilaga|bilagor|ladda upp|ladda upp fil|pdf|fil|filer|vedlegg|"
     "legge ved|laste opp|dokument",
     "scanning_attaching|guidance_in_e_service|scanner|copier_scanner|form_filling", false},
    {"identification", TEXT("E-identification and login"), "",
     "logga in|inloggning|logge inn|innlogging|logge på",
     "tutoring|device_skills|drop_in_it_guidance|coaching|guidance_in_e_service", true},
    {"e_id", TEXT("BankID and other e-identification"), "identification",
     "bankid|bank id|bank-id|mobilt bankid|mobilt bank-id|mobilt bank id|e-legitimation|"
     "elegitimation|e-leg|eleg|e-id|eid|legitimation|legitimera|legitimera sig|freja|freja eid|"
     "freja+|foreta|id-porten|minid|buypass|commfides|legitimasjon|legitimere|pålogging|identifiera|"
     "identifiering",
     "tutoring|device_skills|drop_in_it_guidance|coaching|support_and_help|guidance_in_e_service", true},
    {"password", TEXT("Passwords and accounts"), "identification",
     "lösenord|lösenordet|glömt lösenord|byta lösenord|användarnamn|användarkonto|konto|kontot|"
     "pinkod|passord|passordet|glemt passord|brukernavn|brukerkonto",
     "tutoring|device_skills|drop_in_it_guidance|coaching", true},
    {"digital_mail", TEXT("Digital mailbox"), "identification",
     "digital brevlåda|digital post|kivra|min myndighetspost|billo|digipost|digital postkasse|e-boks|"
     "eboks",
     "tutoring|device_skills|drop_in_it_guidance|coaching|guidance_in_e_service", false},
    {"money", TEXT("Bank, payments and shopping"), "",
     "pengar|betala|betalning|betalningar|ekonomi|penger|betale|betaling",
     "tutoring|device_skills|drop_in_it_guidance|coaching", true},
    {"bank", TEXT("Banking"), "money",
     "bank|banken|banker|internetbank|nätbank|bankärende|bankärenden|bankärenden digitalt|bankapp|"
     "nettbank|nettbanken|bankkonto|bankkort|handelsbanken|swedbank|nordea|dnb|kontoutdrag|"
     "kontoutskrift",
     "tutoring|device_skills|drop_in_it_guidance|coaching|digital_salong", true},
    {"money_transfer", TEXT("Transfers and bills"), "money",
     "överföring|överföringar|föra över pengar|skicka pengar|swish|swisha|autogiro|e-faktura|räkning|"
     "räkningar|betala räkning|betala räkningar|faktura|ekonomiska transaktioner|vipps|vippse|"
     "overføring|overføre penger|sende penger|avtalegiro|efaktura|regning|regninger|betale regning|"
     "betale regninger",
     "tutoring|device_skills|drop_in_it_guidance|coaching", true},
    {"online_shopping", TEXT("Online shopping"), "money",
     "handla på nätet|handeln på nätet|näthandel|e-handel|beställa på nätet|köpa på nätet|"
     "köpa biljett|biljett|biljetter|nätbutik|netthandel|handle på nett|nettbutikk|kjøpe på nett|"
     "bestille på nett|billett|billetter",
     "tutoring|device_skills|digital_salong|drop_in_it_guidance|coaching", true},
    {"authorities", TEXT("Authorities and forms"), "",
     "myndighet|myndigheter|myndigheten|statlig|statliga|etat|etater|offentlig|offentlige|"
     "rätt myndighet",
     "authority_matters|authority_navigation|authority_contacts|own_agencies|guidance_own_speciality|"
     "form_filling|other_bodies_e_services|guidance_in_e_service", false},
    {"authority_forms", TEXT("Fill in forms"), "authorities",
     "blankett|blanketter|blanketten|blanketterna|formulär|formuläret|fylla i|fylla i blankett|"
     "fylla i formulär|ansökningsblankett|myndighetsblankett|myndighetsblanketter|skjema|skjemaer|"
     "skjemaet|søknadsskjema|fylle ut|fylle ut skjema|underskrift",
     "form_filling|errands|authority_matters|case_specific_help|guidance_in_e_service", false},
    {"social_insurance", TEXT("Social insurance"), "authorities",
     "försäkringskassan|försäkringskassa|sjukpenning|föräldrapenning|barnbidrag|bostadsbidrag|"
     "sjukersättning|assistansersättning|sjukskrivning|vab|trygd|trygdeetaten|nav|sykepenger|"
     "foreldrepenger|barnetrygd|bostøtte|uføretrygd",
     "own_agencies|authority_matters|authority_contacts|authority_navigation|guidance_own_speciality|"
     "form_filling|other_bodies_e_services|guidance_in_e_service", true},
    {"tax", TEXT("Tax and population register"), "authorities",
     "skatteverket|skatt|skatten|deklaration|deklarera|deklarationen|folkbokföring|folkbokföringen|"
     "adressändring|flyttanmälan|personbevis|id-kort|skatteetaten|skattemelding|skattemeldingen|"
     "selvangivelse|folkeregisteret|flyttemelding|melde flytting|frikort",
     "own_agencies|authority_matters|authority_contacts|authority_navigation|guidance_own_speciality|"
     "form_filling|other_bodies_e_services|guidance_in_e_service", true},
    {"pension", TEXT("Pension"), "authorities",
     "pension|pensionen|pensioner|pensionsmyndigheten|bostadstillägg|allmän pension|garantipension|"
     "pensjon|pensjonen|alderspensjon",
     "own_agencies|authority_matters|authority_contacts|authority_navigation|guidance_own_speciality|"
     "form_filling|other_bodies_e_services|guidance_in_e_service", true},
    {"employment_service", TEXT("Employment service"), "authorities",
     "arbetsförmedlingen|arbetsförmedling|arbetslös|arbetslöshet|a-kassa|a-kassan|akassa|"
     "aktivitetsrapport|skriva in mig|arbeidsledig|dagpenger|meldekort|nav|arbeidskontor",
     "own_agencies|authority_navigation|authority_matters|authority_contacts|guidance_own_speciality|"
     "booking_help|form_filling|other_bodies_e_services|guidance_in_e_service", false},
    {"social_services", TEXT("Social services"), "authorities",
     "socialtjänst|socialtjänsten|socialen|socialsekreterare|socialkontor|socialtjänstens expedition|"
     "sosialtjeneste|sosialtjenesten|sosialkontor|barnevern|hemtjänst|hjemmetjeneste",
     "authority_matters|authority_contacts|case_specific_help|form_filling", true},
    {"migration", TEXT("Migration and citizenship"), "authorities",
     "migrationsverket|uppehållstillstånd|medborgarskap|svenskt medborgarskap|asyl|arbetstillstånd|"
     "nyanländ|samhällsorientering|udi|oppholdstillatelse|statsborgerskap|arbeidstillatelse|"
     "nyankommet",
     "authority_matters|authority_contacts|authority_navigation|support_and_help|form_filling", true},
    {"driving_licence", TEXT("Vehicles and driving licence"), "authorities",
     "transportstyrelsen|körkort|körkortet|fordon|bilskatt|ägarbyte bil|ställa av|statens vegvesen|"
     "førerkort|kjøretøy|eierskifte bil",
     "authority_matters|authority_contacts|authority_navigation|form_filling", false},
    {"police", TEXT("Police and passport"), "authorities",
     "polisen|polis|pass|passet|passansökan|polisanmälan|boka tid för pass|politiet|politi|passtime|"
     "anmeldelse",
     "authority_navigation|booking_help|authority_contacts|authority_matters", false},
    {"interpret_decision", TEXT("Understand a decision"), "authorities",
     "tolka|tolka beslut|tolkning|beslut|beslutet|förstå beslut|förstå brev|myndighetsbrev|"
     "brev från myndighet|brev från kommunen|besked|översätta|översättning|överklaga|tolka besked|"
     "forstå brev|vedtak|vedtaket|oversette|oversettelse|tolk|klage|brev fra",
     "interpretation_of_decision|authority_matters|authority_contacts|support_and_help", true},
    {"work", TEXT("Work and studies"), "",
     "arbete|jobb|jobba|arbeid|jobbe",
     "cv_and_job_application|advice|student_support", false},
    {"cv", TEXT("Write a CV"), "work",
     "cv|cv:t|skriva cv|meritförteckning|personligt brev|skrive cv|jobbsøknad",
     "cv_and_job_application|form_filling", false},
    {"job_application", TEXT("Apply for a job"), "work",
     "söka jobb|söka arbete|jobbansökan|jobbsökning|platsbanken|ledigt jobb|lediga jobb|"
     "ansöka om arbete|arbetsmarknad|søke jobb|søke arbeid|ledig stilling|ledige stillinger|finn.no|"
     "jobbsøk",
     "cv_and_job_application|authority_navigation|advice|form_filling", false},
    {"studies", TEXT("Studies"), "work",
     "studera|studier|studerande|plugga|komvux|sfi|vuxenutbildning|yrkesutbildning|csn|studiemedel|"
     "distansstudier|högskola|antagning|lärcentrum|utbildning|studere|voksenopplæring|lånekassen|"
     "norskkurs|samordna opptak",
     "student_support|course", false},
};

}  // namespace

std::span<const Row> tools_and_authorities_rows() { return tools_and_authorities; }

}  // namespace digilots::taxonomy

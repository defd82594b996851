// What people say every day for a topic, in English. One row a topic; a phrase counts before the words in it.
#include "taxonomy/term_rows.h"

namespace digilots::taxonomy {
namespace {

constexpr EverydayRow english_rows[] = {
    {"mobile", "en",
     "phone|mobile phone|cell phone|cellphone|my phone is broken|new phone|sim card|text message|"
     "smart phone"},
    {"tablet", "en",
     "tablet|ipad"},
    {"computer", "en",
     "computer|laptop|use a computer|borrow a computer|keyboard|mouse"},
    {"devices", "en",
     "technology|technical help|tech support|learn computer|digital help|it help"},
    {"apps", "en",
     "app|download an app|install|program|software|update"},
    {"wifi", "en",
     "internet|wireless|connect to the internet|wifi password|broadband"},
    {"print", "en",
     "print|printing|printout|print a document|print a ticket"},
    {"scan", "en",
     "scan|scan a document"},
    {"copy", "en",
     "copy|photocopy|copies|copier"},
    {"attachments", "en",
     "attach|attachment|upload|upload a file|upload document|send documents"},
    {"identification", "en",
     "log in|login|sign in|logging in|cannot log in"},
    {"e_id", "en",
     "bank id|bankid|electronic id|e-id|digital id|mobile bank id|identification|get bankid"},
    {"password", "en",
     "password|forgot password|forgotten password|username|pin code|locked out"},
    {"digital_mail", "en",
     "digital mailbox|digital mail|digital post"},
    {"money", "en",
     "money|debt|debts|pay|payment|budget|debt advice|debt counselling|debt collection"},
    {"bank", "en",
     "bank|bank account|online banking|internet bank|bank card|block my card|open an account"},
    {"money_transfer", "en",
     "bill|bills|pay a bill|pay bills|invoice|transfer money|send money|swish|vipps"},
    {"online_shopping", "en",
     "shop online|online shopping|buy online|train ticket|order online|buy a ticket"},
    {"authorities", "en",
     "authority|authorities|government|government office|agency"},
    {"authority_forms", "en",
     "form|forms|fill in a form|fill out a form|application form|paperwork|fill in|fill out"},
    {"social_insurance", "en",
     "sick pay|sick leave|sickness benefit|child benefit|child allowance|parental leave|"
     "parental benefit|housing allowance|housing benefit|social insurance|disability benefit|"
     "maternity leave"},
    {"tax", "en",
     "tax|taxes|tax return|personal number|personal identity number|change of address|moving|"
     "change address|id card|population register|moved|moved house|get married|marriage|national id"},
    {"pension", "en",
     "pension|retire|retirement|retired|pensioner"},
    {"employment_service", "en",
     "unemployed|unemployment|lost my job|laid off|unemployment benefit|job centre|fired"},
    {"social_services", "en",
     "social services|social worker|homeless|addiction|alcohol problem|drug problem|"
     "worried about a child|foster"},
    {"migration", "en",
     "residence permit|citizenship|asylum|immigration|migration|visa|work permit|refugee|"
     "become a citizen|family reunification"},
    {"driving_licence", "en",
     "driving licence|driving license|driver's license|driver license|car registration|vehicle|"
     "renew licence|drive a car"},
    {"police", "en",
     "police|passport|renew passport|new passport|stolen|theft|burglary|lost wallet|report a crime|"
     "stolen bike|lost and found|lost property"},
    {"interpret_decision", "en",
     "understand a letter|understand letter|letter from|letter|decision|translate|translation|"
     "interpreter|appeal|what does this letter mean|explain a letter"},
    {"cv", "en",
     "cv|resume|write a cv|cover letter"},
    {"work", "en",
     "work|job"},
    {"job_application", "en",
     "find a job|find work|job application|apply for a job|looking for work|looking for a job|"
     "summer job|internship"},
    {"studies", "en",
     "study|studies|school for adults|learn swedish|learn norwegian|swedish course|norwegian course|"
     "language course|adult education|education|student loan|university|sfi"},
    {"municipal_services", "en",
     "municipality|council|city council|local government"},
    {"e_services", "en",
     "e-service|online service|online services|my pages|apply online"},
    {"financial_assistance", "en",
     "no money|cannot pay rent|pay the rent|pay rent|cannot afford food|cannot afford|financial help|"
     "financial assistance|financial support|welfare|social assistance|income support|afford|rent"},
    {"preschool", "en",
     "preschool|kindergarten|nursery|daycare|day care|childcare|after-school care|after school"},
    {"school_choice", "en",
     "choose school|change school|school place|start school|mother tongue|school start"},
    {"school_platform", "en",
     "school|school app|my son|my daughter|my child|homework|teacher|parent meeting"},
    {"child_times", "en",
     "child is sick|sick child|absence|report absence|child is ill|leave from school"},
    {"bus_card", "en",
     "bus|bus card|travel card|bus ticket|bus pass|public transport|timetable|school bus"},
    {"mobility_service", "en",
     "special transport|patient transport|taxi to hospital|travel to hospital|mobility service"},
    {"fireplace", "en",
     "fireplace|chimney|chimney sweep|stove"},
    {"building_permit", "en",
     "building permit|planning permission|build a house|build|extension|build a garage|"
     "building permission|garage|balcony|terrace"},
    {"property", "en",
     "land|plot|water|sewage|drain|water leak|blocked drain|well|drinking water|property"},
    {"waste", "en",
     "rubbish|garbage|trash|waste|recycling|recycle|bin|bins|rubbish bin|throw away|"
     "throw away furniture|recycling centre|collect rubbish"},
    {"special_diet", "en",
     "special diet|food allergy|allergy|gluten free|lactose|halal food|school food|school lunch|"
     "vegetarian"},
    {"food_business", "en",
     "start a business|open a restaurant|open a café|open a cafe|business|licence to serve|"
     "alcohol licence|sell food|company"},
    {"association_grant", "en",
     "association|club|grant|rent a room|book a hall|sports hall|book a room|hire a hall"},
    {"library_card", "en",
     "library card|borrow books|borrow a book|books|book|return books"},
    {"elderly_care", "en",
     "home help|elderly care|old people|nursing home|care home|my mother is old|home care|help at home|"
     "dementia|disabled|carer|elderly mother|elderly father|old mother|retirement home"},
    {"deceased", "en",
     "died|has died|passed away|death|deceased|funeral|burial|inheritance|estate|my mother died|"
     "my father died|will and testament|dead|my husband died|my wife died|husband died|wife died|"
     "husband has died|wife has died|husband is dead|wife is dead|widow|widower|bereaved|bereavement"},
    {"energy_advice", "en",
     "energy|electricity bill|electricity|heating|heat pump|solar panels|save energy|electric car"},
    {"who_does_what", "en",
     "talk to someone|speak to someone|contact the municipality|phone number|who do i call|"
     "who can i talk to|call the municipality|switchboard|customer service"},
    {"report_issue", "en",
     "report a fault|broken street light|street light|pothole|snow|snow clearing|complaint|complain|"
     "report a problem|broken lamp|noise|rats|graffiti|icy road|litter"},
    {"health", "en",
     "health|dentist|sick|ill|depressed|anxiety|psychologist|midwife"},
    {"e_health", "en",
     "doctor|book a doctor|doctor's appointment|medicine|prescription|health centre|health center|"
     "vaccination|medical records|test results|pharmacy|appointment with a doctor|see a doctor"},
    {"welfare_technology", "en",
     "safety alarm|hearing aid|wheelchair|walker|alarm button|personal alarm|assistive device"},
    {"e_books", "en",
     "e-book|ebook|audiobook|audio book|newspaper|newspapers|film|movie|stream"},
    {"talking_books", "en",
     "talking book|talking books|dyslexia|blind|visually impaired|easy to read|hard to read"},
    {"maker", "en",
     "3d printer|3d printing|podcast|record music|genealogy|family history|ancestors|studio"},
    {"online_safety", "en",
     "scam email|phishing|virus|spam|suspicious message|suspicious email|suspicious text|online safety|"
     "safe online|hacker|fraud prevention|fake message|strange text message|strange sms|"
     "scam|scams|scammer|scammed|fraud|swindle|swindled|cheated|tricked|deceived"},
    {"source_criticism", "en",
     "fake news|source criticism|disinformation|artificial intelligence"},
    {"email", "en",
     "email|e-mail|mail|gmail|send an email|inbox"},
    {"video_call", "en",
     "video call|video meeting|zoom|facetime|talk to my grandchildren|call my grandchildren"},
    {"social_media", "en",
     "facebook|instagram|social media|whatsapp"},
    {"photos", "en",
     "photos|pictures|photo|picture|backup|save pictures|transfer photos|memory stick"},
};

}  // namespace

std::span<const EverydayRow> english_everyday_rows() { return english_rows; }

}  // namespace digilots::taxonomy

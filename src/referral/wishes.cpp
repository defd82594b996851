#include "referral/wishes.h"

#include <map>

#include "platform/base/text.h"
#include "platform/search/words.h"

namespace digilots::referral {
namespace {

struct WishWords {
    Wish wish;
    int weekday;
    const char* phrases;         // between bars; every form is written out
};

constexpr WishWords all_wishes[] = {
    {Wish::open, 0,
     "öppet|öppen|öppna|öppettid|öppettider|öppettiderna|öppnar|åpent|åpen|åpne|åpner|"
     "åpningstid|åpningstider|åpningstidene|"
     "ope|open|opens|opening hours|opningstid|opningstider|مفتوح|مفتوحة|المفتوح|المفتوحة|يفتح|تفتح|ساعات العمل|أوقات الدوام"},
    {Wish::open_now, 0,
     "nu|just nu|öppet nu|öppen nu|öppna nu|öppet just nu|akkurat nå|åpent nå|åpen nå|åpne nå|åpent akkurat nå|"
     "no ope|ope no|opne no|open no|ope akkurat no|akkurat no|"
     "now|right now|open now|open right now|الآن|مفتوح الآن"},
    {Wish::today, 0,
     "idag|i dag|öppet idag|öppet i dag|öppen i dag|åpent i dag|åpen i dag|ope i dag|today|open today|"
     "اليوم|هذا اليوم|مفتوح اليوم"},
    {Wish::tonight, 0,
     "ikväll|i kväll|öppet ikväll|öppet i kväll|i kveld|ikveld|åpent i kveld|ope i kveld|tonight|this evening|"
     "هذا المساء|الليلة|هذه الليلة|اليوم مساء|مساء اليوم"},
    {Wish::evening, 0,
     "kväll|kvällar|kvällen|kvällarna|kvällstid|kvällsöppet|kvällsöppen|på kvällen|på kvällarna|"
     "efter jobbet|kveld|kvelder|"
     "kvelden|kveldene|kveldar|kveldsåpent|på kvelden|etter jobb|etter jobben|evening|evenings|"
     "in the evening|after work|"
     "مساء|المساء|في المساء"},
    {Wish::weekend, 0,
     "helg|helgen|helger|helgerna|helgöppet|helgöppen|på helgen|i helgen|helgene|helgeåpent|"
     "i helga|på helga|i helgene|i helgane|"
     "weekend|weekends|at the weekend|نهاية الأسبوع|عطلة نهاية الأسبوع"},
    {Wish::weekday, 0, "måndag|måndagar|måndagen|måndagarna|mandag|mandager|mandagen|måndager|monday|mondays|الاثنين|الإثنين"},
    {Wish::weekday, 1, "tisdag|tisdagar|tisdagen|tisdagarna|tirsdag|tirsdager|tirsdagen|tysdag|tuesday|tuesdays|الثلاثاء"},
    {Wish::weekday, 2, "onsdag|onsdagar|onsdagen|onsdagarna|onsdager|wednesday|wednesdays|الأربعاء"},
    {Wish::weekday, 3, "torsdag|torsdagar|torsdagen|torsdagarna|torsdager|thursday|thursdays|الخميس"},
    {Wish::weekday, 4, "fredag|fredagar|fredagen|fredagarna|fredager|friday|fridays|الجمعة"},
    {Wish::weekday, 5,
     "lördag|lördagar|lördagen|lördagarna|lördagsöppet|lørdag|lørdager|lørdagen|lørdagsåpent|"
     "laurdag|laurdagar|laurdagen|"
     "saturday|saturdays|السبت"},
    {Wish::weekday, 6,
     "söndag|söndagar|söndagen|söndagarna|söndagsöppet|søndag|søndager|søndagen|søndagsåpent|søndagar|"
     "sundag|sunday|sundays|الأحد"},
    {Wish::tomorrow, 0, "imorgon|i morgon|i morgen|imorgen|tomorrow|غدا|غد|يوم غد|بكرا|بكرة"},
    {Wish::drop_in, 0,
     "drop in|dropin|utan bokning|utan tid|utan att boka|utan tidsbokning|uten bestilling|"
     "uten timebestilling|uten time|"
     "uten avtale|utan avtale|without booking|without an appointment|without appointment|بدون موعد"},
    {Wish::without_e_id, 0,
     "utan bankid|utan bank id|utan mobilt bankid|utan mobilt bank id|utan e legitimation|"
     "utan e leg|utan eleg|utan e id|"
     "utan legitimation|utan att ha bankid|uten bankid|uten bank id|uten e id|"
     "uten elektronisk id|without bankid|without bank id|"
     "without e id|"
     "بدون bankid|بدون بنك آي دي|بدون هوية إلكترونية"},
};

// Each of the first before each of the others: who says that they have none asks how to get one, too.
constexpr const char* lacking =
    "inte|inget|ingen|inte något|inte nåt|ej|saknar|saknas|aldrig haft|aldrig fått|ikke|ikkje|ikke noe|mangler|manglar|"
    "har ingen|no|not have|don t have|dont have|have no|not have a|don t have a|lack|"
    "ليس لدي|ليس عندي|ما عندي|لا أملك|لا املك|لا يوجد لدي";
constexpr const char* identifications =
    "bankid|bank id|mobilt bankid|mobilt bank id|e legitimation|e leg|eleg|e id|elektronisk id|legitimation|"
    "electronic id|digital id|بنك آي دي|بانك آي دي|هوية إلكترونية|هوية رقمية";

using WishPhrases = std::map<std::string, WishMeaning, std::less<>>;

// Arabic says "the day" before a day's name, or leaves it out.
constexpr const char* before_arabic_days = "يوم|أيام|ليوم|كل يوم|بيوم";

void add_arabic_days(WishPhrases& phrases, std::string_view day, const WishMeaning& meaning) {
    for (const auto before : base::split(before_arabic_days, '|')) {
        for (const auto name : {day, day.substr(std::string_view("ال").size())}) {
            phrases.try_emplace(base::fold(std::string(before) + ' ' + std::string(name)), meaning);
        }
    }
}

WishPhrases make_wish_phrases() {
    WishPhrases phrases;
    for (const auto& [wish, weekday, joined] : all_wishes) {
        for (const auto phrase : base::split(joined, '|')) {
            phrases.try_emplace(base::fold(phrase), WishMeaning{wish, weekday});
            if (wish == Wish::weekday && search::is_arabic(phrase)) add_arabic_days(phrases, phrase, {wish, weekday});
        }
    }
    for (const auto none : base::split(lacking, '|')) {
        for (const auto identification : base::split(identifications, '|')) {
            const auto phrase = std::string(none) + ' ' + std::string(identification);
            phrases.try_emplace(base::fold(phrase), WishMeaning{Wish::lacks_e_id, 0});
        }
    }
    return phrases;
}

}  // namespace

WishMeaning wish_of(std::string_view words) {
    static const WishPhrases phrases = make_wish_phrases();
    const auto found = phrases.find(base::fold(words));
    return found == phrases.end() ? WishMeaning{} : found->second;
}

}  // namespace digilots::referral

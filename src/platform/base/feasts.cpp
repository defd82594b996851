#include "platform/base/feasts.h"

namespace digilots::base {
namespace {

constexpr int saturday = 6;

// Christmas Eve is 24 December; Easter, Midsummer and All Saints' Day move.
constexpr Feast known_feasts[] = {
    {12, 24, 0, 0, "julafton|julaftonen|julafta|julaften|julaftan|christmas eve|ليلة عيد الميلاد"},
    {12, 25, 0, 0, "juldagen|juldag|juledag|juledagen|första juledag|første juledag|1 juledag|christmas day|عيد الميلاد"},
    {12, 26, 0, 0, "annandag jul|annandagen jul|annandagen|andra juldagen|andre juledag|2 juledag|boxing day"},
    {12, 23, 0, 0, "lille julaften|lillejulaften|lille julaftan"},
    {12, 31, 0, 0, "nyårsafton|nyårsaftonen|nyttårsaften|nyttårsaftan|new year s eve|new years eve|ليلة رأس السنة"},
    {1, 1, 0, 0,
     "nyårsdagen|nyårsdag|nyttårsdag|nyttårsdagen|første nyttårsdag|1 nyttårsdag|new year s day|new years day|رأس السنة"},
    {1, 5, 0, 0, "trettondagsafton|trettondagsaftonen"},
    {1, 6, 0, 0, "trettondagen|trettondag jul|trettondedag jul|trettondedagen|epiphany"},
    {4, 30, 0, 0, "valborg|valborgsmässoafton|sista april"},
    {5, 1, 0, 0, "första maj|förstamaj|første mai|arbeidernes dag|may day|labour day"},
    {5, 17, 0, 0, "17 mai|17 maj|syttende mai|nasjonaldagen|grunnlovsdagen"},
    {6, 6, 0, 0, "nationaldagen|sveriges nationaldag|swedish national day"},
    {0, 0, 0, -7, "palmsöndagen|palmesøndag|palm sunday"},
    {0, 0, 0, -3, "skärtorsdag|skärtorsdagen|skjærtorsdag|maundy thursday"},
    {0, 0, 0, -2, "långfredag|långfredagen|langfredag|good friday"},
    {0, 0, 0, -1, "påskafton|påskaftonen|påskeaften|påskeaftan|easter eve|easter saturday|holy saturday"},
    {0, 0, 0, 0, "påskdagen|påskdag|første påskedag|1 påskedag|påskedag|påskedagen|easter sunday|easter day|عيد الفصح"},
    {0, 0, 0, 1, "annandag påsk|annandagen påsk|andre påskedag|2 påskedag|easter monday"},
    {0, 0, 0, 39,
     "kristi himmelsfärdsdag|kristi himmelsfärd|kristi flygare|kristi himmelfartsdag|kristi himmelfart|ascension day"},
    {0, 0, 0, 48, "pingstafton|pingstaftonen|pinseaften|pinseaftan"},
    {0, 0, 0, 49, "pingstdagen|pingstdag|første pinsedag|1 pinsedag|pinsedag|pinsedagen|whit sunday|pentecost"},
    {0, 0, 0, 50, "annandag pingst|andre pinsedag|2 pinsedag|whit monday"},
    {6, 20, saturday, -1, "midsommarafton|midsommaraftonen|midsummer eve|midsummer s eve"},
    {6, 20, saturday, 0, "midsommardagen|midsommardag|midsummer day|midsummer s day"},
    {6, 24, 0, 0, "sankthans|sankthansdagen|jonsok"},
    {6, 23, 0, 0, "sankthansaften|sankthansaftan"},
    {10, 31, saturday, -1, "allhelgonaafton|alla helgons afton"},
    {10, 31, saturday, 0, "alla helgons dag|allhelgonadagen|all saints day|allehelgensdag"},
};

// A summer or a holiday of the schools is none: nobody here knows its days.
constexpr FeastPeriod known_periods[] = {
    {{12, 24, 0, 0, ""}, {12, 26, 0, 0, ""},
     "jul|julen|julens|jula|julhelgen|julhelg|jul helgen|juldagarna|juledagene|julehelgen|julehelga|juletid|juletider|jultid|"
     "jultider|julöppet|julöppettider|julöppettiderna|juleåpent|juleåpningstider|juleåpningstidene|christmas|xmas"},
    {{12, 27, 0, 0, ""}, {12, 30, 0, 0, ""},
     "mellandagarna|mellandagar|mellandagen|mellandagarnas|mellan jul och nyår|mellem jul og nyttår|mellom jul og nyttår|"
     "mellom jul og nyår|romjul|romjula|romjulen|romjuls|between christmas and new year"},
    {{12, 31, 0, 0, ""}, {1, 1, 0, 0, ""},
     "nyår|nyåret|nyårets|nyårshelgen|nyårshelg|nyårsöppet|nyårsöppettider|nyttår|nyttårs|nyttårshelgen|nyttårshelga|"
     "nyttårshelg|new year|new years|new year s|nyttårsåpent|nyttårsåpningstider"},
    {{0, 0, 0, -3, ""}, {0, 0, 0, 1, ""},
     "påsk|påsken|påskens|påskhelgen|påskhelg|påsköppet|påsköppettider|påske|påska|påskehelgen|påskehelga|påskehelg|"
     "påskeåpent|påskeåpningstider|påskeåpningstidene|easter"},
    {{0, 0, 0, 48, ""}, {0, 0, 0, 49, ""}, "pingst|pingsten|pingsthelgen|pingsthelg"},
    {{0, 0, 0, 48, ""}, {0, 0, 0, 50, ""}, "pinse|pinsen|pinsa|pinsehelgen|pinsehelga|pinsehelg"},
    {{6, 20, saturday, -1, ""}, {6, 20, saturday, 0, ""},
     "midsommar|midsommaren|midsommarhelgen|midsommarhelg|midsommaröppet|midsommaröppettider|midsummer"},
    {{10, 31, saturday, -1, ""}, {10, 31, saturday, 0, ""}, "allhelgona|allhelgonahelgen|allhelgonahelg|alla helgons helg"},
};

}  // namespace

std::span<const FeastPeriod> feast_periods() { return known_periods; }

FeastDays days_of(const FeastPeriod& period, int year) {
    const auto first = date_of(period.first, year), last = date_of(period.last, year);
    return {first, last < first ? date_of(period.last, year + 1) : last};
}

std::span<const Feast> feasts() { return known_feasts; }

Date date_of(const Feast& feast, int year) {
    using std::chrono::days;
    if (feast.month == 0) return Date(easter_sunday(year) + days(feast.add_days));
    const std::chrono::sys_days date(std::chrono::year{year} / std::chrono::month(feast.month) / std::chrono::day(feast.day));
    const auto to_weekday = feast.weekday == 0 ? days(0)
                                               : std::chrono::weekday(unsigned(feast.weekday)) - std::chrono::weekday(date);
    return Date(date + to_weekday + days(feast.add_days));
}

/// Meeus, Jones, Butcher.
std::chrono::sys_days easter_sunday(int year) {
    const int a = year % 19, b = year / 100, c = year % 100;
    const int d = b / 4, e = b % 4, g = (8 * b + 13) / 25;
    const int h = (19 * a + b - d - g + 15) % 30;
    const int i = c / 4, k = c % 4;
    const int l = (32 + 2 * e + 2 * i - h - k) % 7;
    const int m = (a + 11 * h + 22 * l) / 451;
    const int month = (h + l - 7 * m + 114) / 31, day = (h + l - 7 * m + 114) % 31 + 1;
    const auto of_month = std::chrono::year{year} / std::chrono::month(unsigned(month));
    return std::chrono::sys_days(of_month / std::chrono::day(unsigned(day)));
}

}  // namespace digilots::base

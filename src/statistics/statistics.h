#pragma once
// Figures for a municipality's own staff and programs, in full. What others see is released (releases).
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "municipality/municipality.h"
#include "platform/base/clock.h"
#include "platform/base/result.h"
#include "platform/measures/measure.h"
#include "platform/db/database.h"
#include "platform/http/request.h"
#include "platform/http/route.h"
#include "platform/register/records.h"
#include "platform/slice/slice.h"
#include "statistics/circumstances.h"
#include "taxonomy/taxonomy.h"

namespace digilots::statistics {

/// A municipality's figures.
inline constexpr http::Scope read_statistics{"statistics:read", TEXT("read statistics")};

/// Minutes that somebody was there by the rota.
struct StaffedHour {
    int weekday = 0;  // 0 = Monday
    int hour = 0;
    std::int64_t minutes = 0;
};

/// What whoever answers for an e-service or a body has said of it.
struct OwnerSaid {
    std::string dimension, key;         // "e_service", its id; "body", "bank"
    std::string brief, sentence;        // "mended on 3 October 2026"; all of it
    std::optional<base::Date> mended_on;
    std::string path = "";              // of the answer, below the municipality
};

/// A figure of others, as they published it.
struct ReferenceFigure {
    std::string title, figure, base, year, publisher;
    std::string url = "";               // its record, below the municipality
};

/// What is known elsewhere of the time that figures are of. Each may be missing.
struct Around {
    /// At a place, or at all ("").
    std::function<std::vector<StaffedHour>(const http::Tenant&, const periods::Period&, std::string_view place)> staffed = {};
    /// What was so then: campaign weeks, closed days, what was mended.
    std::function<Circumstances(const http::Tenant&, const periods::Period&, const i18n::Translator&)> circumstances = {};
    std::function<std::vector<OwnerSaid>(const http::Tenant&, const i18n::Translator&)> said = {};
    /// Figures of others to stand beside the log's, each with its year.
    std::function<std::vector<ReferenceFigure>(const http::Tenant&)> references = {};
};

/// Who may be written to with the figures of a month, and what they are made of.
struct Letters {
    struct Reader {
        std::string account, email;
        http::Role role = http::Role::coordinator;
    };
    /// Coordinators and administrators of a municipality who can sign in; nullptr where no letters are sent.
    std::function<std::vector<Reader>(std::string_view municipality_id)> readers = nullptr;
    std::string site = {};  // what links in letters begin with: "https://digilots.example.org"
    std::function<std::vector<measures::Measure>()> measures = nullptr;
};
class Digests;
/// Whose account is closed is not written to any more.
void end_digest(db::Connection& connection, std::string_view municipality, std::string_view account);

/// What this slice keeps: what is aimed at, and questions that are asked again. "organisation.unit" among the links.
struct Kinds {
    register_::Records targets, saved;
    Kinds(db::Database& database, const base::Clock& clock, const register_::Others& others);
};

/// The report of a year as files: PDF, ODT and XLSX.
struct ReportFile {
    std::string name, bytes;
};
/// `asked`: year, place, topic, unit, as in the address of its page. Or what is wrong with it, in words.
base::Result<std::vector<ReportFile>, std::string> report_files(const Slices& all, const taxonomy::OwnTopics& own_topics,
                                                                const Around& around, const http::Tenant& tenant,
                                                                const i18n::Translator& translator, const http::Fields& asked,
                                                                base::Date today);

/// A measure that is a part of another one, and what must be stated for one to count in the whole, "" where all count.
struct ShareOfTwo {
    std::string part, whole, stated;
};
std::vector<ShareOfTwo> shares_of_two();

/// Pages, files and API over all slices' measures. What it is given by reference must outlive the routes.
http::Routes routes(std::vector<measures::Measure> measures, const municipality::Municipalities& municipalities,
                    const taxonomy::OwnTopics& own_topics, const base::Clock& clock, const std::shared_ptr<Kinds>& kinds,
                    Around around, std::shared_ptr<Digests> digests = nullptr);

/// "/{municipality}/staff/statistics…", with its targets and saved questions.
Slice slice(const municipality::Municipalities& municipalities, const taxonomy::OwnTopics& own_topics, db::Database& database,
            const base::Clock& clock, const register_::Others& others, Around around, Letters letters = {});

}  // namespace digilots::statistics

#include <xapian.h>

#include <algorithm>
#include <atomic>
#include <functional>
#include <unordered_set>

#include "platform/base/log.h"
#include "platform/base/mutex.h"
#include "platform/base/text.h"
#include "platform/base/uuid.h"
#include "platform/search/database_lexicon.h"
#include "platform/search/document_writer.h"
#include "platform/search/index.h"
#include "platform/search/index_folder.h"
#include "platform/search/query_plan.h"
#include "platform/search/terms.h"
#include "platform/search/words.h"

namespace digilots::search {
namespace {

constexpr const char* format = "2";
constexpr int attempts = 5;
/// With fewer answers to all words, those to some of them are looked for too: that costs much more.
constexpr std::size_t enough_answers = 3, enough_while_typing = 1;

/// A database with what is known of it, as of one version.
struct Reader {
    Xapian::Database database;
    std::filesystem::path path;
    std::uint64_t stamp = 0, version = 0;
    Facts facts = facts_of(database);
};

Xapian::Query to_query(const Alternative& alternative) {
    Xapian::Query query(Xapian::Query::OP_AND, alternative.terms.begin(), alternative.terms.end());
    return alternative.factor == 1 ? query : Xapian::Query(Xapian::Query::OP_SCALE_WEIGHT, query, alternative.factor);
}

/// Xapian's own wildcard under OP_OR ends the process in 1.4.22, as OP_MAX and OP_SYNONYM do in places; plain OP_OR is what
/// everybody uses.
Xapian::Query any_of(const std::vector<std::string>& terms, double factor) {
    const Xapian::Query any(Xapian::Query::OP_OR, terms.begin(), terms.end());
    return {Xapian::Query::OP_SCALE_WEIGHT, any, factor};
}

Xapian::Query to_query(const WordPlan& word) {
    std::vector<Xapian::Query> alternatives;
    for (const auto& alternative : word.alternatives) alternatives.push_back(to_query(alternative));
    if (!word.beginnings.empty()) alternatives.push_back(any_of(word.beginnings, 0.5));
    return {Xapian::Query::OP_OR, alternatives.begin(), alternatives.end()};
}

Xapian::Query filter_of(const Query& query, const Facts& facts) {
    std::vector<Xapian::Query> tenants;
    if (facts.of_all_tenants > 0 || query.tenant.empty()) tenants.emplace_back("XT");
    if (!query.tenant.empty()) tenants.emplace_back("XT" + query.tenant);
    Xapian::Query filter(Xapian::Query::OP_OR, tenants.begin(), tenants.end());
    if (query.kinds.empty()) return filter;
    std::vector<Xapian::Query> kinds;
    for (const auto& kind : query.kinds) kinds.emplace_back("XK" + kind);
    return {Xapian::Query::OP_AND, filter, Xapian::Query(Xapian::Query::OP_OR, kinds.begin(), kinds.end())};
}

/// Answers to all words first, then to some of them.
class Search {
public:
    Search(const Reader& reader, const Query& query, const SynonymGroups& synonyms)
        : database_(reader.database),
          facts_(reader.facts),
          query_(query),
          plan_(make_plan(query, DatabaseLexicon(reader.database, reader.facts), synonyms)),
          explainer_(plan_) {}

    Result run() {
        Result result;
        result.corrected = plan_.corrected;
        if (plan_.words.empty() || query_.limit == 0) return result;
        std::vector<Xapian::Query> words;
        for (const auto& word : plan_.words) words.push_back(to_query(word));
        collect(words, Xapian::Query::OP_AND, 1, result);
        const auto enough = query_.as_you_type ? enough_while_typing : enough_answers;
        if (words.size() > 1 && result.hits.size() < enough) collect(words, Xapian::Query::OP_OR, 0.4, result);
        return result;
    }

private:
    void collect(const std::vector<Xapian::Query>& words, Xapian::Query::op how, double factor, Result& result) {
        const Xapian::Query all(how, words.begin(), words.end());
        Xapian::Enquire enquire(database_);
        enquire.set_weighting_scheme(Xapian::BM25Weight(5, 0, 1, 0.3, 0.5));
        enquire.set_query(is_everything() ? all : Xapian::Query(Xapian::Query::OP_FILTER, all, filter_of(query_, facts_)));
        const auto found = enquire.get_mset(0, static_cast<Xapian::doccount>(query_.limit));
        for (auto place = found.begin(); place != found.end(); ++place) {
            if (result.hits.size() >= query_.limit) return;
            if (!seen_.insert(*place).second) continue;
            auto stored = read_data(place.get_document().get_data());
            auto explanation = explainer_.explain(stored);
            result.hits.push_back({std::move(stored.id), std::move(stored.kind), place.get_weight() * factor,
                                   std::move(explanation.matched), explanation.best});
        }
    }

    /// Where one tenant holds the whole index a filter would only cost.
    bool is_everything() const {
        if (!query_.kinds.empty()) return false;
        const auto own = query_.tenant.empty() ? 0 : database_.get_termfreq("XT" + query_.tenant);
        return own + facts_.of_all_tenants == facts_.documents;
    }

    const Xapian::Database& database_;
    const Facts& facts_;
    const Query& query_;
    Plan plan_;
    Explainer explainer_;
    std::unordered_set<Xapian::docid> seen_;
};

class XapianIndex final : public Index {
public:
    XapianIndex(const std::string& directory, bool temporary) : directory_(directory), temporary_(temporary), folder_(directory) {
        const base::Lock guard(writing_);
        const IndexFolder::Lock lock(folder_);
        telling_trouble([this]() REQUIRES(writing_) { make_usable(); });
    }

    ~XapianIndex() override {
        readers_.clear();
        std::error_code ignored;
        if (temporary_) std::filesystem::remove_all(directory_, ignored);
    }

    Result find(const Query& query) const override {
        const auto synonyms = synonyms_.load();
        return with_reader<Result>([&](const Reader& reader) { return Search(reader, query, *synonyms).run(); });
    }

    void put(const std::vector<Document>& documents) override {
        change([&](Xapian::WritableDatabase& database) {
            DocumentWriter writer(database);
            for (const auto& document : documents) writer.store(document);
            writer.finish();
        });
    }

    void remove(const std::vector<std::string>& ids) override {
        change([&](Xapian::WritableDatabase& database) {
            DocumentWriter writer(database);
            for (const auto& id : ids) writer.remove(id);
            writer.finish();
        });
    }

    void rebuild(const std::function<void(const std::function<void(const Document&)>& add)>& fill) override {
        const base::Lock guard(writing_);
        const IndexFolder::Lock lock(folder_);
        const auto beside = folder_.next();
        try {
            telling_trouble([&] {
                auto database = begin(beside);
                DocumentWriter writer(database);
                fill([&](const Document& document) { writer.store(document); });
                writer.finish();
                database.commit();
                database.close();
            });
        } catch (...) {
            std::error_code ignored;
            std::filesystem::remove_all(beside, ignored);
            throw;
        }
        folder_.use(beside);
        ++version_;
    }

    std::size_t size() const override {
        return with_reader<std::size_t>([](const Reader& reader) { return reader.database.get_doccount(); });
    }

    std::vector<std::string> left_out() const override {
        return with_reader<std::vector<std::string>>([](const Reader& reader) { return left_out_of(reader.database); });
    }

    std::string note(const std::string& key) const override {
        return with_reader<std::string>([&](const Reader& reader) { return reader.database.get_metadata("note:" + key); });
    }

    void set_note(const std::string& key, const std::string& value) override {
        change([&](Xapian::WritableDatabase& database) { database.set_metadata("note:" + key, value); });
    }

    void set_synonyms(const std::vector<std::vector<std::string>>& groups) override {
        auto split = std::make_shared<SynonymGroups>();
        for (const auto& group : groups) {
            auto& phrases = split->emplace_back();
            for (const auto& phrase : group) {
                auto& words = phrases.emplace_back();
                for (auto& token : tokens(phrase)) words.push_back(std::move(token.word));
            }
        }
        synonyms_.store(std::move(split));
    }

private:
    static Xapian::WritableDatabase begin(const std::filesystem::path& path) {
        // Derived data: a power cut may cost the index, which is then built anew, so nothing waits for the disk.
        Xapian::WritableDatabase database(path.string(), Xapian::DB_CREATE_OR_OVERWRITE | Xapian::DB_NO_SYNC);
        database.set_metadata("format", format);
        database.commit();
        return database;
    }

    /// An index that opens, an empty one if need be.
    void make_usable() REQUIRES(writing_) {
        const auto current = folder_.current();
        if (!current.empty()) {
            try {
                const Xapian::Database database(current.string());
                if (database.get_metadata("format") == format) return;
            } catch (const Xapian::Error& error) {
                report(error);
            }
            base::log(base::LogLevel::warning, "search index set aside: run `digilots search reindex`");
            folder_.set_aside(current);
        }
        const auto fresh = folder_.next();
        begin(fresh).close();
        folder_.use(fresh);
        ++version_;
    }

    template <class F>
    void change(F&& work) {
        const base::Lock guard(writing_);
        const IndexFolder::Lock lock(folder_);
        telling_trouble([&]() REQUIRES(writing_) {
            try {
                run_change(work);
            } catch (const Xapian::DatabaseError& error) {
                report(error);
                make_usable();
                run_change(work);
            }
        });
        ++version_;
    }

    template <class F>
    void run_change(F&& work) REQUIRES(writing_) {
        Xapian::WritableDatabase database(folder_.current().string(), Xapian::DB_OPEN | Xapian::DB_NO_SYNC);
        work(database);
        database.commit();
        database.close();
    }

    /// With what the system says of it: "No space left on device".
    static IndexError index_error(const Xapian::Error& error) {
        const char* cause = error.get_error_string();
        return IndexError("search index: " + std::string(error.get_type()) + (cause ? ": " + std::string(cause) : std::string()));
    }

    static void report(const Xapian::Error& error) {
        base::log(base::LogLevel::error, "search index", {{"problem", std::string(error.get_type())}});
    }

    /// A reader of the index as it is now. Another writer may move on while it reads: then once more on what is there.
    template <class R, class F>
    R with_reader(F&& work) const {
        for (int attempt = 1;; ++attempt) {
            try {
                auto reader = borrow();
                auto result = work(static_cast<const Reader&>(*reader));
                give_back(std::move(reader));
                told_ = false;
                return result;
            } catch (const Xapian::DatabaseCorruptError& error) {
                report(error);
                mend();
            } catch (const Xapian::DatabaseError& error) {
                if (attempt == attempts && !told_.exchange(true)) report(error);
            } catch (const Xapian::Error& error) {
                throw index_error(error);
            }
            if (attempt == attempts) return R{};
        }
    }

    /// Xapian's errors are no std::exception: who knows only those would end the process.
    template <class F>
    static void telling_trouble(F&& work) THREAD_ATTRIBUTE(no_thread_safety_analysis) {
        try {
            work();
        } catch (const Xapian::Error& error) {
            throw index_error(error);
        }
    }

    std::unique_ptr<Reader> borrow() const {
        const auto stamp = folder_.stamp();
        const auto version = version_.load();
        std::unique_ptr<Reader> reader;
        {
            const base::Lock guard(lending_);
            if (!readers_.empty()) {
                reader = std::move(readers_.back());
                readers_.pop_back();
            }
        }
        // What was removed can be read as long as it is open, but nobody writes to it any more.
        if (!reader || reader->stamp != stamp || !IndexFolder::is_there(reader->path)) {
            auto path = folder_.current();
            return std::unique_ptr<Reader>(new Reader{Xapian::Database(path.string()), path, stamp, version});
        }
        if (reader->version != version) {
            reader->database.reopen();
            reader->facts = facts_of(reader->database);
            reader->version = version;
        }
        return reader;
    }

    void give_back(std::unique_ptr<Reader> reader) const {
        const base::Lock guard(lending_);
        readers_.push_back(std::move(reader));
    }

    /// Nobody can read it: begin an empty one, so that the owner notices (size, notes) and fills it.
    void mend() const {
        auto& self = const_cast<XapianIndex&>(*this);
        const base::Lock guard(self.writing_);
        const IndexFolder::Lock lock(folder_);
        try {
            const Xapian::Database database(folder_.current().string());
            if (database.get_doccount() == 0) return;
        } catch (const Xapian::Error& error) {
            report(error);
        }
        self.folder_.set_aside(folder_.current());
        self.make_usable();
    }

    std::string directory_;
    bool temporary_;
    IndexFolder folder_;
    base::Mutex writing_;
    std::atomic<std::uint64_t> version_{1};
    mutable std::atomic<bool> told_ = false;    // that it cannot be read: once, until it can
    mutable base::Mutex lending_;
    mutable std::vector<std::unique_ptr<Reader>> readers_ GUARDED_BY(lending_);
    std::atomic<std::shared_ptr<const SynonymGroups>> synonyms_{std::make_shared<const SynonymGroups>()};
};

}  // namespace

std::unique_ptr<Index> open_index(const std::string& directory) { return std::make_unique<XapianIndex>(directory, false); }

std::unique_ptr<Index> memory_index() {
    const auto folder = std::filesystem::temp_directory_path() / ("digilots-search-" + base::random_token(9));
    return std::make_unique<XapianIndex>(folder.string(), true);
}

}  // namespace digilots::search

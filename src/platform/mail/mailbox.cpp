#include "platform/mail/mailbox.h"

#include <algorithm>
#include <memory>
#include <unordered_set>

#include "platform/base/digits.h"
#include "platform/base/text.h"
#include "platform/mail/mail_session.h"

namespace digilots::mail {

namespace {

constexpr std::size_t most_numbers = 100'000, most_last = 1000, looked_at_for_one = 4;
constexpr int most_connections = 4;     // of one visit

bool is_here(std::string_view host) {
    return host.starts_with("127.0.0.1:") || host.starts_with("[::1]:") || host.starts_with("localhost:");
}

std::vector<std::string> unread_in(MailSession& session) {
    std::vector<std::string> numbers;
    for (const auto& line : session.ask("UID SEARCH UNSEEN", "the server does not search").lines) {
        if (!line.starts_with("* SEARCH")) continue;
        for (const auto word : base::split(std::string_view(line).substr(8), ' ')) {
            const bool is_number = !word.empty() && word.size() <= 10 && std::ranges::all_of(word, base::is_digit);
            if (is_number && numbers.size() < most_numbers) numbers.emplace_back(word);
        }
    }
    return numbers;
}

/// One visit: it connects anew where a letter broke the connection, and goes on behind that letter.
class Visitor {
public:
    Visitor(const MailboxServer& server, const std::function<Keeping(const FetchedLetter&)>& keep, const MailboxLimits& limits,
            const Patience& patience)
        : server_(server), keep_(keep), limits_(limits), patience_(patience) {
        connect();
    }

    void look_at_all(const std::vector<std::string>& last) {
        auto numbers = unread_in(*session_);
        const std::unordered_set<std::string> behind(last.begin(), last.end());
        std::ranges::stable_partition(numbers, [&](const std::string& number) { return !behind.contains(number); });
        for (const auto& number : numbers) {
            if (patience_.is_to_stop && patience_.is_to_stop()) return;
            if (visit.marked >= limits_.most_letters || looked_at_ >= looked_at_for_one * limits_.most_letters) break;
            try {
                if (!look_at(number)) break;
            } catch (const MailboxTrouble& trouble) {
                stays(number, trouble.what());
                if (connections_ == most_connections || std::chrono::steady_clock::now() >= patience_.until) return;
                connect();
            }
        }
        session_->ask("LOGOUT");
    }

    Visit visit;

private:
    void connect() {
        session_.reset();
        ++connections_;
        session_ = std::make_unique<MailSession>(server_, limits_, patience_);
    }
    void stays(const std::string& number, const std::string& trouble) {
        ++visit.troubled;
        visit.trouble = trouble;
        put_last(number);
    }
    void put_last(const std::string& number) {
        if (visit.last.size() < most_last) visit.last.push_back(number);
    }
    /// False: the visit ends here.
    bool look_at(const std::string& number) {
        // What a server says of a letter's size is not asked for: what comes counts.
        const auto part = "<0." + std::to_string(limits_.longest_letter + 1) + ">";
        auto said = session_->ask("UID FETCH " + number + " (BODY.PEEK[]" + part + ")");
        if (!said.is_done) return stays(number, "the server does not give a letter"), true;
        const bool is_empty = std::ranges::any_of(said.lines, [](const std::string& line) { return line.contains("BODY[]"); });
        if (!said.letter && !is_empty) return true;     // gone meanwhile
        ++looked_at_;
        const auto keeping = keep_({.bytes = std::move(said.letter).value_or(""), .is_whole = said.is_whole});
        if (keeping == Keeping::end) return false;
        if (keeping == Keeping::later) return ++visit.put_off, put_last(number), true;
        if (session_->ask("UID STORE " + number + " +FLAGS.SILENT (\\Seen)").is_done) ++visit.marked;
        else stays(number, "the server does not mark a letter as read");
        return true;
    }

    const MailboxServer& server_;
    const std::function<Keeping(const FetchedLetter&)>& keep_;
    const MailboxLimits& limits_;
    const Patience patience_;
    std::unique_ptr<MailSession> session_;
    std::size_t looked_at_ = 0;
    int connections_ = 0;
};

}  // namespace

bool is_mailbox_address(std::string_view url) {
    const auto host = mailbox_host_of(url);
    if (host.empty() || host.find_first_of("/@?# \t\r\n") != std::string_view::npos) return false;
    return url.starts_with(safe_scheme) || is_here(host);
}

Visit visit_mailbox(const MailboxServer& server, const std::function<Keeping(const FetchedLetter&)>& keep,
                    const std::function<bool()>& is_to_stop, const MailboxLimits& limits, const std::vector<std::string>& last) {
    if (!is_mailbox_address(server.url)) throw MailboxTrouble("the address is none of a mailbox");
    const Patience patience{std::chrono::steady_clock::now() + limits.visit, is_to_stop};
    std::unique_ptr<Visitor> visitor;
    try {
        visitor = std::make_unique<Visitor>(server, keep, limits, patience);
        visitor->look_at_all(last);
    } catch (const MailboxTrouble& trouble) {
        if (!visitor || (visitor->visit.marked == 0 && visitor->visit.last.empty())) throw;
        visitor->visit.trouble = trouble.what();
    } catch (const VisitStopped&) {
        if (!visitor) return {};
    }
    return std::move(visitor->visit);
}

std::size_t count_unread(const MailboxServer& server, const MailboxLimits& limits) {
    if (!is_mailbox_address(server.url)) throw MailboxTrouble("the address is none of a mailbox");
    const std::function<bool()> never;
    MailSession session(server, limits, {std::chrono::steady_clock::now() + limits.visit, never});
    const auto count = unread_in(session).size();
    session.ask("LOGOUT");
    return count;
}

}  // namespace digilots::mail

#include "platform/http/metrics.h"

#include <array>
#include <map>
#include <utility>
#include <vector>

#include "platform/base/mutex.h"

namespace digilots::http {

namespace {

constexpr std::array<double, 11> bounds = {0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 5};

struct Histogram {
    std::array<std::int64_t, bounds.size()> counts{};
    std::int64_t count = 0;
    double sum = 0;

    void add(const Histogram& other) {
        for (std::size_t at = 0; at < bounds.size(); ++at) counts[at] += other.counts[at];
        count += other.count;
        sum += other.sum;
    }
};

using Key = std::pair<std::string, std::string>;
using KeyView = std::pair<std::string_view, std::string_view>;

struct Less {
    using is_transparent = void;
    template <class Left, class Right>
    bool operator()(const Left& left, const Right& right) const {
        return KeyView(left.first, left.second) < KeyView(right.first, right.second);
    }
};

struct Counts {
    std::map<Key, std::int64_t, Less> counters;
    std::map<Key, Histogram, Less> histograms;

    void add(const Counts& other) {
        for (const auto& [key, value] : other.counters) counters[key] += value;
        for (const auto& [key, value] : other.histograms) histograms[key].add(value);
    }
};

/// What one thread counted. Its own lock is nearly always free: only a scrape asks for another thread's.
struct ThreadCounts {
    base::Mutex mutex;
    Counts counts GUARDED_BY(mutex);

    void add_to(Counts& sum) {
        const base::Lock lock(mutex);
        sum.add(counts);
    }
};

struct Registry {
    base::Mutex mutex;  // of everything here; taken before a counted's own
    std::vector<ThreadCounts*> living GUARDED_BY(mutex);
    Counts ended GUARDED_BY(mutex);  // sums of threads that are gone
    std::map<std::string, double, std::less<>> gauges GUARDED_BY(mutex);
};

/// Never destroyed: a thread may end after the program's static objects.
Registry& registry() {
    static Registry& instance = *new Registry;
    return instance;
}

/// This thread's counted, known to the registry as long as the thread lives.
struct Membership {
    ThreadCounts counted;

    Membership() {
        const base::Lock lock(registry().mutex);
        registry().living.push_back(&counted);
    }
    ~Membership() {
        auto& all = registry();
        const base::Lock lock(all.mutex);
        std::erase(all.living, &counted);
        counted.add_to(all.ended);
    }
};

ThreadCounts& own_counts() {
    thread_local Membership membership;
    return membership.counted;
}

template <class Map>
typename Map::mapped_type& entry(Map& map, std::string_view metric, std::string_view label) {
    const auto found = map.find(KeyView(metric, label));
    if (found != map.end()) return found->second;
    return map[{std::string(metric), std::string(label)}];
}

std::string with_label(const std::string& name, std::string label, const std::string& more = "") {
    if (!label.empty() && label.find('=') == std::string::npos) label = "kind=\"" + label + "\"";
    if (label.empty() && more.empty()) return name;
    return name + "{" + label + (label.empty() || more.empty() ? "" : ",") + more + "}";
}

std::string number(double value) {
    std::string text = std::to_string(value);
    while (text.ends_with('0')) text.pop_back();
    if (text.ends_with('.')) text.pop_back();
    return text;
}

}  // namespace

void count(std::string_view metric, std::string_view label, std::int64_t by) {
    auto& mine = own_counts();
    const base::Lock lock(mine.mutex);
    entry(mine.counts.counters, metric, label) += by;
}

void observe(std::string_view metric, double seconds, std::string_view label) {
    auto& mine = own_counts();
    const base::Lock lock(mine.mutex);
    auto& histogram = entry(mine.counts.histograms, metric, label);
    for (std::size_t at = 0; at < bounds.size(); ++at)
        if (seconds <= bounds[at]) ++histogram.counts[at];
    ++histogram.count;
    histogram.sum += seconds;
}

void gauge(std::string_view metric, double value) {
    auto& all = registry();
    const base::Lock lock(all.mutex);
    all.gauges[std::string(metric)] = value;
}

std::string metrics_text() {
    auto& all = registry();
    const base::Lock lock(all.mutex);
    Counts sum = all.ended;
    for (ThreadCounts* counted : all.living) counted->add_to(sum);
    std::string text, last;
    const auto head = [&](const std::string& name, const char* kind) {
        if (name != last) text += "# TYPE " + name + " " + kind + "\n";
        last = name;
    };
    for (const auto& [key, value] : sum.counters) {
        head(key.first, "counter");
        text += with_label(key.first, key.second) + " " + std::to_string(value) + "\n";
    }
    for (const auto& [name, value] : all.gauges) {
        head(name, "gauge");
        text += name + " " + number(value) + "\n";
    }
    for (const auto& [key, histogram] : sum.histograms) {
        head(key.first, "histogram");
        for (std::size_t at = 0; at < bounds.size(); ++at)
            text += with_label(key.first + "_bucket", key.second, "le=\"" + number(bounds[at]) + "\"") + " " +
                    std::to_string(histogram.counts[at]) + "\n";
        text += with_label(key.first + "_bucket", key.second, "le=\"+Inf\"") + " " +
                std::to_string(histogram.count) + "\n";
        text += with_label(key.first + "_sum", key.second) + " " + number(histogram.sum) + "\n";
        text += with_label(key.first + "_count", key.second) + " " + std::to_string(histogram.count) + "\n";
    }
    return text;
}

}  // namespace digilots::http

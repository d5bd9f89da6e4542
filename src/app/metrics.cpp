#include "app/metrics.hpp"

#include "core/base/invariant.hpp"

#include <algorithm>
#include <variant>

namespace heng::app {

namespace {

constexpr std::int64_t microseconds_a_second = 1'000'000;

bool is_letter(char c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || c == '_';
}

bool is_metric_name(std::string_view text) {
    const auto fits = [](char c) { return is_letter(c) || (c >= '0' && c <= '9'); };
    return !text.empty() && is_letter(text.front()) && std::all_of(text.begin(), text.end(), fits);
}

std::string escaped(std::string_view text, bool with_quotes) {
    std::string out;
    for (const char c : text) {
        if (c == '\\' || (with_quotes && c == '"')) out += '\\';
        out += c == '\n' ? "\\n" : std::string(1, c);
    }
    return out;
}

/// name="value",… without braces.
std::string print_labels(const Labels& labels) {
    std::string out;
    for (const auto& [name, value] : labels) {
        INVARIANT(is_metric_name(name), "labels have names that Prometheus takes");
        if (!out.empty()) out += ',';
        out += name + "=\"" + escaped(value, true) + '"';
    }
    return out;
}

Labels all_other(Labels labels) {
    for (auto& [name, value] : labels) value = "other";
    return labels;
}

/// 0.0025, 1, 10.5
std::string print_seconds(std::chrono::microseconds time) {
    const std::int64_t count = time.count();
    std::string out = std::to_string(count / microseconds_a_second);
    std::string rest = std::to_string(microseconds_a_second + count % microseconds_a_second);
    rest.erase(rest.find_last_not_of('0') + 1);
    if (count % microseconds_a_second != 0) out += '.' + rest.substr(1);
    return out;
}

/// One line of a series; `labels` without braces.
void print_line(std::string& out, const std::string& name, const std::string& labels,
                const std::string& value) {
    out += name;
    if (!labels.empty()) out += '{' + labels + '}';
    out += ' ' + value + '\n';
}

void print_series(std::string& out, const std::string& name, const std::string& labels,
                  const Counter& counter) {
    print_line(out, name, labels, std::to_string(counter.value()));
}

void print_series(std::string& out, const std::string& name, const std::string& labels,
                  const Gauge& gauge) {
    print_line(out, name, labels, std::to_string(gauge.value()));
}

void print_series(std::string& out, const std::string& name, const std::string& labels,
                  const Histogram& histogram) {
    const auto now = histogram.snapshot();
    const std::string before = labels.empty() ? std::string() : labels + ',';
    std::int64_t count = 0;
    for (std::size_t i = 0; i < now.counts.size(); ++i) {
        count += now.counts[i];
        const bool is_last = i == histogram.bounds().size();
        std::string bucket = before + "le=\"";
        bucket += is_last ? "+Inf" : print_seconds(histogram.bounds()[i]);
        bucket += '"';
        print_line(out, name + "_bucket", bucket, std::to_string(count));
    }
    print_line(out, name + "_sum", labels, print_seconds(now.sum));
    print_line(out, name + "_count", labels, std::to_string(count));
}

std::string_view type_of(const Counter&) {
    return "counter";
}
std::string_view type_of(const Gauge&) {
    return "gauge";
}
std::string_view type_of(const Histogram&) {
    return "histogram";
}

}  // namespace

Histogram::Histogram(std::vector<std::chrono::microseconds> bounds)
    : bounds_(std::move(bounds)), counts_(bounds_.size() + 1) {
    INVARIANT(std::is_sorted(bounds_.begin(), bounds_.end(), std::less_equal<>{}),
              "the bounds of a histogram grow");
}

void Histogram::observe(std::chrono::microseconds time) {
    const auto bound = std::lower_bound(bounds_.begin(), bounds_.end(), time);
    const auto bucket = static_cast<std::size_t>(bound - bounds_.begin());
    counts_[bucket].fetch_add(1, std::memory_order_relaxed);
    sum_us_.fetch_add(time.count(), std::memory_order_relaxed);
}

Histogram::Snapshot Histogram::snapshot() const {
    Snapshot out;
    for (const auto& count : counts_) out.counts.push_back(count.load(std::memory_order_relaxed));
    out.sum = std::chrono::microseconds(sum_us_.load(std::memory_order_relaxed));
    return out;
}

struct Metrics::Family {
    using Figure =
        std::variant<std::unique_ptr<Counter>, std::unique_ptr<Gauge>, std::unique_ptr<Histogram>>;
    std::string help;
    std::map<std::string, Figure> series;  ///< By their printed labels; never empty.
};

Metrics::Metrics() = default;
Metrics::~Metrics() = default;

template <class Figure, class... Arguments>
Figure& Metrics::series(const std::string& name, const std::string& help, const Labels& labels,
                        const Arguments&... arguments) {
    INVARIANT(is_metric_name(name), "figures have names that Prometheus takes");
    const std::lock_guard lock(mutex_);
    auto& family = families_[name];
    if (family == nullptr) {
        family = std::make_unique<Family>();
        family->help = help;
    }
    std::string key = print_labels(labels);
    if (!family->series.contains(key) && family->series.size() >= series_max)
        key = print_labels(all_other(labels));
    auto found = family->series.find(key);
    if (found == family->series.end())
        found = family->series.emplace(key, std::make_unique<Figure>(arguments...)).first;
    const auto* const figure = std::get_if<std::unique_ptr<Figure>>(&found->second);
    INVARIANT(figure != nullptr && family->series.begin()->second.index() == found->second.index(),
              "a name keeps its kind");
    return **figure;
}

Counter& Metrics::counter(const std::string& name, const std::string& help, const Labels& labels) {
    return series<Counter>(name, help, labels);
}

Gauge& Metrics::gauge(const std::string& name, const std::string& help, const Labels& labels) {
    return series<Gauge>(name, help, labels);
}

Histogram& Metrics::histogram(const std::string& name, const std::string& help,
                              const std::vector<std::chrono::microseconds>& bounds,
                              const Labels& labels) {
    return series<Histogram>(name, help, labels, bounds);
}

std::string Metrics::print() const {
    const std::lock_guard lock(mutex_);
    std::string out;
    for (const auto& [name, family] : families_) {
        out += "# HELP " + name + ' ' + escaped(family->help, false) + '\n';
        const auto type = std::visit([](const auto& figure) { return type_of(*figure); },
                                     family->series.begin()->second);
        out += "# TYPE " + name + ' ' + std::string(type) + '\n';
        for (const auto& [labels, one] : family->series)
            std::visit([&, &n = name,
                        &l = labels](const auto& figure) { print_series(out, n, l, *figure); },
                       one);
    }
    return out;
}

std::vector<std::chrono::microseconds> request_bounds() {
    using std::chrono::milliseconds;
    return {milliseconds(1),   milliseconds(2),    milliseconds(5),    milliseconds(10),
            milliseconds(25),  milliseconds(50),   milliseconds(100),  milliseconds(250),
            milliseconds(500), milliseconds(1000), milliseconds(2500), milliseconds(10000)};
}

}  // namespace heng::app

#include "app/demo/play.hpp"

#include "core/base/invariant.hpp"

namespace heng::app::demo {

namespace {

constexpr std::int64_t microseconds_a_day = std::int64_t{24} * 3600 * 1'000'000;
/// Nine in the morning is one o'clock UTC.
constexpr std::int64_t morning = std::int64_t{3600} * 1'000'000;
constexpr std::size_t id_characters = 26;

template <class T>
T value_of(Checked<T> checked) {
    if (!checked) throw Interrupted{std::move(checked.error())};
    return std::move(*checked);
}
template <class T>
T value_of(Result<T> result) {
    if (!result) throw Interrupted{{result.error()}};
    return std::move(*result);
}
void require(const Result<void>& done) {
    if (!done) throw Interrupted{{done.error()}};
}

Date make_date(int of_year, unsigned month, unsigned day) {
    return {std::chrono::year(of_year), std::chrono::month(month), std::chrono::day(day)};
}

}  // namespace

Date on(unsigned month, unsigned day) {
    return make_date(year, month, day);
}

Date next_year_on(unsigned month, unsigned day) {
    return make_date(year + 1, month, day);
}

/// SplitMix64.
std::uint64_t Chance::next() {
    state_ += 0x9E3779B97F4A7C15U;
    std::uint64_t z = state_;
    z = (z ^ (z >> 30U)) * 0xBF58476D1CE4E5B9U;
    z = (z ^ (z >> 27U)) * 0x94D049BB133111EBU;
    return z ^ (z >> 31U);
}

int Chance::below(int count) {
    INVARIANT(count > 0, "there is something to choose from");
    return static_cast<int>(next() % static_cast<std::uint64_t>(count));
}

std::string StoryIds::next() {
    constexpr std::string_view characters = "abcdefghijklmnopqrstuvwxyz0123456789";
    std::string out;
    for (std::size_t i = 0; i < id_characters; ++i)
        out += characters[static_cast<std::size_t>(
            chance_.below(static_cast<int>(characters.size())))];
    return out;
}

ledger::Instant StoryClock::now() {
    return ledger::Instant(std::chrono::microseconds(++microseconds_));
}

void StoryClock::turn_to(Date day) {
    const std::int64_t days = std::chrono::sys_days(day).time_since_epoch().count();
    const std::int64_t begins = days * microseconds_a_day + morning;
    if (begins > microseconds_) microseconds_ = begins;
}

Play::Play(Parts parts, const Story& story, std::uint64_t seed)
    : parts_(std::move(parts)),
      story_(story),
      working_days_(story.scheme().calendar),
      chance_(seed),
      ids_(~seed),
      today_(on(1, 4)) {
    clock_.turn_to(today_);
    const auto hash = value_of(parts_.readers.make_hash(ledger::Algorithm::sm3));
    value_of(open_ledger(parts_.store, {tenant, system_admin_id, today_}, hash, clock_));
    desk_ = value_of(Desk::open(parts_.store, tenant, parts_.readers, clock_));
    must({system_admin_id, Capacity::system_admin, {}}, "found",
         {{"system_admin", system_admin_id},
          {"security_admin", security_admin_id},
          {"audit_admin", audit_admin_id}});
}

void Play::plan(Date day, Scene scene) {
    INVARIANT(day >= today_, "what is past cannot be planned");
    agenda_.emplace(day, std::move(scene));
}

void Play::run(std::optional<Date> until) {
    while (!agenda_.empty() && (!until || agenda_.begin()->first <= *until)) {
        const auto node = agenda_.extract(agenda_.begin());
        today_ = node.key();
        clock_.turn_to(today_);
        node.mapped()();
    }
}

Date Play::working(Date day) const {
    return working_days_.last_of(day, 1);
}

Date Play::working_after(Date day, int days) const {
    return working_days_.last_of(working(day), days + 1);
}

std::int64_t Play::must(const Actor& actor, std::string act, Object body) {
    const act::Command command{std::move(act), std::move(body)};
    auto done = perform_with_box(*desk_, parts_.boxes, actor, command, today_);
    if (done) return done->seq;
    for (Error& issue : done.error())
        issue.place.item = ledger::print_date(today_) + ' ' + actor.person + ' ' + command.act;
    throw Interrupted{std::move(done.error())};
}

std::int64_t Play::act(const Actor& actor, std::string act, Object body) {
    body.add("year", year);
    return must(actor, std::move(act), std::move(body));
}

List Play::evidence(const std::string& title) {
    const auto upload = value_of(parts_.evidence.begin("application/pdf"));
    require(upload->add("%PDF-1.4\n% 演示佐证，内容系虚构：" + title + '\n'));
    return {ledger::print_digest(value_of(upload->finish()).hash)};
}

Codes Play::codes(std::int64_t voters) {
    return make_codes(voters, ids_, value_of(parts_.readers.make_hash(ledger::Algorithm::sm3)));
}

void Play::cast(cycle::BallotId id, const std::string& code,
                const std::map<cycle::UnitId, cycle::Mark>& marks) {
    const auto ballot = look([&](const cycle::Cycle& cycle) { return *cycle.reviews.find(id); });
    const auto hash = value_of(parts_.readers.make_hash(ledger::Algorithm::sm3));
    require(cast_vote(parts_.boxes, tenant, ballot, digest_of_code(code, hash), marks));
}

}  // namespace heng::app::demo

#include "shell/http/api/gate.hpp"

#include "app/accounts/same_text.hpp"

#include <algorithm>

namespace heng::http {

namespace {

/// A session that another server has ended may be answered that long.
constexpr std::chrono::seconds remembered{3};
constexpr std::size_t seen_max = 50'000;

/// The appointments that the person holds on `day`, as he may act by them.
std::vector<cycle::Actor> capacities(const cycle::State& state, const std::string& person,
                                     ledger::Date day) {
    std::vector<cycle::Actor> out;
    const cycle::Person* const known = state.units_and_people.find_person(person);
    if (known == nullptr) return out;
    for (const cycle::Appointment& one : known->appointments)
        if (one.holds_on(day)) out.push_back({person, one.as, one.of});
    return out;
}

/// `office:市考核办`, percent-encoded; administrators leave out the second part.
std::optional<cycle::Actor> parse_capacity(const std::string& person, std::string_view text) {
    const auto decoded = decode_percent(text, false);
    if (!decoded) return std::nullopt;
    const std::size_t colon = std::min(decoded->find(':'), decoded->size());
    const auto as = cycle::capacity_named(std::string_view(*decoded).substr(0, colon));
    if (!as) return std::nullopt;
    return cycle::Actor{person, *as, decoded->substr(std::min(colon + 1, decoded->size()))};
}

bool is_write(Method method) {
    return method != Method::get && method != Method::head;
}

}  // namespace

Gate::Gate(const app::Tenants& tenants, LookUp look_up, std::function<ledger::Date()> today,
           std::vector<std::string> origins)
    : tenants_(tenants),
      look_up_(std::move(look_up)),
      today_(std::move(today)),
      origins_(std::move(origins)) {}

std::optional<Gate::Credential> Gate::credential_of(const Request& request) {
    constexpr std::string_view bearer = "Bearer ";
    const auto authorization = request.headers.find("authorization");
    if (authorization && authorization->starts_with(bearer))
        return Credential{std::string(authorization->substr(bearer.size())), true};
    const auto cookie = request.cookie(session_cookie(request.is_secure));
    if (cookie && !cookie->empty()) return Credential{std::string(*cookie), false};
    return std::nullopt;
}

std::optional<SignedIn> Gate::find_seen(const Sight& sight) const {
    const std::lock_guard lock(mutex_);
    const auto found = seen_.find(sight);
    if (found == seen_.end() || found->second.until < std::chrono::steady_clock::now())
        return std::nullopt;
    return found->second.who;
}

Result<SignedIn> Gate::look_up(const Request& request) {
    const auto credential = credential_of(request);
    if (!credential) return refuse(Code::sign_in_needed);
    const Sight sight{*credential, request.remote};
    if (auto seen = find_seen(sight)) return *seen;
    const std::int64_t round = round_.load();
    auto who = look_up_(*credential, request);
    if (!who) return who;
    const std::lock_guard lock(mutex_);
    if (round != round_.load()) return who;  // what it stands for may have ended meanwhile
    if (seen_.size() >= seen_max) seen_.clear();
    seen_[sight] = {*who, std::chrono::steady_clock::now() + remembered};
    return who;
}

void Gate::forget_all() {
    const std::lock_guard lock(mutex_);
    ++round_;
    seen_.clear();
}

Result<void> Gate::check_site(const Request& request) const {
    const auto origin = request.headers.find("origin");
    const auto host = request.headers.find("host");
    const auto site = request.headers.find("sec-fetch-site");
    const std::string own =
        (request.is_secure ? "https://" : "http://") + std::string(host.value_or(""));
    const bool is_own = !origin || (host && *origin == own) ||
                        std::find(origins_.begin(), origins_.end(), *origin) != origins_.end();
    const bool is_same_site = !site || *site == "same-origin" || *site == "none";
    if (!is_own || !is_same_site) return refuse(Code::origin_refused);
    return {};
}

/// What comes from elsewhere, or without the token that only our pages know, is not our user's
/// wish.
Result<void> Gate::check_origin(const SignedIn& who, const Request& request) const {
    if (who.csrf_token.empty()) return {};
    const auto token = request.headers.find("x-csrf-token");
    if (!token || !app::accounts::same_text(*token, who.csrf_token))
        return refuse(Code::origin_refused);
    return check_site(request);
}

Result<SignedIn> Gate::identify(const Request& request) {
    auto who = look_up(request);
    if (!who || !is_write(request.method)) return who;
    return check_origin(*who, request).map([&] { return *who; });
}

Result<Caller> Gate::as_caller(SignedIn who, const Request& request) const {
    if (who.pending) return refuse(*who.pending);
    if (!is_write(request.method) && !who.may_read)
        return refuse(Code::token_scope_missing, {}, {"read"});
    if (is_write(request.method) && !who.may_act)
        return refuse(Code::token_scope_missing, {}, {"act"});
    app::Desk* const desk = tenants_.find(who.tenant);
    if (desk == nullptr) return refuse(Code::sign_in_needed);
    const auto held = desk->read(
        [&](const app::Live& live) { return capacities(live.state, who.person, today_()); });
    if (held.empty()) return refuse(Code::capacity_absent, {}, {who.person, "", ""});
    const auto asked = request.headers.find("acting-as");
    const auto wanted = asked ? parse_capacity(who.person, *asked) : std::optional(held.front());
    if (!wanted || std::find(held.begin(), held.end(), *wanted) == held.end())
        return refuse(Code::capacity_absent, {}, {who.person, std::string(asked.value_or("")), ""});
    return Caller{std::move(who), desk, *wanted};
}

Result<Caller> Gate::admit(const Request& request) {
    auto who = look_up(request);
    if (!who) return tl::unexpected(who.error());
    return as_caller(std::move(*who), request);
}

std::optional<Caller> Gate::admit_at_once(const Request& request) {
    const auto credential = credential_of(request);
    if (!credential) return std::nullopt;
    auto who = find_seen({*credential, request.remote});
    if (!who) return std::nullopt;
    auto caller = as_caller(std::move(*who), request);
    if (!caller) return std::nullopt;
    return std::move(*caller);
}

Result<Caller> Gate::admit_to_write(const Request& request) {
    auto who = identify(request);
    if (!who) return tl::unexpected(who.error());
    return as_caller(std::move(*who), request);
}

}  // namespace heng::http

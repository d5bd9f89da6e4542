#pragma once
/// @file
/// The API: what each route needs, and the routes by resource. api/openapi.yaml describes every one
/// of them; a test holds the two together.
#include "app/tenants.hpp"
#include "shell/http/api/answer_cache.hpp"
#include "shell/http/api/gate.hpp"
#include "shell/http/api/past.hpp"
#include "shell/http/api/problem.hpp"
#include "shell/http/api/rates.hpp"
#include "shell/http/api/readings.hpp"
#include "shell/http/api/replies.hpp"
#include "shell/http/event_hub.hpp"
#include "shell/http/router.hpp"

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace heng::http {

/// What the routes share. All of it must outlive the router.
struct Api {
    app::Tenants& tenants;
    app::EventStore& store;
    app::BallotBox& boxes;
    app::Blobs& blobs;
    Gate& gate;
    app::Readers readers;
    std::function<Result<ledger::Object>(std::string_view text)> read_object;
    /// The day on which acts happen, where the regulation holds.
    std::function<ledger::Date()> today;
    AnswerCache answers;
    Replies replies;
    Past past;
    /// Whole lists and whole ledgers.
    Rates bulk{20, std::chrono::hours(1)};
    /// How many events one request looks through in the log: what lies behind is asked for by the
    /// cursor, also where nothing was found among them.
    std::size_t looked_through_max = 20'000;
    /// Puts into the trail who reads what is confidential. Nothing: there is no trail.
    std::function<Result<void>(const Caller&, const Request&)> note_reading = nullptr;
    Readings readings = {};
};

void add_act_routes(Router& router, Api& api);
void add_view_routes(Router& router, Api& api);
void add_change_routes(Router& router, Api& api);
void add_evidence_routes(Router& router, Api& api);
void add_voting_routes(Router& router, Api& api);
void add_trial_routes(Router& router, Api& api);
void add_log_routes(Router& router, Api& api);

/// Lets `answer(caller, request)` answer whoever may read.
template <class Answer>
Handler reading(Api& api, Answer answer) {
    return [&api, answer](const Request& request) {
        const auto caller = api.gate.admit(request);
        return caller ? answer(*caller, request) : problem({caller.error()});
    };
}

/// Notes that the caller reads what is confidential, once an hour for each address (ASVS 8.3.5).
/// @returns nothing, or why it cannot be noted; then it is not to be shown.
[[nodiscard]] Result<void> note_confidential(Api& api, const Caller& caller,
                                             const Request& request);

/// The body as an object. @returns it, or `body_type_refused`, `json_malformed`.
[[nodiscard]] Result<ledger::Object> read_body(const Api& api, const Request& request);

/// Whose requests are counted together, and told apart by their Idempotency-Key.
std::string account_of(const Caller& caller);

/// `{"hash", "seq"}`
ledger::Object print_head(const ledger::Head& head);

/// Where changes are listened to.
inline constexpr std::string_view changes_path = "/api/v1/changes";

/// The topic of `EventHub` under which a tenant's changes are published.
std::string topic_of(const std::string& tenant);

}  // namespace heng::http

/// @file
/// Acts: each of the act table under its own address, with its fields as the body.
#include "app/ballot_desk.hpp"
#include "app/binding_acts.hpp"
#include "core/act/permission.hpp"
#include "shell/http/api/api.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem.hpp"
#include "shell/http/api/view_table.hpp"

namespace heng::http {

namespace {

constexpr std::uint64_t act_bytes_max = 2 << 20;  // a whole scheme goes in

ledger::Object describe(const act::Field& field) {
    ledger::Object out{{"en", field.en},
                       {"kind", act::name(field.kind)},
                       {"name", field.name},
                       {"required", field.need == act::Need::required},
                       {"zh", field.zh}};
    if (!field.choices.empty()) {
        ledger::List choices;
        for (const std::string_view choice : field.choices) choices.emplace_back(choice);
        out.add("choices", std::move(choices));
    }
    if (!field.row.empty()) {
        ledger::List row;
        for (const act::Field& inner : field.row) row.emplace_back(describe(inner));
        out.add("row", std::move(row));
    }
    return out;
}

ledger::Object describe(const act::Act& act) {
    ledger::List fields;
    for (const act::Field& field : act.fields) fields.emplace_back(describe(field));
    ledger::List capacities;
    for (const act::Permission& one : act::permissions())
        if (one.act == act.id) capacities.emplace_back(cycle::name(one.as));
    return {{"capacities", std::move(capacities)},
            {"cites", act.cites},
            {"en", act.en},
            {"fields", std::move(fields)},
            {"id", act.id},
            {"is_binding", app::is_binding(act.id)},
            {"stages", ledger::List{cycle::name(act.stages.first), cycle::name(act.stages.last)}},
            {"zh", act.zh}};
}

Response list_acts() {
    ledger::List all;
    for (const act::Act* const one : act::acts()) all.emplace_back(describe(*one));
    return respond(make_answer(print_json(ledger::Object{{"items", std::move(all)}})), {});
}

/// The command of a request to /acts/{act}…
Checked<act::Command> command_of(const Api& api, const Request& request) {
    const std::string id(request.path_value("act"));
    const auto failed = [](Error error) { return tl::unexpected(Issues{std::move(error)}); };
    if (act::find_act(id) == nullptr) return failed({Code::resource_unknown, {}, {}});
    auto body = read_body(api, request);
    if (!body) return failed(body.error());
    return act::Command{id, std::move(*body)};
}

/// Nobody decides on what he may not see (SEC-7).
Result<void> check_clearance(const Caller& caller, const std::string& id) {
    const act::Act* const act = act::find_act(id);
    const auto view = act == nullptr ? std::nullopt : act::labelled_view(*act);
    if (!view || act::label_of(*view) <= caller.who.clearance) return {};
    return tl::unexpected(act::clearance_missing(*view, caller.who.clearance));
}

/// Nobody shows a second factor for an API token: what binds is not for other systems to do.
Result<void> check_caller(const Caller& caller, const std::string& act) {
    if (const auto cleared = check_clearance(caller, act); !cleared) return cleared;
    if (!app::is_binding(act) || caller.who.is_stepped_up) return {};
    return refuse(Code::second_factor_needed);
}

/// That the view which the writer looked at still is what he saw: the tag of it that `If-Match`
/// names, of the address in `?seen=`. Nothing where there is no If-Match.
Result<std::function<Checked<void>(const app::Live&)>> precondition_of(const Api& api,
                                                                       const Caller& caller,
                                                                       const Request& request) {
    const auto tags = request.headers.find("if-match");
    if (!tags) return nullptr;
    const std::string target = request.query_value("seen").value_or("");
    auto seen = find_view(target);
    if (!seen)
        return refuse(Code::argument_unusable, {},
                      {"seen", target, "/api/v1/years/2021/findings/812"});
    return [&api, &caller, tags = std::string(*tags),
            seen = std::move(*seen)](const app::Live& tip) -> Checked<void> {
        const auto now =
            print_view(*seen.route,
                       {tip.state, tip.rulebooks, caller.actor, api.today(), caller.who.clearance},
                       seen.request);
        if (now && names_tag(tags, now->tag)) return {};
        return tl::unexpected(Issues{{Code::version_stale, {}, {}}});
    };
}

/// What a request brings beside its commands. @pre it has an Idempotency-Key
Result<app::Terms> terms_of(const Api& api, const Caller& caller, const Request& request) {
    const auto hash = api.readers.make_hash(ledger::Algorithm::sha256);
    if (!hash) return tl::unexpected(hash.error());
    auto precondition = precondition_of(api, caller, request);
    if (!precondition) return tl::unexpected(precondition.error());
    const std::string key = caller.who.account + '\0' +
                            std::string(request.headers.find("idempotency-key").value_or(""));
    app::Terms terms;
    terms.request = app::RequestKey{hash->digest(key), hash->digest(what_is_asked(request))};
    terms.precondition = std::move(*precondition);
    return terms;
}

Response tell(const Checked<app::Receipt>& done) {
    if (!done) return problem(done.error());
    return json_response(
        201, print_json(ledger::Object{{"head", print_head(done->head)}, {"seq", done->seq}}));
}

Response perform(Api& api, const Caller& caller, const Request& request) {
    const auto command = command_of(api, request);
    if (!command) return problem(command.error());
    if (const auto fits = check_caller(caller, command->act); !fits) return problem({fits.error()});
    const auto terms = terms_of(api, caller, request);
    if (!terms) return problem({terms.error()});
    return tell(app::perform_with_box(*caller.desk, api.boxes, caller.actor, *command, api.today(),
                                      *terms));
}

Response rehearse(Api& api, const Caller& caller, const Request& request) {
    const auto command = command_of(api, request);
    if (!command) return problem(command.error());
    if (const auto cleared = check_clearance(caller, command->act); !cleared)
        return problem({cleared.error()});
    const auto drafts = caller.desk->rehearse(caller.actor, *command, api.today());
    if (!drafts) return problem(drafts.error());
    ledger::List events;
    for (const ledger::Draft& draft : *drafts)
        events.emplace_back(ledger::Object{{"act", draft.act}, {"body", draft.body}});
    return json_response(200, print_json(ledger::Object{{"events", std::move(events)}}));
}

/// `{"acts": [{"act", "body"}]}`, all of them or none.
Checked<std::vector<act::Command>> commands_of(const Api& api, const Request& request) {
    const auto failed = [](Code code, std::vector<std::string> args = {}) {
        return tl::unexpected(Issues{Error{code, {}, std::move(args)}});
    };
    const auto body = read_body(api, request);
    if (!body) return tl::unexpected(Issues{body.error()});
    const ledger::Value* const listed = body->find("acts");
    if (listed == nullptr || listed->list() == nullptr || listed->list()->empty())
        return failed(Code::field_missing, {"acts", "acts"});
    std::vector<act::Command> out;
    for (const ledger::Value& one : *listed->list()) {
        const ledger::Object* const both = one.object();
        const ledger::Value* const act = both == nullptr ? nullptr : both->find("act");
        const ledger::Value* const fields = both == nullptr ? nullptr : both->find("body");
        if (act == nullptr || act->text() == nullptr || fields == nullptr ||
            fields->object() == nullptr)
            return failed(Code::field_malformed, {"acts", "acts", "[{act, body}]"});
        out.push_back({*act->text(), *fields->object()});
        if (app::concerns_box(out.back()))
            return failed(Code::field_malformed, {"acts", "acts", "[{act, body}]"});
    }
    return out;
}

Response perform_all(Api& api, const Caller& caller, const Request& request) {
    const auto commands = commands_of(api, request);
    if (!commands) return problem(commands.error());
    for (const act::Command& one : *commands)
        if (const auto fits = check_caller(caller, one.act); !fits) return problem({fits.error()});
    const auto terms = terms_of(api, caller, request);
    if (!terms) return problem({terms.error()});
    return tell(caller.desk->perform_all(caller.actor, *commands, api.today(), *terms));
}

using Write = Response (*)(Api&, const Caller&, const Request&);

/// Lets `write` be done by someone who may write, once for each Idempotency-Key.
Handler once(Api& api, Write write) {
    return [&api, write](const Request& request) {
        const auto caller = api.gate.admit_to_write(request);
        if (!caller) return problem({caller.error()});
        return api.replies.once(account_of(*caller), request,
                                [&] { return write(api, *caller, request); });
    };
}

}  // namespace

void add_act_routes(Router& router, Api& api) {
    router.add({Method::get, "/api/v1/acts", Handler([&api](const Request& request) {
                    const auto caller = api.gate.admit(request);
                    return caller ? list_acts() : problem({caller.error()});
                })});
    router.add({Method::post, "/api/v1/acts", once(api, perform_all), act_bytes_max});
    router.add({Method::post, "/api/v1/acts/{act}", once(api, perform), act_bytes_max});
    router.add({Method::post, "/api/v1/acts/{act}/rehearsal",
                Handler([&api](const Request& request) {
                    const auto caller = api.gate.admit_to_write(request);
                    return caller ? rehearse(api, *caller, request) : problem({caller.error()});
                }),
                act_bytes_max});
}

}  // namespace heng::http

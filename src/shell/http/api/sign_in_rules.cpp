/// @file
/// What the security administrator sets about signing in (SEC-3).
#include "core/act/field.hpp"
#include "shell/http/api/account_parts.hpp"
#include "shell/http/api/json_text.hpp"
#include "shell/http/api/problem.hpp"

#include <algorithm>

namespace heng::http {

namespace accounts = app::accounts;

namespace {

constexpr act::Field rule_fields[] = {
    {"failures_max", act::Kind::whole, act::Need::required, "连续失败次数", "failures_max"},
    {"locked_minutes", act::Kind::whole, act::Need::required, "锁定分钟数", "locked_minutes"},
    {"idle_minutes", act::Kind::whole, act::Need::required, "闲置分钟数", "idle_minutes"},
    {"administrator_idle_minutes", act::Kind::whole, act::Need::required, "管理员闲置分钟数",
     "administrator_idle_minutes"},
};

Answer print(const accounts::SignInRules& rules) {
    return make_answer(print_json(
        ledger::Object{{"administrator_idle_minutes", rules.administrator_idle_max.count()},
                       {"failures_max", rules.failures_max},
                       {"idle_minutes", rules.idle_max.count()},
                       {"locked_minutes", rules.locked_for.count()}}));
}

Response show(AccountParts& parts, const Caller& caller, const Request& request) {
    const auto kept = parts.administration.sign_in_rules(administrator_of(caller, request));
    if (!kept) return problem({kept.error()});
    return respond(print(kept->value), request);
}

Response put(Api& api, AccountParts& parts, const Caller& caller, const Request& request) {
    const auto body = read_body(api, request);
    if (!body) return problem({body.error()});
    if (const Issues issues = act::check_fields(rule_fields, *body); !issues.empty())
        return problem(issues);
    const act::Fields fields(*body);
    const auto minutes = [&](std::string_view name) {
        return std::chrono::minutes(fields.whole(name));
    };
    const accounts::SignInRules wanted{
        static_cast<int>(std::clamp<std::int64_t>(fields.whole("failures_max"), 0, 1'000)),
        minutes("locked_minutes"), minutes("idle_minutes"), minutes("administrator_idle_minutes")};
    const accounts::Administrator by = administrator_of(caller, request);
    const auto before = parts.administration.sign_in_rules(by);
    if (!before) return problem({before.error()});
    const auto seen = request.headers.find("if-match");
    if (seen && !names_tag(*seen, print(before->value).tag)) return problem(Code::version_stale);
    const auto done = parts.administration.set_sign_in_rules(by, wanted, before->version);
    api.gate.forget_all();
    return done ? Response{204, {}, std::string()} : problem(done.error());
}

}  // namespace

void add_sign_in_rule_routes(Router& router, Api& api, AccountParts& parts) {
    router.add({Method::get, "/api/v1/sign-in-rules",
                reading(api, [&parts](const Caller& caller, const Request& request) {
                    return show(parts, caller, request);
                })});
    router.add({Method::put, "/api/v1/sign-in-rules",
                writing(api, [&api, &parts](const Caller& caller, const Request& request) {
                    return put(api, parts, caller, request);
                })});
}

}  // namespace heng::http

#include "secured_city.hpp"

#include "app/demo/people.hpp"
#include "app/writer.hpp"
#include "shell/http/api/json_text.hpp"

namespace heng::http_test {

namespace {

namespace accounts = app::accounts;

/// The text of a member of the answer's object; empty where there is none.
std::string text_of(const Answered& answered, std::string_view key) {
    const auto object = json::read_object(answered.body);
    if (!object) return {};
    const ledger::Value* const value = object->find(key);
    return value == nullptr || value->text() == nullptr ? std::string() : *value->text();
}

}  // namespace

// ---------------------------------------------------------------- browser

std::string Browser::print_request(std::string_view method, const std::string& target,
                                   const std::string& body, const Fields& changed) {
    Fields fields{{"Host", "test"}, {"Cookie", cookie.empty() ? "" : "heng_session=" + cookie}};
    fields["Acting-As"] = acting_as_;
    if (method != "GET") {
        fields["X-CSRF-Token"] = csrf_token;
        fields["Origin"] = "http://test";
        fields["Sec-Fetch-Site"] = "same-origin";
        fields["Content-Type"] = "application/json";
        fields["Content-Length"] = std::to_string(body.size());
        fields["Idempotency-Key"] = city_->new_key();
    }
    for (const auto& [name, value] : changed) fields[name] = value;
    std::string out = std::string(method) + ' ' + target + " HTTP/1.1\r\n";
    for (const auto& [name, value] : fields)
        if (!value.empty()) out += name + ": " + value + "\r\n";
    return out + "\r\n" + body;
}

void Browser::keep(const Answered& answered) {
    const std::string set = answered.field("Set-Cookie");
    if (set.empty()) return;
    const std::size_t start = set.find('=') + 1;
    cookie = set.substr(start, set.find(';') - start);
    csrf_token = text_of(answered, "csrf_token");
}

Answered Browser::ask(std::string_view method, const std::string& target, const std::string& body,
                      const Fields& changed) {
    Answered answered =
        parse_answer(exchange(city_->port(), print_request(method, target, body, changed)));
    keep(answered);
    return answered;
}

Answered Browser::sign_in(const std::string& account, const std::string& password,
                          const std::string& code) {
    ledger::Object body{{"name", account}, {"password", password}};
    body.add("tenant", app::demo::tenant);
    if (!code.empty()) body.add("code", code);
    return post("/api/v1/session", http::print_json(body));
}

void Browser::act_as(const cycle::Actor& actor) {
    acting_as_ = std::string(cycle::name(actor.as)) + ':' + escape(actor.of);
}

// ---------------------------------------------------------------- city

SecuredCity::SecuredCity(app::demo::PlayOptions options, http::ServerOptions server,
                         Addresses addresses)
    : played_(options) {
    account_parts_.list_backups = [](const std::string&) -> Result<std::vector<app::BackupFile>> {
        return std::vector<app::BackupFile>{};
    };
    account_parts_.make_backup = [](const std::string&) -> Checked<app::MadeBackup> {
        return app::MadeBackup{};
    };
    // files of offices: whose they are is asked here, what is in them elsewhere
    office_.read_table_file = [](std::string_view, const std::string& name) {
        return Result<intake::Source>(refuse(Code::import_kind_unknown, {}, {name}));
    };
    office_.scheme_files = [](const scheme::Scheme&) { return ledger::Object(); };
    office_.print_book = [](const report::Book&) { return Result<std::string>("a book"); };
    office_.write_bundle = [](const std::string& tenant) -> Checked<std::string> {
        return "bundle of " + tenant;
    };
    account_parts_.admits_administrators = std::move(addresses.of_administrators);
    open_other_tenant();
    tenants_.emplace(*app::Tenants::open(played_.store, app::demo::readers(), clock_));
    http::ServiceParts parts{*tenants_,
                             played_.store,
                             played_.boxes,
                             played_.evidence,
                             http::look_up_in(account_parts_, *tenants_),
                             app::demo::readers(),
                             json::read_object,
                             [this] { return today(); },
                             {},
                             {},
                             [this](http::Router& router, http::Api& api) {
                                 http::add_session_routes(router, api, account_parts_);
                                 http::add_provider_routes(router, api, account_parts_);
                                 http::add_account_routes(router, api, account_parts_);
                                 http::add_token_routes(router, api, account_parts_);
                                 http::add_card_routes(router, api, account_parts_);
                                 http::add_notice_routes(router, api, outbox_);
                                 http::add_office_routes(router, api, office_);
                             },
                             [] { return std::string("# nothing\n"); },
                             std::move(addresses.of_metrics),
                             [] { return Result<void>{}; },
                             [](std::string_view) { return std::string("incident"); },
                             nullptr,
                             [](const std::string&, const Issues&) {},
                             [this](const http::Caller& caller, const http::Request& request) {
                                 return account_parts_.administration.note_reading(
                                     http::administrator_of(caller, request), request.path);
                             }};
    server.port = 0;
    server.on_access = [this](const http::AccessRecord& record) {
        const std::lock_guard lock(mutex_);
        noted_.emplace_back(record.path);
    };
    service_ = *http::Service::open(std::move(parts), std::move(server));
    thread_ = std::thread([this] { service_->run(); });
}

SecuredCity::~SecuredCity() {
    service_->stop();
    thread_.join();
}

/// With administrators and an office of its own, all of them called as in the first.
void SecuredCity::open_other_tenant() {
    const auto hash = *app::demo::readers().make_hash(ledger::Algorithm::sm3);
    const auto opened = app::open_ledger(
        played_.store, {other_tenant, app::demo::system_admin_id, today()}, hash, clock_);
    auto desk = app::Desk::open(played_.store, other_tenant, app::demo::readers(), clock_);
    if (!opened || !desk) throw std::runtime_error("the other tenant cannot be opened");
    const auto must = [&](const cycle::Actor& actor, const char* act, ledger::Object body) {
        const auto done = (*desk)->perform(actor, {act, std::move(body)}, today());
        if (!done) throw std::runtime_error(message(done.error().front(), Language::en));
    };
    must(system_admin, "found",
         {{"system_admin", app::demo::system_admin_id},
          {"security_admin", app::demo::security_admin_id},
          {"audit_admin", app::demo::audit_admin_id}});
    const cycle::Actor office = app::demo::office();
    must(system_admin, "add_body", {{"body", office.of}, {"roles", ledger::List{"office"}}});
    must(system_admin, "add_person", {{"person", office.person}});
    must(security_admin, "appoint",
         {{"person", office.person}, {"role", "office"}, {"for", office.of}});
    must(office, "enrol_unit", {{"unit", "Z01"}, {"name", "外市单位"}, {"domain", "counties"}});
}

accounts::Parts SecuredCity::parts() {
    return {store_,
            secrets_,
            time_,
            {},
            [this](const std::string& tenant, const std::string& person) {
                return is_administrator(tenant, person);
            },
            false};
}

bool SecuredCity::is_administrator(const std::string& tenant, const std::string& person) {
    return tenants_->find(tenant)->read([&](const app::Live& live) {
        const cycle::Person* const known = live.state.units_and_people.find_person(person);
        return known != nullptr && cycle::is_administrator(known->appointments.front().as);
    });
}

void SecuredCity::sign_in_at(accounts::IdentityProvider& provider) {
    provider_ = std::make_unique<accounts::ProviderSignIn>(provider, *sessions_, parts(),
                                                           [](const Error&) {});
    account_parts_.provider = provider_.get();
}

void SecuredCity::wait(std::chrono::microseconds time) {
    time_.go_on(time);
    service_->gate().forget_all();
}

std::string SecuredCity::open_new_account(const std::string& person, std::string& password) {
    const std::string name = "account." + std::to_string(accounts_.size() + 1);
    const auto made =
        administration_.create(accounts::at_the_machine(app::demo::tenant), {name, person});
    if (!made) throw std::runtime_error(message(made.error(), Language::en));
    accounts_.emplace(std::string(app::demo::tenant) + '/' + person, name);
    password = *made;
    return name;
}

std::string SecuredCity::open_account(const std::string& person, const char* tenant) {
    std::string& name = accounts_[std::string(tenant) + '/' + person];
    if (!name.empty()) return name;
    name = "account." + std::to_string(accounts_.size());
    const auto once = administration_.create(accounts::at_the_machine(tenant), {name, person});
    if (!once) throw std::runtime_error(message(once.error(), Language::en));
    const auto first = sessions_->sign_in({tenant, name, *once, {}, "10.0.0.1"});
    const accounts::Visit visit{tenant, first->token, "10.0.0.1"};
    const auto changed = sessions_->change_password(visit, {*once, accounts_test::good_password});
    if (!changed) throw std::runtime_error(message(changed.error().front(), Language::en));
    if (!sessions_->sign_out({tenant, changed->token, "10.0.0.1"}))
        throw std::runtime_error("cannot sign out");
    return name;
}

void SecuredCity::enrol(const std::string& account, const char* tenant) {
    if ((*records_.account(tenant, account))->value.authenticator) return;
    const auto opened =
        sessions_->sign_in({tenant, account, accounts_test::good_password, {}, "10.0.0.1"});
    const accounts::Visit visit{tenant, opened->token, "10.0.0.1"};
    if (!sessions_->offer_authenticator(visit, "heng")) throw std::runtime_error("no offer");
    const auto offered = (*records_.account(tenant, account))->value.seed_offered;
    const auto confirmed = sessions_->confirm_authenticator(
        visit, accounts::totp_code(secrets_, offered, accounts::totp_step(time_.now())));
    if (!confirmed) throw std::runtime_error("the authenticator is not taken");
    if (!sessions_->sign_out({tenant, confirmed->token, "10.0.0.1"}))
        throw std::runtime_error("cannot sign out");
}

std::string SecuredCity::code(const std::string& account, const char* tenant) {
    time_.go_on(std::chrono::minutes(1));
    const auto known = records_.account(tenant, account);
    return accounts::totp_code(secrets_, (*known)->value.authenticator->seed,
                               accounts::totp_step(time_.now()));
}

std::string SecuredCity::offered_code(const std::string& account) {
    const auto known = records_.account(app::demo::tenant, account);
    return accounts::totp_code(secrets_, (*known)->value.seed_offered,
                               accounts::totp_step(time_.now()));
}

Browser SecuredCity::browser(const cycle::Actor& actor, const char* tenant) {
    const std::string account = open_account(actor.person, tenant);
    enrol(account, tenant);
    Browser out(*this);
    ledger::Object body{{"name", account}, {"password", accounts_test::good_password}};
    body.add("tenant", tenant);
    body.add("code", code(account, tenant));
    const auto signed_in = out.post("/api/v1/session", http::print_json(body));
    if (signed_in.status != 201) throw std::runtime_error(signed_in.body);
    out.act_as(actor);
    return out;
}

Browser SecuredCity::plain_browser(const cycle::Actor& actor, const char* tenant) {
    const std::string account = open_account(actor.person, tenant);
    Browser out(*this);
    ledger::Object body{{"name", account}, {"password", accounts_test::good_password}};
    body.add("tenant", tenant);
    const auto signed_in = out.post("/api/v1/session", http::print_json(body));
    if (signed_in.status != 201) throw std::runtime_error(signed_in.body);
    out.act_as(actor);
    return out;
}

std::vector<std::string> SecuredCity::noted() {
    const std::lock_guard lock(mutex_);
    return noted_;
}

}  // namespace heng::http_test
